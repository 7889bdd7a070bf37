"""XLSX: the first sheet with something on it, row by row. What a formula came to is read, and never the formula.

A workbook is a packed folder: how much it unpacks to is looked at before anything is unpacked.
"""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, BinaryIO

from domain.values.refusals import Refusal
from imports.rows import Limits, Row, counted

_PARTS = 2_000
"""Files in one workbook."""
_SHEET_ROWS = 1_048_576
"""No program makes a longer sheet."""
_SHEETS = "xl/worksheets/"
"""These are read row by row; whatever else there is, whole."""


def must_be_sane(file: BinaryIO, limits: Limits) -> None:
    """Raises Refusal: workbook_broken, workbook_locked, workbook_too_big."""
    try:
        with zipfile.ZipFile(file) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refusal("workbook_broken") from None
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal("workbook_locked")
    size = sum(part.file_size for part in parts)
    whole = [part.file_size for part in parts if not part.filename.lower().startswith(_SHEETS)]
    if len(parts) > _PARTS or size > limits.unpacked or max(whole, default=0) > limits.strings:
        raise Refusal("workbook_too_big", most=limits.unpacked // (1024 * 1024))


def xlsx_rows(file: BinaryIO, limits: Limits) -> Iterator[Row]:
    """Every row that is not empty. Raises Refusal: those of `must_be_sane` and of `counted`."""
    must_be_sane(file, limits)
    file.seek(0)
    book = _opened(file)
    try:
        for sheet in book.worksheets:
            rows = counted(_rows(sheet, limits), limits)
            try:
                first = next(rows, None)
                if first is not None:
                    yield first
                    yield from rows
                    return
            except Refusal:
                raise
            except Exception:  # noqa: BLE001  (whatever a broken sheet does to its reader)
                raise Refusal("workbook_broken") from None
    finally:
        book.close()


def _opened(file: BinaryIO) -> Any:
    from openpyxl import load_workbook

    try:
        return load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception:  # noqa: BLE001  (whatever a broken workbook does to its reader)
        raise Refusal("workbook_broken") from None


def _rows(sheet: Any, limits: Limits) -> Iterator[Row]:
    sheet.reset_dimensions()  # what a sheet says of its own size may be anything
    for line, cells in enumerate(sheet.iter_rows(max_col=limits.columns + 1, values_only=True), start=1):
        if line > _SHEET_ROWS:
            raise Refusal("table_too_long", most=limits.rows)
        if cells.count(None) < len(cells):
            yield line, tuple(_words(cell) for cell in cells)


def _words(cell: Any) -> str:
    """Numbers without a point that says nothing: a phone is kept as one. Days as 1985-04-12."""
    match cell:
        case None | time():
            return ""
        case bool():
            return "1" if cell else "0"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime():
            return cell.date().isoformat()
        case date():
            return cell.isoformat()
        case _:
            return str(cell).strip()

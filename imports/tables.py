"""A file with people in it: what it is, told by how it begins; and its rows, whatever it is.

CSV, XLSX or vCard; a CSV or a vCard may come packed, alone in a ZIP.
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import BinaryIO, cast

from domain.entities.client_imports import Column
from domain.values.refusals import Refusal
from imports.column_names import columns_of
from imports.csv_rows import csv_rows, separator_of
from imports.encodings import SAMPLE, encoding_of
from imports.rows import Limits, Row
from imports.vcard_rows import CARD_COLUMNS, vcard_rows
from imports.xlsx_rows import xlsx_rows

SHOWN = 3
"""Rows that a person sees, to tell whether the file was understood."""

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_WORKBOOK = "xl/workbook.xml"


class TableKind(StrEnum):
    """What a file is."""

    CSV = "csv"
    XLSX = "xlsx"
    VCARD = "vcard"


@dataclass(frozen=True)
class Table:
    """How a file is read, and its first rows."""

    kind: TableKind
    encoding: str
    separator: str
    columns: tuple[Column | None, ...] | None
    """What its columns hold; None: nothing above them tells."""
    has_header: bool
    first: tuple[Row, ...] = ()


def look(file: BinaryIO, limits: Limits, encoding: str | None = None) -> Table:
    """What it is, in this encoding or in the one it seems to be in.

    Raises Refusal: table_empty, table_old_excel, table_not_known, and those of the rows.
    """
    kind = _kind(file)
    with _unpacked(file, kind, limits) as content:
        sample = content.read(SAMPLE)
        spoken = encoding or encoding_of(sample)
        table = Table(kind, spoken, ",", CARD_COLUMNS, has_header=False)
        if kind is not TableKind.VCARD:
            separator = separator_of(_words(sample, spoken)) if kind is TableKind.CSV else ","
            table = replace(table, separator=separator, columns=None)
    first = tuple(islice(rows(file, table, limits), SHOWN + 1))
    if not first:
        raise Refusal("table_empty")
    if table.columns is None:
        columns = columns_of(first[0][1])
        table = replace(table, columns=columns, has_header=columns is not None)
    return replace(table, first=first)


def looks(file: BinaryIO, limits: Limits, encoding: str | None = None) -> Iterator[Table]:
    """The same, for whoever takes things one after the other."""
    yield look(file, limits, encoding)


def rows(file: BinaryIO, table: Table, limits: Limits) -> Iterator[Row]:
    """Every row with anything in it, the header too."""
    with _unpacked(file, table.kind, limits) as content:
        match table.kind:
            case TableKind.CSV:
                yield from csv_rows(content, table.encoding, table.separator, limits)
            case TableKind.XLSX:
                yield from xlsx_rows(content, limits)
            case TableKind.VCARD:
                yield from vcard_rows(content, table.encoding, limits)


def _kind(file: BinaryIO) -> TableKind:
    file.seek(0)
    beginning = file.read(SAMPLE)
    if beginning.startswith(_ZIP):
        inside = _packed(file)
        if _WORKBOOK in inside:
            return TableKind.XLSX
        with _alone(file, inside) as content:
            beginning = content.read(SAMPLE)
    if beginning.startswith(_OLD_EXCEL):
        raise Refusal("table_old_excel")
    spoken = encoding_of(beginning)
    words = _words(beginning, spoken)
    if words.lstrip().upper().startswith("BEGIN:VCARD"):
        return TableKind.VCARD
    if any(ord(c) < 32 and c not in "\t\r\n\f\x1a" for c in words):
        raise Refusal("table_not_known")
    return TableKind.CSV


@contextmanager
def _unpacked(file: BinaryIO, kind: TableKind, limits: Limits) -> Iterator[BinaryIO]:
    """What is read: the file, or what is packed in it."""
    file.seek(0)
    is_packed = file.read(len(_ZIP)) == _ZIP and kind is not TableKind.XLSX
    file.seek(0)
    if not is_packed:
        yield file
        return
    inside = _packed(file)
    if sum(inside.values()) > limits.unpacked:
        raise Refusal("workbook_too_big", most=limits.unpacked // (1024 * 1024))
    with _alone(file, inside) as content:
        yield content


def _packed(file: BinaryIO) -> dict[str, int]:
    """The names and sizes of what is packed."""
    try:
        with zipfile.ZipFile(file) as packed:
            return {one.filename: one.file_size for one in packed.infolist() if not one.is_dir()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Refusal("workbook_broken") from None


@contextmanager
def _alone(file: BinaryIO, inside: dict[str, int]) -> Iterator[BinaryIO]:
    """The only file in it, apart from what some systems add. Raises Refusal: table_not_known, workbook_broken."""
    names = [name for name in inside if not name.startswith("__MACOSX/")]
    if len(names) != 1:
        raise Refusal("table_not_known")
    try:
        with zipfile.ZipFile(file) as packed, packed.open(names[0]) as content:
            yield cast("BinaryIO", content)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):  # locked, or packed as nobody does
        raise Refusal("workbook_broken") from None


def _words(sample: bytes, encoding: str) -> str:
    return sample.decode(encoding, errors="ignore").lstrip("\ufeff")

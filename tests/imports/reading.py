"""Files as they come in, made here; and what is read of them."""

import io
import zipfile
from datetime import date

from openpyxl import Workbook

from domain.entities.client_imports import ReadRow
from domain.values.language import Language
from imports.client_rows import Reading, clients
from imports.rows import IN_A_CHAT, Limits
from imports.tables import Table, look

TODAY = date(2027, 3, 8)


def table(content: bytes, limits: Limits = IN_A_CHAT, encoding: str | None = None) -> Table:
    return look(io.BytesIO(content), limits, encoding)


def read(
    content: bytes, limits: Limits = IN_A_CHAT, language: Language = Language.BULGARIAN, after: int = 0
) -> list[ReadRow]:
    """Every row, by the columns that the file tells of."""
    found = table(content, limits)
    assert found.columns is not None
    return [
        *clients(io.BytesIO(content), found, Reading(found.columns, "BG", language, TODAY), limits, after)
    ]


def cells(content: bytes) -> list[tuple[str, ...]]:
    """Those of the first rows."""
    return [row for _, row in table(content).first]


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append([*row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def packed(**files: bytes) -> bytes:
    """A ZIP with these; a name's last underscore stands for a point."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(".".join(name.rsplit("_", 1)), content)
    return kept.getvalue()

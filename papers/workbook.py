"""A sheet for a spreadsheet program: texts stay texts, sums are exact, totals follow the filter."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from domain.values.money import Money
from papers.typesetting import legible

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | Decimal | Money | None

_NARROWEST, _WIDEST = 6, 44


@dataclass(frozen=True)
class Sheet:
    """A titled table; its last columns are the ones that `totals` add up, if there are any."""

    name: str
    title: str
    about: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: str
    totals: tuple[Money, ...]
    made_at: datetime

    @property
    def header(self) -> int:
        """The row of the column names, counted from nought."""
        return len(self.about) + 2


def written_sheet(sheet: Sheet) -> bytes:
    """The XLSX file. Nothing a person wrote is ever read as a formula, a link or a number."""
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties(
            {"title": legible(sheet.title), "created": sheet.made_at.astimezone(UTC).replace(tzinfo=None)}
        )
        page = book.add_worksheet(re.sub(r"[\[\]:*?/\\']", " ", legible(sheet.name))[:31])
        looks = _looks(book, sheet.totals[0].decimals if sheet.totals else 0)
        _write_heading(page, sheet, looks)
        _write_rows(page, sheet, looks)
        if sheet.totals:
            _write_totals(page, sheet, looks)
        _lay_out(page, sheet)
    return file.getvalue()


def _looks(book: "Workbook", decimals: int) -> dict[str, Any]:
    money = {"num_format": "#,##0." + "0" * decimals if decimals else "#,##0"}
    line = {"top": 2, "bold": True}
    return {
        "title": book.add_format({"bold": True, "font_size": 16}),
        "header": book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "bottom"}),
        "text": book.add_format({"num_format": "@"}),
        "money": book.add_format(money),
        "total": book.add_format(line),
        "total money": book.add_format(line | money),
    }


def _write_heading(page: "Worksheet", sheet: Sheet, looks: dict[str, Any]) -> None:
    page.write_string(0, 0, legible(sheet.title), looks["title"])
    for row, about in enumerate(sheet.about, start=1):
        page.write_string(row, 0, legible(about))
    for column, name in enumerate(sheet.columns):
        page.write_string(sheet.header, column, legible(name), looks["header"])


def _write_rows(page: "Worksheet", sheet: Sheet, looks: dict[str, Any]) -> None:
    for row, cells in enumerate(sheet.rows, start=sheet.header + 1):
        for column, cell in enumerate(cells):
            match cell:
                case str():
                    page.write_string(row, column, legible(cell), looks["text"])
                case Money():
                    page.write_number(row, column, _exact(cell), looks["money"])
                case int() | Decimal():
                    page.write_number(row, column, cell)


def _write_totals(page: "Worksheet", sheet: Sheet, looks: dict[str, Any]) -> None:
    """Sums of the rows that the filter shows; a reader that does not count sees those of the whole list."""
    from xlsxwriter.utility import xl_range

    first, last = sheet.header + 1, sheet.header + max(1, len(sheet.rows))
    start = len(sheet.columns) - len(sheet.totals)
    for column in range(start):
        page.write_string(last + 1, column, "" if column else legible(sheet.total), looks["total"])
    for column, total in enumerate(sheet.totals, start=start):
        formula = f"=SUBTOTAL(109,{xl_range(first, column, last, column)})"
        page.write_formula(last + 1, column, formula, looks["total money"], _exact(total))


def _lay_out(page: "Worksheet", sheet: Sheet) -> None:
    last = len(sheet.columns) - 1
    for column in range(last + 1):
        cells = [sheet.columns[column], *(_shown(row[column]) for row in sheet.rows)]
        if column > last - len(sheet.totals):
            cells.append(_shown(sheet.totals[column - last - 1]))
        page.set_column(
            column, column, min(_WIDEST, max(_NARROWEST, *(_breadth(cell) for cell in cells)) + 2)
        )
    page.freeze_panes(sheet.header + 1, 2)
    page.autofilter(sheet.header, 0, sheet.header + max(1, len(sheet.rows)), last)
    page.repeat_rows(sheet.header)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.set_footer("&C&P / &N")


def _exact(sum_: Money) -> Decimal:
    return Decimal(sum_.minor).scaleb(-sum_.decimals)


def _shown(cell: Cell) -> str:
    return f"{_exact(cell):,}" if isinstance(cell, Money) else f"{'' if cell is None else cell}"


def _breadth(text: str) -> int:
    """In columns' units; a Chinese character is two letters wide."""
    return sum(2 if "\u2e80" <= letter <= "\uffef" else 1 for letter in text)

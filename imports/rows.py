"""Rows of a file that comes in: each with the line it stands on, one after the other; and how much of a file is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.values.refusals import Refusal

MEGABYTE = 1024 * 1024

Row = tuple[int, tuple[str, ...]]
"""The line (or the row of a sheet, or the line on which a card begins) and its cells, as words."""


@dataclass(frozen=True)
class Limits:
    """What a file may be, so that none of them can fill the memory or the disk."""

    rows: int = 100_000
    columns: int = 60
    cell: int = 10_000
    """Characters."""
    unpacked: int = 200 * MEGABYTE
    """Bytes of all that is packed in a workbook."""
    strings: int = 50 * MEGABYTE
    """Bytes of what a workbook keeps apart from its sheets, its words above all: that is read whole."""


IN_A_CHAT = Limits()
BY_COMMAND = Limits(rows=5_000_000, unpacked=2_000 * MEGABYTE, strings=400 * MEGABYTE)
"""Whoever has the machine may give it more to do."""


def counted(rows: Iterable[Row], limits: Limits) -> Iterator[Row]:
    """Those that are not empty. Raises Refusal: table_too_long, table_too_wide, table_cell_too_long."""
    count = 0
    for line, whole in rows:
        cells = _without_end(whole)
        if not cells:
            continue
        count += 1
        if count > limits.rows + 1:  # and the header
            raise Refusal("table_too_long", most=limits.rows)
        if len(cells) > limits.columns:
            raise Refusal("table_too_wide", line=line, most=limits.columns)
        if any(len(cell) > limits.cell for cell in cells):
            raise Refusal("table_cell_too_long", line=line, most=limits.cell)
        yield line, cells


def _without_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Up to the last one with something in it."""
    count = len(cells)
    while count and not cells[count - 1]:
        count -= 1
    return cells[:count]

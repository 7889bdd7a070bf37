"""CSV: whatever separates its cells, in whatever encoding; read line by line."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from domain.values.refusals import Refusal
from imports.rows import Limits, Row, counted

SEPARATORS = ";,\t|"

_MOST = 1_000_000
"""Characters that a cell may have before it is given up: a quotation mark that is never closed takes in all that follows."""


def separator_of(sample: str) -> str:
    """What stands between the cells, judged by the first lines."""
    lines = sample.splitlines()
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:  # as Excel writes it
        return lines[0][4]
    if lines and not any(one in lines[0] for one in SEPARATORS):
        return ","
    try:
        found = csv.Sniffer().sniff("\n".join(lines[:50]), delimiters=SEPARATORS).delimiter
    except csv.Error:
        found = ""
    return found if found and lines and found in lines[0] else _most_frequent(lines)


def _most_frequent(lines: list[str]) -> str:
    return max(SEPARATORS, key=lines[0].count) if lines else ","


def csv_rows(file: BinaryIO, encoding: str, separator: str, limits: Limits) -> Iterator[Row]:
    """Every row that is not empty, with its line.

    Raises Refusal: table_encoding, table_quotes, table_broken, and those of `counted`.
    """
    text = io.TextIOWrapper(file, encoding=encoding, newline="")
    try:
        yield from counted(_lines(text, separator), limits)
    finally:
        text.detach()


def _lines(text: io.TextIOWrapper, separator: str) -> Iterator[Row]:
    before = csv.field_size_limit(_MOST)
    reader = csv.reader(_of_sane_length(text), delimiter=separator, strict=True)
    line = 1
    try:
        for cells in reader:
            if not (line == 1 and _is_separator(cells, separator)):
                yield line, tuple(cell.strip() for cell in cells)
            line = reader.line_num + 1
    except UnicodeError:
        raise Refusal("table_encoding", line=reader.line_num + 1) from None
    except csv.Error as error:
        told = str(error)
        kind = "table_broken" if "NUL" in told or "new-line" in told else "table_quotes"
        raise Refusal(kind, line=line) from None
    finally:
        csv.field_size_limit(before)


def _of_sane_length(text: io.TextIOWrapper) -> Iterator[str]:
    """Raises Refusal: table_cell_too_long, for a line without an end."""
    count = 0
    while line := text.readline(_MOST):
        count += 1
        if len(line) == _MOST:
            raise Refusal("table_cell_too_long", line=count, most=_MOST)
        yield line


def _is_separator(cells: list[str], separator: str) -> bool:
    return separator.join(cells).lower() == f"sep={separator}"

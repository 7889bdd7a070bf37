"""A file with people in it: what it is, told by how it begins; and its rows, whatever it is.

CSV, XLSX or vCard; each may come packed, alone in a ZIP.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import BinaryIO

from domain.entities.client_imports import Column
from domain.values.refusals import Refusal
from imports.column_names import columns_of
from imports.csv_rows import csv_rows, separator_of
from imports.encodings import SAMPLE, encoding_of
from imports.rows import Limits, Row
from imports.unpacking import is_workbook, unpacked
from imports.vcard_rows import CARD_COLUMNS, vcard_rows
from imports.xlsx_rows import xlsx_rows

SHOWN = 3
"""Rows that a person sees, to tell whether the file was understood."""

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
COUNTED = 50
"""Rows after which it is told how many there were."""


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
    with unpacked(file, limits) as content:
        sample = content.read(SAMPLE)
        kind = _kind(sample, content)
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
    with unpacked(file, limits) as content:
        match table.kind:
            case TableKind.CSV:
                yield from csv_rows(content, table.encoding, table.separator, limits)
            case TableKind.XLSX:
                yield from xlsx_rows(content, limits)
            case TableKind.VCARD:
                yield from vcard_rows(content, table.encoding, limits)


def counts(file: BinaryIO, table: Table, limits: Limits) -> Iterator[int]:
    """How many rows there are, told now and then: all are read once, so that what is wrong anywhere is known at once."""
    count = 0
    for count, _row in enumerate(rows(file, table, limits), start=1):
        if count % COUNTED == 0:
            yield count
    yield count


def _kind(beginning: bytes, content: BinaryIO) -> TableKind:
    if beginning.startswith(_ZIP):
        if not is_workbook(content):
            raise Refusal("table_not_known")
        return TableKind.XLSX
    if beginning.startswith(_OLD_EXCEL):
        raise Refusal("table_old_excel")
    words = _words(beginning, encoding_of(beginning))
    if words.lstrip().upper().startswith("BEGIN:VCARD"):
        return TableKind.VCARD
    if any(ord(c) < 32 and c not in "\t\r\n\f\x1a" for c in words):
        raise Refusal("table_not_known")
    return TableKind.CSV


def _words(sample: bytes, encoding: str) -> str:
    return sample.decode(encoding, errors="ignore").lstrip("\ufeff")

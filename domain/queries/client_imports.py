"""Imports of clients as they are read: the list, how one stands, its rows, and those that are wrong as a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.client_imports import AT_WORK, ClientImport, ImportedRow, RowState
from domain.entities.clients import Client
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.refusals import NotFound

MOST_IN_A_FILE = 10_000
"""Wrong rows."""


@dataclass(frozen=True)
class ImportCard:
    """How an import stands; `ahead` is another that is done before it."""

    imported: ClientImport
    ahead: ClientImport | None


@dataclass(frozen=True)
class RowSeen:
    """A row, and the client it is or may be, when that file is still there."""

    row: ImportedRow
    client: Client | None


def must_import(desk: Desk) -> None:
    """Raises Forbidden."""
    desk.must(Right.IMPORT_CLIENTS)


def imports_listed(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[ClientImport]:
    """The newest first. Raises Forbidden."""
    desk.must(Right.IMPORT_CLIENTS)
    return desk.repositories.client_imports.listed(limit, offset)


def import_card(desk: Desk, number: int) -> ImportCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.IMPORT_CLIENTS)
    one = desk.repositories.client_imports.get(number)
    first = desk.archive.client_imports.at_work() if one.state in AT_WORK else None
    return ImportCard(one, first if first is not None and first.id < one.id else None)


def rows_seen(
    desk: Desk, number: int, states: Sequence[RowState], limit: int = 8, offset: int = 0
) -> Sequence[RowSeen]:
    """In order of the file. Raises Forbidden, NotFound."""
    one = import_card(desk, number).imported
    found = desk.repositories.imported_rows.of_import(one.id, states, limit, offset)
    return [_seen(desk, row) for row in found]


def row_seen(desk: Desk, number: int, row: int) -> RowSeen:
    """Raises Forbidden, NotFound."""
    one = import_card(desk, number).imported
    found = desk.repositories.imported_rows.get(row)
    if found.imported != one.id:
        raise NotFound("no_such_row")
    return _seen(desk, found)


def wrong_rows(desk: Desk, number: int) -> Sequence[ImportedRow]:
    """Those that are not taken, to be corrected and sent again. Raises Forbidden, NotFound."""
    one = import_card(desk, number).imported
    return desk.repositories.imported_rows.of_import(one.id, [RowState.FAULT], MOST_IN_A_FILE)


def _seen(desk: Desk, row: ImportedRow) -> RowSeen:
    if row.client is None:
        return RowSeen(row, None)
    try:
        return RowSeen(row, desk.archive.clients.get(row.client))
    except NotFound:
        return RowSeen(row, None)

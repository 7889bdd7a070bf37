"""A whole import is taken back, within thirty days: what it made goes, unless more has come to it; what it filled in too."""

from contextlib import suppress
from datetime import datetime

from domain.entities.client_imports import (
    DONE_WITH,
    UNDO_WITHIN,
    ClientImport,
    ImportedRow,
    ImportState,
    RowState,
)
from domain.entities.client_matching import give_back
from domain.entities.clients import Client
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.usecases.client_imports.doing import PORTION
from domain.usecases.client_imports.sending import tell
from domain.values.refusals import NotFound, Refusal


def start_undo(desk: Desk, number: int) -> ClientImport:
    """Raises Forbidden, NotFound, Refusal: import_elsewhere, imported_long_ago."""
    desk.must(Right.IMPORT_CLIENTS)
    one = desk.repositories.client_imports.locked(number)
    one.must_be(ImportState.DONE)
    if not one.can_be_undone(desk.now):
        raise Refusal("imported_long_ago", days=UNDO_WITHIN.days)
    one.state = ImportState.UNDOING
    desk.note("client_import", one.id, "taken_back", file=one.file.name, rows=one.count(*DONE_WITH))
    return one


def undo_some(desk: Desk, number: int) -> int:
    """The next rows. Says how many; at 0 it is done."""
    one = desk.repositories.client_imports.locked(number)
    if one.state is not ImportState.UNDOING:
        return 0
    rows = desk.repositories.imported_rows.some(number, DONE_WITH, PORTION)
    for row in rows:
        before = row.state
        undone = _unmake(desk, row) if row.state is RowState.MADE else _empty(desk, row)
        row.state = RowState.TAKEN_BACK if undone else RowState.STAYED
        one.moved(before, row.state)
    if not rows:
        one.state = ImportState.UNDONE
        tell(desk, one)
    return len(rows)


def long_done(desk: Desk) -> list[tuple[int, str | None]]:
    """Imports that nobody can take back any more: their numbers, and the names of their files in our store."""
    old: datetime = desk.now - UNDO_WITHIN
    return [(one.id, one.file.content_hash) for one in desk.archive.client_imports.long_done(old)]


def forget_rows(desk: Desk, number: int) -> None:
    """What its rows said is forgotten, and its file is in our store no longer."""
    one = desk.archive.client_imports.locked(number)
    desk.archive.imported_rows.forget(number)
    one.sample = None
    if one.file.content_hash is not None:
        one.file.forget()


def _unmake(desk: Desk, row: ImportedRow) -> bool:
    """Whether the file it made could go: nothing but the import is known of it."""
    client = _there(desk, row)
    if client is None or client.merged_into is not None or client.person is not None:
        return False
    entries = desk.archive.history.of("client", client.id, 2)
    return len(entries) == 1 and desk.archive.clients.erase_bare(client, besides_note=row.note)


def _empty(desk: Desk, row: ImportedRow) -> bool:
    """Whether all that it filled in could go."""
    client = _there(desk, row)
    if client is None or client.merged_into is not None:
        return False
    whole = give_back(row.told, client, row.filled)
    _take_note_back(desk, row, client)
    if row.filled:
        desk.archive.clients.renamed(client)
        desk.note(
            "client", client.id, "filling_taken_back", client_import=row.imported, fact_keys=[*row.filled]
        )
    return whole


def _there(desk: Desk, row: ImportedRow) -> Client | None:
    assert row.client is not None
    try:
        return desk.archive.clients.held(row.client)
    except NotFound:
        return None


def _take_note_back(desk: Desk, row: ImportedRow, client: Client) -> None:
    """Unless a colleague has taken it away, or somebody else's file has that number by now."""
    if row.note is None:
        return
    with suppress(NotFound):
        note = desk.archive.interactions.get(row.note)
        if note.client is client:
            desk.archive.interactions.remove(note)
    row.note = None

"""An import is done: some rows in one transaction, each exactly once, whoever is killed meanwhile."""

from dataclasses import replace

from domain.entities.client_imports import (
    TO_DO,
    ClientFacts,
    ClientImport,
    ImportedRow,
    ImportState,
    RowState,
)
from domain.entities.client_matching import FILLABLE, fill, would_fill
from domain.entities.clients import Client
from domain.entities.interactions import Interaction, Said
from domain.entities.people import Right
from domain.ports.desk import Actor, Desk
from domain.usecases.client_imports.reading import alike
from domain.usecases.client_imports.sending import tell
from domain.usecases.clients.noticing import notice_facts, notice_phone
from domain.values.refusals import Refusal

PORTION = 20
"""Rows in one transaction: whoever taps meanwhile waits for no more than these."""

NOTES_LOOKED_AT = 20


def start(desk: Desk, number: int) -> ClientImport:
    """What the dry run found is done from now on. Raises Forbidden, NotFound, Refusal: import_elsewhere, nobody_to_import."""
    desk.must(Right.IMPORT_CLIENTS)
    one = desk.repositories.client_imports.locked(number)
    one.must_be(ImportState.READY)
    if not one.count(*TO_DO):
        raise Refusal("nobody_to_import")
    one.state = ImportState.IMPORTING
    desk.note("client_import", one.id, "started", file=one.file.name, rows=one.count(*TO_DO))
    return one


def settle_row(desk: Desk, number: int, row: int, state: RowState) -> ImportedRow:
    """What a doubtful row is: somebody new, the client it may be, or left out.

    Raises Forbidden, NotFound, Refusal: import_elsewhere, no_such_match.
    """
    desk.must(Right.IMPORT_CLIENTS)
    one = desk.repositories.client_imports.locked(number)
    one.must_be(ImportState.READY)
    found = desk.repositories.imported_rows.locked(row)
    if found.imported != one.id or found.state is RowState.FAULT:
        raise Refusal("import_elsewhere", number=number)
    if state is RowState.MATCH and found.client is None:
        raise Refusal("no_such_match")
    one.moved(found.state, state)
    found.state, found.settled = state, True
    return found


def import_some(desk: Desk, number: int) -> int:
    """The next rows. Says how many; at 0 it is done, and whoever sent the file hears so."""
    one = desk.repositories.client_imports.locked(number)
    if one.state is not ImportState.IMPORTING:
        return 0
    rows = desk.repositories.imported_rows.some(number, TO_DO, PORTION)
    if not rows:
        one.state, one.done_at = ImportState.DONE, desk.now
        tell(desk, one)
        return 0
    theirs = _at_desk_of(desk, one)
    known = alike(desk, [row.told for row in rows if row.state is RowState.NEW and not row.settled])
    for row in rows:
        before, facts = row.state, row.told
        if row.state is RowState.MATCH:
            _fill_in(theirs, one, row, facts)
        elif not row.settled and known.alike(facts):
            row.state, row.why = RowState.LEFT, "row_came_meanwhile"
        else:
            _make(theirs, one, row, facts)
        one.moved(before, row.state)
    return len(rows)


def _at_desk_of(desk: Desk, one: ClientImport) -> Desk:
    """The history tells who has done it."""
    return replace(desk, actor=Actor(one.by.person, one.by))


def _make(desk: Desk, one: ClientImport, row: ImportedRow, facts: ClientFacts) -> None:
    client = Client(facts.name, facts.phone, desk.now, branch=one.branch)
    fill(facts, client, [key for key in FILLABLE if getattr(facts, key) is not None])
    client.tags = facts.tags
    desk.archive.clients.add(client)
    doubted, row.client, row.state = row.client, client.id, RowState.MADE
    desk.note("client", client.id, "imported", client_import=one.id)
    notice_facts(desk, client, "username")
    _note_down(desk, one, row, client, facts)
    if row.settled and doubted is not None:
        notice_phone(desk, client, client.phone, differs=desk.archive.clients.get(doubted))


def _fill_in(desk: Desk, one: ClientImport, row: ImportedRow, facts: ClientFacts) -> None:
    """What its file still lacks: somebody may have filled it in since the dry run."""
    assert row.client is not None
    client = desk.archive.clients.locked(row.client)
    row.client, row.filled, row.state = client.id, would_fill(facts, client), RowState.FILLED
    fill(facts, client, row.filled)
    _note_down(desk, one, row, client, facts)
    if row.filled or row.note:
        desk.archive.clients.renamed(client)
        notice_facts(desk, client, "username")
        desk.note("client", client.id, "filled_in", client_import=one.id, fact_keys=[*row.filled])


def _note_down(desk: Desk, one: ClientImport, row: ImportedRow, client: Client, facts: ClientFacts) -> None:
    """What the file tells besides is a note; once, however often the same file comes."""
    if not facts.notes:
        return
    interactions = desk.archive.interactions
    if row.state is RowState.FILLED:
        earlier = interactions.of(client, NOTES_LOOKED_AT)
        if any(said.how is Said.NOTE and said.text == facts.notes for said in earlier):
            return
    note = Interaction(client, Said.NOTE, facts.notes, desk.now, one.by)
    interactions.add(note)
    desk.archive.flush()
    row.note = note.id

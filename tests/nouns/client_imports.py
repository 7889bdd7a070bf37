"""Clients from a file: what the tests that walk everything need to know of imports and their rows."""

import json

from domain.entities.client_imports import (
    ClientFacts,
    ClientImport,
    Column,
    ImportedRow,
    ImportState,
    RowState,
    facts_text,
)
from domain.entities.files import SentFile
from domain.notices.client_imports import IMPORT_TOLD
from domain.ports.desk import Desk
from domain.queries import client_imports as queries
from domain.usecases.client_imports import doing, sending, undoing
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    everybodys,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
)
from tests.storage import things
from tests.storage.things import NOON
from tests.things import a_file

CSV = SentFile("csv", "unique", "clients.csv", "text/csv", 100, is_photo=False)
LAYOUT = {"kind": "csv", "encoding": "utf-8", "separator": ";", "columns": ["name", None], "has_header": True}


@new_one
def client_import() -> ClientImport:
    return ClientImport(things.member(), a_file(NOON), NOON)


@new_one
def imported_row() -> ImportedRow:
    return ImportedRow(1, 2, RowState.NEW)


def _row(
    number: int, line: int, state: RowState, name: str = "Anna", client: int | None = None
) -> ImportedRow:
    row = ImportedRow(number, line, state, "row_other_name", client=client, phone="+359880000001")
    row.facts = facts_text(ClientFacts(name, "+359880000001"))
    return row


@one_more
def sent(few: Few) -> None:
    one = ClientImport(few.member, a_file(NOON), NOON, 1, ImportState.READY, dict(LAYOUT), counts={"new": 1})
    one.sample = "[]"
    few.records.client_imports.add(one)
    few.records.flush()
    few.records.imported_rows.add(_row(one.id, 2, RowState.MADE, client=few.client.id))


@in_each_branch
def a_file_of_clients(its: Branched) -> dict[str, int]:
    """The dry run is done; its doubtful row tells what nobody else may read."""
    one = ClientImport(
        its.lead, a_file(its.desk.now, "clients.csv"), its.desk.now, its.number, ImportState.READY
    )
    one.layout, one.counts = dict(LAYOUT), {"doubt": 1, "new": 1}
    one.sample = json.dumps([["Name", "x"], [its.words, "x"]])
    its.desk.repositories.client_imports.add(one)
    its.desk.repositories.flush()
    row = _row(one.id, 2, RowState.DOUBT, its.words, its.client.id)
    its.desk.repositories.imported_rows.add(row)
    its.desk.repositories.imported_rows.add(_row(one.id, 3, RowState.NEW, its.words))
    its.desk.repositories.flush()
    return {"client_import": one.id, "import_row": row.id}


asked_for(client_imports="client_import", imported_rows="import_row")
everybodys("imported_rows")
forged("row_state", lambda _p, _t: ["doubt", "new", "match"])
forged("nth", lambda _p, _t: [0, 7])
forged("column_key", lambda _p, _t: ["phone", ""])
forged("encoding", lambda _p, _t: ["utf-8"])
forged("header", lambda _p, _t: [True, False])


@notice_facts
def said_of_imports(told: Told) -> Facts:
    one = ClientImport(
        told.member, a_file(told.now, told.name, content_hash="0" * 64), told.now, state=ImportState.READY
    )
    one.counts = {"new": 2, "match": 1}
    told.records.client_imports.add(one)
    told.records.flush()
    return {IMPORT_TOLD: {"client_import": one.id, "state": "ready"}}


def _done(desk: Desk, number: int) -> int:
    """As it is when it was done."""
    one = desk.archive.client_imports.locked(number)
    one.state, one.done_at, one.counts = ImportState.DONE, desk.now, {"made": 1}
    return number


calls(
    {
        "client_imports.send_clients": lambda d, _p, _t: sending.send_clients(d, CSV),
        "client_imports.cancel": lambda d, _p, t: sending.cancel(d, t.client_import),
        "client_imports.choose_column": lambda d, _p, t: sending.choose_column(
            d, t.client_import, 1, Column.PHONE
        ),
        "client_imports.choose_encoding": lambda d, _p, t: sending.choose_encoding(
            d, t.client_import, "utf-8"
        ),
        "client_imports.say_header": lambda d, _p, t: sending.say_header(d, t.client_import, has_header=True),
        "client_imports.read_on": lambda d, _p, t: sending.read_on(d, t.client_import),
        "client_imports.start": lambda d, _p, t: doing.start(d, t.client_import),
        "client_imports.settle_row": lambda d, _p, t: doing.settle_row(
            d, t.client_import, t.import_row, RowState.NEW
        ),
        "client_imports.start_undo": lambda d, _p, t: undoing.start_undo(d, _done(d, t.client_import)),
        "queries.client_imports.must_import": lambda d, _p, _t: queries.must_import(d),
        "queries.client_imports.imports_listed": lambda d, _p, _t: queries.imports_listed(d),
        "queries.client_imports.import_card": lambda d, _p, t: queries.import_card(d, t.client_import),
        "queries.client_imports.rows_seen": lambda d, _p, t: queries.rows_seen(
            d, t.client_import, [RowState.DOUBT]
        ),
        "queries.client_imports.row_seen": lambda d, _p, t: queries.row_seen(
            d, t.client_import, t.import_row
        ),
        "queries.client_imports.wrong_rows": lambda d, _p, t: queries.wrong_rows(d, t.client_import),
    }
)

"""What the agency does by itself in several steps: a client is forgotten, a file of clients is taken over, and
taken back, a message that was written earlier goes out.

Processes are killed meanwhile. Whoever comes next goes on where the dead one stopped, and each step is done once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import Table, func, select

from domain.entities.client_imports import (
    ClientFacts,
    ClientImport,
    ImportedRow,
    ImportState,
    RowState,
    facts_text,
)
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.forgets import Forget
from domain.entities.interactions import Interaction, Said
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import StaffMember
from domain.ports.desk import Desk
from domain.usecases.client_imports.doing import import_some
from domain.values.money import Money
from storage import SqlUnit
from storage.mapping import clients, history, interactions, notices, payments, search_tokens, travellers
from tests.crash.sent_later import is_sent, not_sent_once, one_to_send
from tests.things import a_file

ROWS = 50
"""Of one file: three portions."""
DEALS = 3
"""Of whoever is forgotten: each has a history of its own."""
EUR_600 = Money(600_00, "EUR")
TELLING: tuple[Table, ...] = (clients, history, interactions, travellers, search_tokens, notices)
"""In which a name could be left."""


@dataclass(frozen=True)
class Labour:
    """`lays` makes the nth, and gives the number it is known by: whether it is ended, and what is wrong with it then."""

    lays: Callable[[SqlUnit, Desk, int], int]
    ended: Callable[[SqlUnit, int], bool]
    wrong: Callable[[SqlUnit, int, int], list[str]]


Given = list[tuple[Labour, int, int]]
"""With its number among those of its kind, and its own."""


def give_labours(unit: SqlUnit, desk: Desk, nth: int) -> Given:
    """One of each; whoever looks next finds them to be done."""
    return [(labour, nth, labour.lays(unit, desk, nth)) for labour in LABOURS]


def unended(unit: SqlUnit, given: Given) -> list[str]:
    return [
        f"{labour.lays.__name__} {number}: never ended"
        for labour, _nth, number in given
        if not labour.ended(unit, number)
    ]


def spoiled(unit: SqlUnit, given: Given) -> list[str]:
    """What was done twice, or in part, of those that are ended."""
    ended = [(labour, nth, number) for labour, nth, number in given if labour.ended(unit, number)]
    return [words for labour, nth, number in ended for words in labour.wrong(unit, nth, number)]


def _one_to_forget(unit: SqlUnit, desk: Desk, nth: int) -> int:
    """With a name that stands in the histories of several things; all is closed, and paid."""
    long_ago, name = desk.now - timedelta(days=30), f"Quill{nth}feather Rosa"
    client = Client(name, None, long_ago)
    desk.repositories.clients.add(client)
    unit.repositories.flush()
    desk.repositories.interactions.add(Interaction(client, Said.NOTE, f"{name} likes the sea", long_ago))
    desk.note("client", client.id, "disconnected", person=name)
    for _ in range(DEALS):
        deal = Deal(client, "Rome", 1, EUR_600, EUR_600, long_ago, step_key="voucher", closed_at=long_ago)
        deal.payments.append(Payment(EUR_600, PaymentMethod.CASH, long_ago.date(), None, long_ago))
        desk.repositories.deals.add(deal)
        unit.repositories.flush()
        desk.note("deal", deal.id, "lost", reason=f"{name} stays at home")
    asked = desk.now - timedelta(days=2)
    forget = Forget(client, asked, due_at=asked + timedelta(days=1))
    desk.repositories.forgets.add(forget)
    unit.repositories.flush()
    return forget.id


def _forgotten(unit: SqlUnit, number: int) -> bool:
    return unit.repositories.forgets.get(number).cut_at is not None


def _not_forgotten(unit: SqlUnit, nth: int, number: int) -> list[str]:
    """A name that is left, or money that is not."""
    client = unit.repositories.forgets.get(number).client
    word = f"quill{nth}feather"
    left = [table.name for table in TELLING if _stands_in(unit, table, word)]
    deals = unit.repositories.deals.of(client)
    kept = select(func.count()).where(payments.c.deal_id.in_([deal.id for deal in deals]))
    paid = unit.session.scalar(kept)
    told = select(func.count()).where(history.c.subject == "client", history.c.subject_id == client.id)
    ends = unit.session.scalar(told.where(history.c.what == "forgotten"))
    wrong = [f"forget {number}: {word} still stands in {left}"] if left else []
    wrong += [f"forget {number}: {paid} payments of {DEALS}"] if paid != DEALS else []
    return wrong + ([f"forget {number}: told {ends} times"] if ends != 1 else [])


def _stands_in(unit: SqlUnit, table: Table, word: str) -> bool:
    return any(word in str(tuple(row)).casefold() for row in unit.session.execute(select(table)))


def _one_to_import(unit: SqlUnit, desk: Desk, nth: int) -> int:
    return _an_import(unit, desk, f"Come{nth}", ImportState.IMPORTING).id


def _one_to_take_back(unit: SqlUnit, desk: Desk, nth: int) -> int:
    one = _an_import(unit, desk, f"Gone{nth}", ImportState.IMPORTING)
    while import_some(desk, one.id):
        unit.repositories.flush()
    one.state = ImportState.UNDOING
    return one.id


def _an_import(unit: SqlUnit, desk: Desk, word: str, state: ImportState) -> ClientImport:
    one = ClientImport(_owner(desk), a_file(desk.now, word), desk.now, state=state)
    one.counts = {RowState.NEW.value: ROWS}
    desk.repositories.client_imports.add(one)
    unit.repositories.flush()
    for line in range(ROWS):
        row = ImportedRow(one.id, line, RowState.NEW, email=f"{word}.{line}@example.com".casefold())
        desk.repositories.imported_rows.add(row)
        unit.repositories.flush()
        row.facts = facts_text(ClientFacts(f"{word} No{line}", email=row.email, notes=f"of {word}"))
    unit.repositories.flush()
    return one


def _owner(desk: Desk) -> StaffMember:
    return desk.repositories.staff.active()[0]


def _imported(unit: SqlUnit, number: int) -> bool:
    return unit.repositories.client_imports.get(number).state in (ImportState.DONE, ImportState.UNDONE)


def _not_imported(unit: SqlUnit, _nth: int, number: int) -> list[str]:
    """Each row is a file, once; or none, once it was taken back."""
    one = unit.repositories.client_imports.get(number)
    came = one.state is ImportState.DONE
    rows = unit.repositories.imported_rows.some(number, tuple(RowState), ROWS + 1)
    word = rows[0].told.name.partition(" ")[0]
    names = sorted(unit.session.scalars(select(clients.c.name).where(clients.c.name.startswith(f"{word} "))))
    wanted = sorted(row.told.name for row in rows) if came else []
    state = RowState.MADE if came else RowState.TAKEN_BACK
    noted = select(func.count()).where(interactions.c.text == f"of {word}")
    notes = unit.session.scalar(noted)
    wrong = [f"import {number}: {len(names)} files of {len(wanted)}"] if names != wanted else []
    wrong += [f"import {number}: {notes} notes"] if notes != len(wanted) else []
    fits = one.counts == {state.value: ROWS} and all(row.state is state for row in rows)
    return wrong + ([] if fits else [f"import {number}: counts {one.counts}"])


LABOURS = (
    Labour(_one_to_forget, _forgotten, _not_forgotten),
    Labour(_one_to_import, _imported, _not_imported),
    Labour(_one_to_take_back, _imported, _not_imported),
    Labour(one_to_send, is_sent, not_sent_once),
)
"""A new kind of what is done in steps is a line here, and the place where it may die in `killing.py`."""

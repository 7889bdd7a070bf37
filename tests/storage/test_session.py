"""Things at hand: each once, written back as far as they were changed, and statements that were made once."""

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import partial
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy import TypeDecorator, bindparam, event, insert, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError, InvalidRequestError

import domain.entities
from domain.entities.deals import Deal
from domain.entities.interactions import Interaction, Said
from domain.values.money import Money
from domain.values.refusals import NotFound
from storage import Database, SqlUnit
from storage.engine.compiled import Compiled
from storage.mapping import clients, deals
from storage.mapping.registry import mappers, metadata
from tests.storage.things import NOON, client, deal, document, keep, member, notice, person, traveller, trip


async def written(database: Database, work: Callable[[SqlUnit], object]) -> list[str]:
    """The statements that change something, as far as their conditions."""
    said: list[str] = []

    def watched(unit: SqlUnit) -> None:
        def note(_connection: Any, _cursor: Any, words: str, *_: Any) -> None:
            if words.startswith(("INSERT", "UPDATE", "DELETE")):
                said.append(words.partition(" WHERE ")[0].partition(" (")[0])

        connection = unit.session.connection()
        event.listen(connection, "before_cursor_execute", note)
        try:
            work(unit)
            unit.repositories.flush()
        finally:
            event.remove(connection, "before_cursor_execute", note)

    await database.run(watched)
    return said


async def changed_rows(database: Database, work: Callable[[SqlUnit], object]) -> list[tuple[str, int]]:
    """The rows an UPDATE was sent for, in its order."""
    rows: list[tuple[str, int]] = []

    def watched(unit: SqlUnit) -> None:
        def note(_connection: Any, _cursor: Any, words: str, values: Any, _context: Any, many: bool) -> None:  # noqa: FBT001
            if words.startswith("UPDATE"):
                rows.extend((words.split()[1], each[-1]) for each in (values if many else [values]))

        connection = unit.session.connection()
        event.listen(connection, "before_cursor_execute", note)
        try:
            work(unit)
            unit.repositories.flush()
        finally:
            event.remove(connection, "before_cursor_execute", note)

    await database.run(watched)
    return rows


async def test_a_changed_column_prepares_none_of_the_relations(database: Database) -> None:
    """A flush by itself prepares to write what the loaded relations lead to, and that is half of its time."""
    sale = deal(client(), responsible=member())
    sale.travellers.append(traveller())
    await keep(database, sale)
    prepared: list[int] = []

    def change(unit: SqlUnit) -> None:
        event.listen(
            unit.session, "after_flush", lambda _, flush: prepared.append(len(flush.postsort_actions))
        )
        unit.repositories.deals.locked(sale.id).title = "Vienna"
        unit.repositories.flush()

    await database.run(change)
    assert prepared == [2], "deals are saved, and would be deleted: each kind counts twice"


async def test_what_was_only_looked_at_is_not_written(database: Database) -> None:
    sale = deal(client(), responsible=member())
    sale.travellers.append(traveller())
    await keep(database, sale)

    def look(unit: SqlUnit) -> None:
        again = unit.repositories.deals.locked(sale.id)
        assert again is unit.repositories.deals.get(sale.id), "each thing is at hand once"
        again.title, again.price = again.title, Money(again.price.minor, again.price.currency)

    assert await written(database, look) == []


async def test_only_the_columns_that_changed_are_written(database: Database) -> None:
    sale = deal(client())
    await keep(database, sale)

    def change(unit: SqlUnit) -> None:
        unit.repositories.deals.get(sale.id).price = Money(7, "EUR")

    (words,) = await written(database, change)
    assert words.startswith("UPDATE deals SET price_minor=")
    assert words.count("=") == 1, "the amount, and not its currency"


async def test_what_is_new_comes_with_what_it_refers_to_before_it(database: Database) -> None:
    sale = deal(client(who=person()), responsible=member())
    sale.travellers.append(traveller())
    sale.documents.append(document(sale, sale.travellers[0]))
    said = await written(database, lambda unit: unit.repositories.deals.add(sale))
    tables = [words.removeprefix("INSERT INTO ") for words in said if words.startswith("INSERT")]
    assert list(dict.fromkeys(tables)) == [
        *("persons", "stored_files", "staff_members", "clients"),
        *("deals", "travellers", "documents", "search_tokens"),
    ]
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert again.documents[0].traveller is again.travellers[0]


async def test_what_is_changed_is_written_in_one_order_for_all(database: Database) -> None:
    """Two who loaded the same rows with more or less around them lock them in the same order.

    By itself SQLAlchemy writes a client behind the trip when the client's person is loaded, and before it when not.
    """
    ivan, ohrid = client(who=person()), trip()
    await keep(database, ohrid, Interaction(ivan, Said.QUESTION, "When?", NOON))

    def change(unit: SqlUnit, *, in_part: bool) -> None:
        of = unit.repositories
        who = of.interactions.latest(limit=1)[0].client if in_part else of.clients.get(ivan.id)
        where = of.trips.get(ohrid.id)
        assert ("person" in vars(who)) is not in_part
        who.name = where.name = f"changed {in_part}"

    for in_part in (True, False):
        written = await changed_rows(database, partial(change, in_part=in_part))
        assert written == [("trips", ohrid.id), ("clients", ivan.id)]


async def test_things_of_a_kind_are_written_in_the_order_of_their_numbers(database: Database) -> None:
    first, second = deal(client()), deal(client())
    await keep(database, first, second)

    def change(unit: SqlUnit) -> None:
        for sale in [unit.repositories.deals.get(number) for number in (second.id, first.id)]:
            sale.seats += 1

    assert await changed_rows(database, change) == [("deals", first.id), ("deals", second.id)]


async def test_what_is_there_already_cannot_be_added(database: Database) -> None:
    ivan = client()
    await keep(database, ivan)
    with pytest.raises(ValueError, match="only what is new"):
        await database.run(lambda unit: unit.repositories.clients.add(ivan))


async def test_what_is_removed_is_gone(database: Database) -> None:
    ivan, maria = client("Ivan"), client("Maria")
    await keep(database, ivan, maria)

    def remove(unit: SqlUnit) -> None:
        unit.repositories.clients.remove(unit.repositories.clients.get(ivan.id))

    assert await written(database, remove) == ["DELETE FROM clients"]
    with pytest.raises(NotFound):
        await database.read(lambda unit: unit.repositories.clients.get(ivan.id))
    assert (await database.read(lambda unit: unit.repositories.clients.get(maria.id))).name == "Maria"


async def test_what_others_refer_to_is_not_removed(database: Database) -> None:
    sale = deal(client())
    sale.travellers.append(traveller())
    await keep(database, sale)
    with pytest.raises(IntegrityError):
        await database.run(lambda unit: unit.repositories.deals.remove(unit.repositories.deals.get(sale.id)))
    assert (await database.read(lambda unit: unit.repositories.deals.get(sale.id))).travellers


async def test_what_nobody_asked_for_is_not_loaded(database: Database) -> None:
    said = Interaction(client(who=person()), Said.QUESTION, "When?", NOON, deal=deal(client()))
    await keep(database, said)
    again = await database.read(lambda unit: unit.repositories.interactions.get(said.id))
    assert again.client.person is not None
    assert again.deal is not None
    with pytest.raises(InvalidRequestError, match="raise"):
        again.deal.travellers  # noqa: B018


async def test_what_was_loaded_in_part_is_completed(database: Database) -> None:
    sale = deal(client(who=person()), trip(), responsible=member())
    sale.travellers.append(traveller())
    said = Interaction(sale.client, Said.QUESTION, "When?", NOON, deal=sale)
    await keep(database, sale, said)

    def look(unit: SqlUnit) -> Deal:
        part = unit.repositories.interactions.get(said.id).deal
        whole = unit.repositories.deals.get(sale.id)
        assert whole is part, "each thing is at hand once"
        return whole

    whole = await database.read(look)
    assert (len(whole.travellers), whole.payments, whole.documents) == (1, [], [])
    assert whole.client.person is not None
    assert whole.trip is not None


async def test_facts_changed_in_place_are_noticed(database: Database) -> None:
    told = notice(person(), "x", facts={"deal": 1})
    await keep(database, told)

    def change(unit: SqlUnit) -> None:
        unit.repositories.notices.get(told.id).facts["deal"] = 2

    assert len(await written(database, change)) == 1
    again = await database.read(lambda unit: unit.repositories.notices.get(told.id))
    assert again.facts == {"deal": 2}


@pytest.mark.parametrize("in_place", [True, False])
async def test_who_only_looks_changes_nothing(database: Database, *, in_place: bool) -> None:
    told = notice(person(), "x", facts={"deal": 1})
    await keep(database, told)

    def change(unit: SqlUnit) -> None:
        again = unit.repositories.notices.get(told.id)
        if in_place:
            again.facts["deal"] = 2
        else:
            again.attempts += 1

    with pytest.raises(RuntimeError, match="belongs into run"):
        await database.read(change)
    with pytest.raises(RuntimeError, match="belongs into run"):
        await database.read(lambda unit: unit.repositories.clients.session.add(client()))


def _with_a_number() -> Iterator[type]:
    """Every class of the trade that has rows of its own."""
    for found in pkgutil.iter_modules(domain.entities.__path__, "domain.entities."):
        for kind in vars(import_module(found.name)).values():
            own = isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == found.name
            if own and "id" in {each.name for each in fields(kind)}:
                yield kind


SEALED = {"passport", "extra", "address", "needs", "facts", "sample"}


def test_everything_a_thing_is_made_of_has_its_place() -> None:
    """And every relation raises until a repository asks for it."""
    assert {mapper.class_ for mapper in mappers.mappers} == set(_with_a_number())
    for mapper in mappers.mappers:
        assert set(mapper.class_.__dataclass_fields__) <= {
            *mapper.attrs.keys(),
            *SEALED,
        }, mapper.class_
        assert {relation.lazy for relation in mapper.relationships} <= {"raise"}, mapper.class_


NAMED = Compiled(
    select(clients.c.name).where(clients.c.phone == bindparam("phone"), clients.c.id > 0).limit(1)
)


async def test_a_statement_made_once_asks_for_all_its_values(database: Database) -> None:
    await keep(database, client("Ivan", "+1"), client("Maria", "+2"))
    for phone, name in (("+1", "Ivan"), ("+2", "Maria"), ("+1", "Ivan")):
        found = await database.run(lambda unit: unit.session.rows(NAMED, phone=phone))  # noqa: B023
        assert [list(row) for row in found] == [[name]]
    with pytest.raises(KeyError, match="phone"):
        await database.run(lambda unit: unit.session.rows(NAMED))


async def test_a_statement_made_once_reads_an_empty_column_as_any_other_does(database: Database) -> None:
    """None of several keys is an empty column; so is what the release before this one wrote."""
    ivan = client("Ivan")
    await keep(database, ivan)
    made = Compiled(select(clients.c.told, clients.c.tags, clients.c.email))
    [row] = await database.run(lambda unit: unit.session.rows(made))
    assert [*row] == [(), (), None]


def test_what_types_read_in_an_empty_column_is_known_to_statements_made_once() -> None:
    read = {
        column.type: column.type.process_result_value(None, sqlite.dialect())
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, TypeDecorator) and "process_result_value" in vars(type(column.type))
    }
    assert () in read.values()
    assert {kind: getattr(kind, "nothing", None) for kind in read} == read


async def test_a_statement_made_once_fails_as_any_other_does(database: Database) -> None:
    ivan = client("Ivan")
    await keep(database, ivan)
    row = {"id": ivan.id, "name": "Somebody", "phone": None, "known_since": NOON, "person_id": None}
    with pytest.raises(IntegrityError) as failed:
        await database.run(lambda unit: unit.session.rows(Compiled(insert(clients)), **row))
    assert "Somebody" not in str(failed.value), "an error is logged; what people said is not"


def test_what_is_spelled_anew_for_every_value_is_not_made_once() -> None:
    numbers = Compiled(select(deals.c.id).where(deals.c.id.in_(bindparam("numbers", expanding=True))))
    from sqlalchemy import create_engine

    with create_engine("sqlite://").connect() as connection, pytest.raises(ValueError, match="made once"):
        numbers.send(connection, {"numbers": [1]})

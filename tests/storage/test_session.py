"""Things at hand: each once, written back as far as they were changed, and statements that were made once."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import bindparam, event, select
from sqlalchemy.exc import IntegrityError

from domain.entities.deals import Deal
from domain.values.money import Money
from storage import Database, SqlUnit
from storage.engine.compiled import Compiled
from storage.mapping import LAYOUTS
from storage.tables import clients, deals
from tests.storage.things import client, deal, document, keep, member, person, traveller


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
    assert words.count("=") == 2, "the amount and its currency"
    assert "currency=" in words


async def test_what_is_new_comes_with_what_it_refers_to_before_it(database: Database) -> None:
    sale = deal(client(who=person()), responsible=member())
    sale.travellers.append(traveller())
    sale.documents.append(document(sale, sale.travellers[0]))
    said = await written(database, lambda unit: unit.repositories.deals.add(sale))
    tables = [words.removeprefix("INSERT INTO ") for words in said if words.startswith("INSERT")]
    assert tables == ["persons", "clients", "persons", "staff_members", "deals", "travellers", "documents"]
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert again.documents[0].traveller is again.travellers[0]


async def test_what_is_changed_is_written_in_one_order_for_all(database: Database) -> None:
    """Two who change the same things in different orders must not wait for each other for ever."""
    ivan, first, second = client(), deal(client()), deal(client())
    await keep(database, ivan, first, second)

    order: list[Any] = []

    def noting(unit: SqlUnit) -> None:
        later, earlier = (unit.repositories.deals.get(sale.id) for sale in (second, first))
        who = unit.repositories.clients.get(ivan.id)
        later.title = earlier.title = who.name = "changed"
        order.extend(unit.session._changes())

    await database.run(noting)
    assert [(type(thing).__name__, thing.id) for thing in order] == [
        ("Client", ivan.id),
        ("Deal", first.id),
        ("Deal", second.id),
    ]


async def test_what_is_there_already_cannot_be_added(database: Database) -> None:
    ivan = client()
    await keep(database, ivan)
    with pytest.raises(ValueError, match="only what is new"):
        await database.run(lambda unit: unit.repositories.clients.add(ivan))


def test_everything_a_thing_is_made_of_has_its_place() -> None:
    for kind, layout in LAYOUTS.items():
        told = {*layout._plain, *layout._parts, *layout.ones, *layout.lists}
        told |= {"passport"} if layout.sealed else set()
        assert told == set(kind.__dataclass_fields__), kind  # type: ignore[attr-defined]


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


async def test_a_statement_made_once_fails_as_any_other_does(database: Database) -> None:
    row = LAYOUTS[Deal].row(deal(client()))
    del row["id"]
    with pytest.raises(IntegrityError) as failed:
        await database.run(lambda unit: unit.session.rows(LAYOUTS[Deal].insertion, **row | {"client_id": 99}))
    assert "Ohrid" not in str(failed.value), "an error is logged; what people said is not"


def test_what_is_spelled_anew_for_every_value_is_not_made_once() -> None:
    numbers = Compiled(select(deals.c.id).where(deals.c.id.in_(bindparam("numbers", expanding=True))))
    from sqlalchemy import create_engine

    with create_engine("sqlite://").connect() as connection, pytest.raises(ValueError, match="made once"):
        numbers.send(connection, {"numbers": [1]})

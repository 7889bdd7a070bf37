"""What was filled into fields: nothing of it stands in clear, and the next key seals it anew."""

from sqlalchemy import select, type_coerce

from domain.entities.field_values import HasFields, put_values, values_of
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys, is_sealed
from storage.engine.columns import Words
from storage.mapping import metadata
from tests.storage import things

TABLES = ("clients", "deals", "inquiries", "travellers", "trips")
OLD, NEW = b"a secret of the tests only", b"another secret of the tests"


def _fill(unit: SqlUnit) -> None:
    ivan, ohrid = things.client("Ivan", None, things.person("Ivan")), things.trip()
    sale = things.deal(ivan, ohrid)
    sale.travellers.append(things.traveller())
    asked = things.inquiry(ivan)
    filled: list[HasFields] = [ivan, sale, asked, sale.travellers[0], ohrid]
    for place, thing in enumerate(filled):
        put_values(thing, {"allergy": f"nuts {place}"})
    unit.repositories.clients.add(ivan)
    unit.repositories.trips.add(ohrid)
    unit.repositories.deals.add(sale)
    unit.repositories.inquiries.add(asked)


def _at_rest(unit: SqlUnit) -> dict[str, str]:
    rows = {}
    for name in TABLES:
        table = metadata.tables[name]
        [rows[name]] = unit.session.scalars(select(type_coerce(table.c.extra, Words)))
    return rows


def _read(unit: SqlUnit) -> list[object]:
    sale, person = unit.repositories.deals.get(1), unit.repositories.people.get(1)
    assert sale.trip is not None
    found = sale.client, sale, unit.repositories.inquiries.get(1), sale.travellers[0], sale.trip
    assert unit.repositories.clients.of(person) is sale.client
    return [values_of(thing)["allergy"] for thing in found]


async def test_every_table_with_fields_keeps_them_sealed_and_is_sealed_anew(database: Database) -> None:
    await database.run(_fill)
    kept = await database.read(_at_rest)
    assert all(is_sealed(text) and "nuts" not in text for text in kept.values())
    assert await database.read(_read) == [f"nuts {place}" for place in range(5)]

    def exchanged(unit: SqlUnit) -> dict[str, str]:
        unit.session.keys = Keys(NEW, OLD)
        after: int | None = 0
        while after is not None:
            after = unit.secrets.reseal(after, 1)
        return _at_rest(unit)

    anew = await database.run(exchanged)
    assert all(Keys(NEW).sealed_by_newest(text) for text in anew.values())

    def read_with_the_new_key(unit: SqlUnit) -> list[object]:
        unit.session.keys = Keys(NEW)
        return _read(unit)

    assert await database.read(read_with_the_new_key) == [f"nuts {place}" for place in range(5)]


async def test_a_value_that_is_changed_or_emptied_is_written(database: Database) -> None:
    await database.run(_fill)

    def change(unit: SqlUnit) -> None:
        sale = unit.repositories.deals.get(1)
        put_values(sale, {"allergy": "milk"})
        put_values(sale.client, {})

    await database.run(change)

    def read(unit: SqlUnit) -> tuple[object, object]:
        sale = unit.repositories.deals.get(1)
        return values_of(sale), values_of(sale.client)

    assert await database.read(read) == ({"allergy": "milk"}, {})

"""Companions are found by passport without it standing there, and those who travelled before are carried over once."""

from datetime import date

from sqlalchemy import text, update

from domain.entities.companions import Companion
from domain.entities.travellers import Relation, Traveller
from storage import Database, SqlUnit
from storage.kept.companions import AT_ONCE, anybody_unknown, remember_some
from storage.mapping import travellers
from tests.storage.things import NOON, client, deal, keep

BORN, UNTIL, LATER = date(1985, 5, 17), date(2029, 1, 1), date(2036, 1, 1)


def known(unit: SqlUnit) -> list[tuple[str, str | None, date | None]]:
    found = unit.repositories.companions.of(unit.repositories.clients.get(1))
    return [(one.name, one.passport, one.passport_expires) for one in found]


async def test_a_passport_is_found_by_all_of_it_and_stands_nowhere(database: Database) -> None:
    emily = client("Emily")
    await keep(database, emily)

    def add(unit: SqlUnit) -> None:
        tom = Companion(
            unit.repositories.clients.get(emily.id), Relation.CHILD, "Tom", NOON, BORN, "AB1234567"
        )
        unit.repositories.companions.add(tom)

    await database.run(add)

    def look(unit: SqlUnit) -> tuple[int, int, str]:
        companions = unit.repositories.companions
        found = len(companions.with_passport("AB1234567")), len(companions.with_passport("AB123456"))
        [stands] = unit.session.connection().execute(text("SELECT passport FROM companions")).scalars()
        return *found, str(stands)

    one, part, stands = await database.read(look)
    assert (one, part) == (1, 0)
    assert stands.startswith("sealed:")


async def test_those_who_travelled_before_are_carried_over_once(database: Database) -> None:
    emily = client("Emily")
    first, second = deal(emily, seats=2), deal(emily, seats=AT_ONCE)
    first.travellers += [
        Traveller(Relation.SELF, "Emily Green", BORN, "AB1234567", LATER),
        Traveller(Relation.CHILD, "Tom Green", date(2019, 6, 1), "AB1234568", UNTIL),
    ]
    second.travellers += [
        Traveller(Relation.SELF, "Emily Green", BORN, "AB0000000", UNTIL),
        Traveller(Relation.OTHER, "Left Out", cancelled_at=NOON),
        *(Traveller(Relation.OTHER, f"{chr(65 + number)} Guest") for number in range(2)),
    ]
    await keep(database, first, second)
    assert await database.read(anybody_unknown)

    assert await database.run(remember_some) == 6
    assert await database.run(remember_some) == 0
    assert not await database.read(anybody_unknown)
    there = await database.read(known)
    assert sorted(there, key=str) == [
        ("A Guest", None, None),
        ("B Guest", None, None),
        ("Emily Green", "AB1234567", LATER),
        ("Tom Green", "AB1234568", UNTIL),
    ]

    def as_before(unit: SqlUnit) -> None:
        unit.session.execute(update(travellers).values(remembered=None))

    await database.run(as_before)
    assert await database.run(remember_some) == 6
    assert sorted(await database.read(known), key=str) == sorted(there, key=str)

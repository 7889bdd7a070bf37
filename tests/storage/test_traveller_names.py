"""Travellers are found by name as soon as they are written; what the release before wrote, once it was carried over."""

from sqlalchemy import delete, update

from storage import Database, SqlUnit
from storage.kept.names import anybody_unnamed, name_some
from storage.mapping import search_tokens, travellers
from tests.storage.things import client, deal, keep, traveller, trip


async def found(database: Database, text: str) -> list[str]:
    def look(unit: SqlUnit) -> list[str]:
        return [one.name for _deal, one in unit.repositories.deals.travelling(text)]

    return await database.read(look)


async def test_who_is_written_is_found_and_under_another_name_as_well(database: Database) -> None:
    family = deal(client("Ivan"), trip(), seats=2)
    family.travellers += [traveller("Ivan"), traveller("Emily O’Brien")]
    await keep(database, family)
    assert await found(database, "o'br") == ["Emily O’Brien"]
    assert await found(database, "ivan") == []  # found as a client
    assert not await database.read(anybody_unnamed)

    def rename(unit: SqlUnit) -> None:
        unit.repositories.deals.get(family.id).travellers[1].name = "Emily Green"

    await database.run(rename)
    assert await found(database, "o'br") == []
    assert await found(database, "green em") == ["Emily Green"]


async def test_what_the_release_before_wrote_is_carried_over(database: Database) -> None:
    family = deal(client("Ivan"), trip(), seats=2)
    family.travellers += [traveller("Ana"), traveller("李 美")]
    await keep(database, family)

    def as_before(unit: SqlUnit) -> None:
        unit.session.execute(update(travellers).values(named=None))
        unit.session.execute(delete(search_tokens).where(search_tokens.c.subject == "traveller"))

    await database.run(as_before)
    assert await found(database, "李美") == []
    assert await database.read(anybody_unnamed)
    assert await database.run(name_some) == 2
    assert await database.run(name_some) == 0
    assert not await database.read(anybody_unnamed)
    assert await found(database, "李美") == ["李 美"]
    assert await found(database, "ана") == ["Ana"]


async def test_only_those_on_the_trips_that_are_named(database: Database) -> None:
    here, there = trip(), trip("Other")
    one, other = deal(client("Ivan"), here), deal(client("Boris"), there)
    one.travellers.append(traveller("Emily"))
    other.travellers.append(traveller("Emily"))
    await keep(database, one, other)

    def look(unit: SqlUnit) -> list[int]:
        trips = [unit.repositories.trips.get(here.id)]
        return [deal.id for deal, _one in unit.repositories.deals.travelling("эмили", trips=trips)]

    assert await database.read(look) == [one.id]

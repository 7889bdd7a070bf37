"""What a thief of the database would read: no passport's number, wherever it passed through, and no token."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import select

from domain.entities.people import Role
from storage import SqlUnit
from storage.mapping import metadata, screens, travellers
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.world import World

NUMBER = "ZQ7654321"
AS_TYPED = "zq 765-4321"


async def at_rest(world: World) -> str:
    """Every value of every table, as a thief of a dump would have it."""

    def work(unit: SqlUnit) -> str:
        rows = [
            f"{table.name}: {tuple(row)}"
            for table in metadata.sorted_tables
            for row in unit.session.execute(select(table))
        ]
        return "\n".join(rows)

    return await world.database.read(work)


async def hidden(world: World) -> None:
    kept = await at_rest(world)
    for spelling in (NUMBER, NUMBER.lower(), AS_TYPED, NUMBER[2:]):
        assert spelling not in kept, next(line for line in kept.splitlines() if spelling in line)


async def a_client_with_a_deal(world: World) -> Person:
    anna = await world.person("Anna")
    await anna.says("/start")
    await a_deal(world, client=anna, trip=await a_trip(world))
    return anna


async def types_the_number(world: World, anna: Person) -> None:
    await anna.says("/mytrips")
    await anna.taps("✍️ Traveller 1 of 2")
    await anna.taps("🙋 Myself")
    for answer in ("Anna", "17.05.1985", AS_TYPED):
        await anna.says(answer)
    anna.hears("When does the passport expire?")
    await hidden(world)


async def test_a_number_is_nowhere_in_clear_once_it_is_heard(world: World) -> None:
    anna = await a_client_with_a_deal(world)
    await types_the_number(world, anna)

    await anna.says("/cancel")
    await hidden(world)
    await anna.taps("▶ Continue")
    await anna.says("17.05.2031")
    anna.hears(f"Passport {NUMBER}")
    await hidden(world)
    await anna.taps("✅ Save")
    anna.hears("Anna: added")
    await hidden(world)

    await anna.taps("🧳 The trip")
    await anna.taps("👥 Travellers")
    await anna.taps("✏️ Anna")
    anna.hears(f"Passport {NUMBER}")
    await hidden(world)

    boris = await world.colleague("Boris", Role.MANAGER)
    for typed in (AS_TYPED, NUMBER, NUMBER.lower()):
        await boris.says(typed)
        boris.hears("#1 · Ohrid 29.10", "Anna")
        await hidden(world)
        await boris.taps("◀ Back")
        boris.hears("Found for “")
        boris.sees("🛂 Anna · #1")
        await hidden(world)
    for part in (NUMBER[:-1], NUMBER[2:], "ZQ7654322"):
        await boris.says(part)
        boris.hears("Nothing found for “")


async def test_a_number_that_is_being_changed_is_kept_sealed_too(world: World) -> None:
    await types_the_number(world, anna := await a_client_with_a_deal(world))
    await anna.says("17.05.2031")
    await anna.taps("✏️ Passport")
    anna.hears("Passport number?")
    await hidden(world)
    await anna.taps("◀ Back")
    anna.hears(f"Passport {NUMBER}, expires 17 May 2031")
    await hidden(world)


async def test_only_who_may_see_numbers_finds_by_one(world: World) -> None:
    await types_the_number(world, anna := await a_client_with_a_deal(world))
    await anna.says("17.05.2031")
    await anna.taps("✅ Save")
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    gergana = await world.colleague("Gergana", Role.GUIDE)
    for person in (ivan, gergana):
        await person.says(NUMBER)
        person.hears(f"Nothing found for “{NUMBER}”")
    await hidden(world)


async def test_what_was_typed_last_month_is_asked_again_when_the_key_is_another(world: World) -> None:
    anna = await a_client_with_a_deal(world)
    await types_the_number(world, anna)
    await anna.says("/cancel")

    def spoil(unit: SqlUnit) -> None:
        [row] = unit.session.execute(select(screens).where(screens.c.state.is_not(None)))
        answers = row.state["answers"] | {"passport.sealed": "sealed:1:00000000:AAAA"}
        changed = (
            screens.update().where(screens.c.id == row.id).values(state=row.state | {"answers": answers})
        )
        unit.session.execute(changed)

    await world.database.run(spoil)
    await anna.taps("▶ Continue")
    anna.hears("Passport number?")
    await anna.says(AS_TYPED)
    await anna.says("17.05.2031")
    await anna.taps("✅ Save")
    anna.hears("Anna: added")


async def test_what_an_earlier_program_wrote_is_read_and_then_sealed(world: World) -> None:
    await types_the_number(world, anna := await a_client_with_a_deal(world))
    await anna.says("17.05.2031")
    await anna.taps("✅ Save")

    def as_before(unit: SqlUnit) -> None:
        unit.session.execute(travellers.update().values(passport=NUMBER, passport_hash=None))

    await world.database.run(as_before)
    await anna.taps("🧳 The trip")
    await anna.taps("👥 Travellers")
    await anna.taps("✏️ Anna")
    anna.hears(f"Passport {NUMBER}")
    await world.database.run(lambda unit: unit.secrets.seal_clear())
    await hidden(world)
    boris = await world.colleague("Boris", Role.MANAGER)
    await boris.says(NUMBER)
    boris.hears("#1 · Ohrid 29.10", "Anna")


async def test_not_even_in_the_bytes_of_the_file(world: World, database_url: str) -> None:
    """SQLite leaves what was deleted where it stood, unless told to wipe it."""
    if not database_url.startswith("sqlite"):
        pytest.skip("one file is SQLite's")
    await types_the_number(world, anna := await a_client_with_a_deal(world))
    await anna.says("17.05.2031")
    await anna.taps("✅ Save")
    await world.bot.close()
    await world.database.close()
    content = await asyncio.to_thread(Path(database_url.removeprefix("sqlite+aiosqlite:///")).read_bytes)
    for spelling in (NUMBER, AS_TYPED):
        assert spelling.encode() not in content

"""What the agency writes once and each reads in their own language: a trip's name, its place, a month, a destination."""

from bot.flows.trips import translate
from domain.entities.people import Role
from domain.values.language import Language
from storage import SqlUnit
from tests.deals import a_trip
from tests.dialogues import play
from tests.stories.asking import a_join_link
from tests.world import World


async def test_boris_gives_a_trip_in_russian_as_the_flow_says(world: World) -> None:
    await a_trip(world)
    boris = await world.colleague("Boris", Role.MANAGER)
    await boris.says("/trips")
    await boris.taps("Ohrid 29.10")
    await play((translate.__doc__ or "").replace("Plovdiv, Central Station", await place_of(world)), boris)
    boris.hears("Русский: Охрид · Пловдив, Центральный вокзал")
    await boris.taps("◀ Back")
    boris.hears("🌐 Not yet in")

    anna = await world.person("Анна", language="ru")
    await anna.says(f"/start {await a_join_link(world, 1)}")
    anna.hears("Охрид 29.10", "Пловдив, Центральный вокзал")
    mei = await world.person("Mei", language="zh")
    await mei.says(f"/start {await a_join_link(world, 1)}")
    mei.hears("Ohrid 29.10")  # nobody gave it in Chinese: as written

    await boris.says("Охрид")
    boris.hears("Ohrid 29.10", "Friday 29 October")


async def test_a_month_that_was_tapped_and_a_place_we_know_are_read_by_everybody_in_their_language(
    world: World,
) -> None:
    await a_trip(world)

    def given(unit: SqlUnit) -> None:
        unit.repositories.trips.get(1).translate(Language.CHINESE, {"name": "奥赫里德"})

    await world.database.run(given)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    mei = await world.person("Mei", language="zh")
    await mei.says("/tour")
    await mei.taps("奥赫里德")
    await mei.taps("🏝 仍要咨询")
    month = next(label for label in mei.buttons if "月" in label)
    await mei.taps(month)
    await mei.taps("2")
    await mei.taps("Mei")
    await mei.says("+86 138 0013 8000")
    mei.hears("奥赫里德", month)
    mei.hears_nothing_of("Ohrid")
    await mei.taps("✅")

    await kalina.looks()
    kalina.hears("📥", "Ohrid · April")
    kalina.hears_nothing_of("奥赫里德", "月")


async def place_of(world: World) -> str:
    return await world.database.read(lambda unit: unit.repositories.trips.get(1).place)

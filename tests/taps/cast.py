"""Who plays the jobs, and what several jobs begin with."""

from domain.entities.people import Role
from tests.people import Person
from tests.world import World


async def a_manager(world: World) -> Person:
    return await world.colleague("Boris", Role.MANAGER)


async def an_operator(world: World) -> Person:
    return await world.colleague("Kalina", Role.OPERATOR)


async def a_client(world: World) -> Person:
    """Somebody who has opened the bot and said nothing yet."""
    anna = await world.person("Anna", phone="+359888123456")
    await anna.says("/start")
    return anna


async def asks_for_lisbon(anna: Person, days: str = "") -> None:
    """For two; by its month where no days are said."""
    await anna.taps("🏝 Ask for a tour")
    await anna.says("Lisbon")
    await (anna.says(days) if days else anna.taps("July"))
    await anna.taps("2")
    await anna.taps("Anna")
    await anna.taps("📱 Share my phone number")
    await anna.taps("✅ Send")
    anna.hears("We have received your inquiry")


async def enters(anna: Person, who: str, name: str, passport: str) -> None:
    await anna.taps(who)
    for answer in (name, "17.05.1985", passport, "17.05.2031"):
        await anna.says(answer)
    await anna.taps("✅ Save")
    anna.hears(name)

"""Who plays the jobs."""

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

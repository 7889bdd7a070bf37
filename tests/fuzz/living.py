"""One history, lived through in a town and a database of its own."""

from collections import Counter
from contextlib import AsyncExitStack

from storage import Database
from tests.databases import KEYS, Databases
from tests.fuzz.acts import History
from tests.fuzz.milestones import reached
from tests.fuzz.play import play
from tests.fuzz.town import a_town
from tests.world import World


async def live_through(databases: Databases, lived: History) -> tuple[Counter[str], set[str]]:
    """What got done, by the words of the history, and how far it went; how many acts it took is under "acts"."""
    async with AsyncExitStack() as stack:
        url = await databases.migrated()
        stack.push_async_callback(databases.drop, url)
        database = Database(url, KEYS)
        stack.push_async_callback(database.close)
        world = World(database)
        await world.open()
        stack.push_async_callback(world.close)
        town = await a_town(world, lived.beginning)
        await play(town, lived.events)
        told = town.model.told - town.before
        return told + Counter(acts=town.acts), await world.database.read(
            lambda unit: reached(unit, told, town.model.sold_out)
        )

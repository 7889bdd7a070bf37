"""After a trip both cards are written; what was noticed of the market; a group of the staff is tied."""

from datetime import UTC, datetime

from domain.entities.people import Role
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.stories.test_departures import goes_along
from tests.stories.test_staff_group import a_forum, chooses
from tests.taps.cast import a_client, a_manager
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World

AFTER = datetime(2027, 11, 4, 8, tzinfo=UTC)
"""The day after return, at ten in Sofia."""


async def a_trip_is_over(world: World) -> tuple[Person, Person]:
    """Boris has sold it, and Vera went along: both have just been asked for their cards."""
    boris, vera = await a_manager(world), await world.colleague("Vera", Role.GUIDE)
    trip = await a_trip(world)
    await goes_along(world, trip, vera)
    await a_deal(world, client=await a_client(world), trip=trip, responsible=boris, step="notified")
    await world.turn(AFTER)
    await boris.looks()
    await vera.looks()
    return boris, vera


async def goes_to_settlement(world: World) -> Counted:
    boris, _vera = await a_trip_is_over(world)
    boris = await counted(boris)
    await boris.taps("📝 Write the cards")
    await boris.taps("#1 · Anna")
    await boris.taps("🧾 Settlement")
    return boris


@job("how a trip went, by who sold it, from the notice", before="–", now=Cost(6), aim=6)
async def records(world: World) -> Counted:
    boris = await goes_to_settlement(world)
    for label in ("📝 Contact record", "4", "✅ Save"):
        await boris.taps(label)
    boris.hears("⏳ Missing:")
    return boris


@job("a client's data card after a trip, the settlement open", before="–", now=Cost(6), aim=6)
async def looks_through(world: World) -> Counted:
    boris = await counted(await goes_to_settlement(world))
    for label in ("🪪 Data card", "4", "half board", "Skip", "Did they like the food?", "✅ All true"):
        await boris.taps(label)
    boris.hears("🪪 Data card looked through on")
    return boris


@job("how a trip went, by its guide, from the notice", before="–", now=Cost(5), aim=5)
async def guides(world: World) -> Counted:
    _boris, vera = await a_trip_is_over(world)
    vera = await counted(vera)
    for label in ("📝 Write the cards", "📝 Ohrid", "📝 Write the record", "5", "✅ Save"):
        await vera.taps(label)
    vera.hears("Kept. Thank you.")
    return vera


@job("what was noticed of a supplier nobody has noted yet", before="–", now=Cost(1, 1), aim=2)
async def notices(world: World) -> Counted:
    boris = await counted(await a_manager(world))
    await boris.says("/note Hotel Bellevue: renovates its pool till May")
    await boris.taps("🏨 A supplier")
    boris.hears("Noted under Hotel Bellevue.")
    return boris


@job("a staff group is tied, from the first screen", before="–", now=Cost(3, 0, 1), aim=4)
async def ties(world: World) -> Counted:
    """The group is chosen in Telegram: one thing sent."""
    boris = await a_manager(world)
    await a_forum(world, boris)
    boris = await counted(boris)
    await boris.says("/settings")
    await boris.taps("💬 Staff group")
    await boris.taps("🔗 Tie a group")
    await chooses(boris)
    boris.acts.append("sent")
    boris.hears("✅ “Desk” is tied.")
    return boris

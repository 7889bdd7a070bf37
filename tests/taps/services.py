"""A service is entered in one line, and its supplier gets a link."""

from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.taps.cast import a_client, a_manager
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World

LINE = "Flight FB 431 29.10 06:40 Sofia – Skopje 07:30, option until 16.10, net 250"


async def a_deal_is_open(world: World) -> Person:
    boris = await a_manager(world)
    await a_deal(world, client=await a_client(world), trip=await a_trip(world), responsible=boris)
    await boris.says("/deals 1")
    return boris


async def goes_to_the_flight(boris: Person) -> None:
    await boris.taps("⋯ More")
    await boris.taps("🔖 Services")
    await boris.taps("➕ Add a service")
    await boris.says(LINE)
    await boris.taps("✅ Save")


@job("a flight with hours and option in one line, the deal open", before="–", now=Cost(4, 1), aim=5)
async def enters(world: World) -> Counted:
    boris = await counted(await a_deal_is_open(world))
    await goes_to_the_flight(boris)
    boris.hears("🔖 Flight FB 431", "06:40")
    return boris


@job("a link for the supplier, the service open", before="–", now=Cost(1), aim=2)
async def links(world: World) -> Counted:
    boris = await a_deal_is_open(world)
    await goes_to_the_flight(boris)
    boris = await counted(boris)
    await boris.taps("🔗 Link to confirm")
    boris.hears("asks you to confirm", "/s/")
    return boris

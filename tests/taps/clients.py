"""The clients' side: asking, joining, writing, confirming."""

from datetime import datetime

from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.stories.asking import a_join_link
from tests.taps.cast import a_client, a_manager, asks_for_lisbon, enters
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World


@job("a client asks for a tour, the first time", before="9 T + 1 W", now=Cost(9, 1), aim=7)
async def asks_for_a_tour(world: World) -> Counted:
    anna = await counted(await a_client(world))
    await a_manager(world)
    await asks_for_lisbon(anna)
    return anna


@job("a new client joins a trip, having opened its link", before="4 T", now=Cost(4), aim=4)
async def joins_by_link(world: World) -> Counted:
    await a_manager(world)
    return await _joins(world, await a_client(world), "2", "Anna", "📱 Share my phone number", "✅ Send")


@job("a known client joins a trip, having opened its link", before="2 T", now=Cost(2), aim=2)
async def joins_again(world: World) -> Counted:
    await a_manager(world)
    anna = await a_client(world)
    await asks_for_lisbon(anna)
    return await _joins(world, anna, "2", "✅ Send")


async def _joins(world: World, anna: Person, *taps: str) -> Counted:
    await anna.says(f"/start {await a_join_link(world, await a_trip(world))}")
    anna = await counted(anna)
    for label in taps:
        await anna.taps(label)
    anna.hears("Ohrid 29.10, 2 people")
    return anna


@job("a client's data of one traveller, from the notice", before="4 T + 3 W", now=Cost(3, 4), aim=None)
async def enters_themselves(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, seats=1, trip=await a_trip(world), responsible=boris)
    await boris.says("/deals 1")
    await boris.taps("▶ Inquiry")
    anna = await counted(anna)
    await anna.taps("📝 Enter travellers")
    await enters(anna, "🙋 Myself", "Anna Petrova", "751234567")
    return anna


@job("a client's question in free words", before="1 W + 1 T", now=Cost(0, 1), aim=1)
async def clients_question(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, responsible=boris)
    anna = await counted(anna)
    await anna.says("May I bring a big suitcase?")
    await boris.looks()
    boris.hears("May I bring a big suitcase?")
    return anna


@job("a client confirms the day before", before="1 T", now=Cost(1), aim=1)
async def confirms(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    sent = world.sandbox.clock.now()
    await a_deal(
        world,
        client=anna,
        trip=await a_trip(world),
        step="voucher",
        responsible=boris,
        voucher_sent_at=sent,
    )
    await world.turn(datetime.fromisoformat("2027-10-28T09:00:00+03:00"))
    anna = await counted(anna)
    await anna.taps("✅ I'll be there")
    anna.hears("Thank you, Anna!")
    return anna

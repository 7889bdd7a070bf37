"""The clients' side: asking, joining, writing, confirming."""

from datetime import datetime

from domain.entities.deals import Deal
from domain.entities.travellers import Relation
from domain.ports.desk import Desk
from tests.deals import a_deal, a_trip, with_deal
from tests.people import Person
from tests.stories.asking import a_join_link
from tests.taps.cast import a_client, a_manager, asks_for_lisbon, enters
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World


@job("a client asks for a tour, the first time", before="9 T + 1 W", now=Cost(6, 1), aim=7)
async def asks_for_a_tour(world: World) -> Counted:
    anna = await counted(await a_client(world))
    await a_manager(world)
    await asks_for_lisbon(anna)
    return anna


@job("a client asks for a tour in one line, the first time", before="–", now=Cost(4, 1), aim=5)
async def asks_in_one_line(world: World) -> Counted:
    anna = await counted(await a_client(world))
    await a_manager(world)
    await anna.taps("🏝 Ask for a tour")
    await anna.says("Phuket, January, two people")
    for label in ("Anna", "📱 Share my phone number", "✅ Send"):
        await anna.taps(label)
    anna.hears("We have received your inquiry: Phuket, January 2028, 2 people.")
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
    await boris.taps("▶ Travellers' details")
    anna = await counted(anna)
    await anna.taps("✍️ Add travellers")
    await enters(anna, "🙋 Myself", "Anna Petrova", "751234567")
    return anna


@job("a client enters four who went before", before="11 T", now=Cost(5), aim=5)
async def takes_all_along(world: World) -> Counted:
    anna = await _who_went_before(world, 4)
    for label in ("☐ 🙋 Anna", "☐ 👤 Ivan", "☐ 👤 Ada", "☐ 👤 Tom", "✅ Add 4"):
        await anna.taps(label)
    anna.hears("4 travellers added.")
    return anna


@job("a client enters one who went before", before="2 T", now=Cost(1), aim=1)
async def takes_one_along(world: World) -> Counted:
    anna = await _who_went_before(world, 1)
    await anna.taps("👤 Ivan")
    anna.hears("✅ Ivan: added.")
    return anna


async def _who_went_before(world: World, seats: int) -> Counted:
    """From the question who travels; four were on the trip before."""
    boris, anna = await a_manager(world), await a_client(world)
    before = await a_deal(
        world, client=anna, seats=4, travellers=["Tom", "Ada", "Ivan", "Anna"], responsible=boris
    )

    def own_passports(_desk: Desk, deal: Deal) -> None:
        for number, one in enumerate(deal.travellers):
            one.passport = f"AB765432{number}"
        deal.travellers[-1].relation = Relation.SELF

    await with_deal(world, before, own_passports)
    await world.settle()
    await a_deal(world, client=anna, seats=seats, trip=await a_trip(world), responsible=boris)
    await anna.says("/mytrips")
    await anna.taps("🧳 Ohrid")
    await anna.taps(f"✍️ Traveller 1 of {seats}")
    return await counted(anna)


@job("a client's question in free words", before="1 W + 1 T", now=Cost(0, 1), aim=1)
async def clients_question(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, responsible=boris)
    anna = await counted(anna)
    await anna.says("May I bring a big suitcase?")
    await boris.looks()
    boris.hears("May I bring a big suitcase?")
    return anna


@job("a client's voice message", before="lost", now=Cost(0, 0, 1), aim=1)
async def clients_voice(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, responsible=boris)
    anna = await counted(anna)
    await anna.shares(voice=True)
    await boris.looks()
    boris.hears("🎤 0:03")
    return anna


@job("a client joins a trip that is listed, from home", before="–", now=Cost(4), aim=5)
async def joins_listed(world: World) -> Counted:
    await a_manager(world)
    await a_trip(world)
    anna = await a_client(world)
    await asks_for_lisbon(anna)
    await anna.says("/start")
    anna = await counted(anna)
    for label in ("🚌 Trips to join", "🚌 Ohrid", "2", "✅ Send"):
        await anna.taps(label)
    anna.hears("Ohrid 29.10, 2 people")
    return anna


@job("a client finds what is next for their trip, from home", before="3 T", now=Cost(1), aim=1)
async def what_is_next(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, seats=1, trip=await a_trip(world), responsible=boris)
    await anna.says("/start")
    anna = await counted(anna)
    await anna.taps(anna.buttons[0])
    anna.hears("Ohrid 29.10", "left to pay €300")
    return anna


@job("a client's data of one traveller, in one line", before="4 T + 3 W", now=Cost(1, 1), aim=2)
async def enters_in_one_line(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, seats=1, trip=await a_trip(world), responsible=boris)
    anna = await counted(anna)
    await anna.says("Wang Wei 12.03.1985 E12345678 12.03.2030")
    await anna.taps("✅ Save")
    anna.hears("Wang Wei: added.")
    return anna


@job("a client cannot come, the day before", before="–", now=Cost(2), aim=2)
async def cannot_come(world: World) -> Counted:
    anna = await _told_of_the_day(world)
    for label in ("🙅 I can't come", "🙅 Yes, I can't come"):
        await anna.taps(label)
    anna.hears("we have passed it on")
    return anna


@job("a client is late, the day before", before="–", now=Cost(2), aim=2)
async def is_late(world: World) -> Counted:
    anna = await _told_of_the_day(world)
    for label in ("⏰ I'm late", "20 minutes"):
        await anna.taps(label)
    anna.hears("we have passed it on")
    return anna


async def _told_of_the_day(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, trip=await a_trip(world), step="voucher", responsible=boris)
    await world.turn(datetime.fromisoformat("2027-10-28T09:00:00+03:00"))
    return await counted(anna)


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

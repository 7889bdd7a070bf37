"""The jobs of deals: moving them on, money, vouchers, handing over."""

from datetime import datetime

from domain.entities.documents import DocumentState
from tests.deals import a_deal, a_trip, with_deal
from tests.people import Person
from tests.taps.cast import a_client, a_manager, an_operator, enters
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.taps.passports import sends_passports
from tests.world import World


@job("stage, from a notice", before="1 T", now=Cost(1), aim=1)
async def stage_from_a_notice(world: World) -> Counted:
    boris, kalina = await a_manager(world), await an_operator(world)
    await a_deal(world, responsible=boris)
    await boris.says("/deals 1")
    await boris.taps("🤝 Hand over")
    await boris.taps("Kalina")
    kalina = await counted(kalina)
    await kalina.taps("▶ Travellers' details")
    kalina.hears("Stage: Travellers' details")
    return kalina


@job("stage, from cold", before="4 T", now=Cost(3), aim=3)
async def stage_from_cold(world: World) -> Counted:
    boris = await a_manager(world)
    await a_deal(world, client="Pavel Petrov", responsible=boris)
    await a_deal(world, responsible=boris)
    boris = await counted(boris)
    await boris.presses("🗂 Deals")
    await boris.taps("#2 · Maria")
    await boris.taps("▶ Travellers' details")
    boris.hears("Stage: Travellers' details")
    return boris


@job("payment, from the deal's card", before="5 T", now=Cost(2), aim=2)
async def payment(world: World) -> Counted:
    boris = await a_manager(world)
    await a_deal(world, step="deposit", responsible=boris)
    await boris.says("/deals 1")
    boris = await counted(boris)
    await boris.taps("💶 €200 received")
    await boris.taps("✅ Record it")
    boris.hears("Recorded: €200")
    return boris


@job("hand-over, from the card", before="2 T", now=Cost(2), aim=2)
async def hand_over_from_the_card(world: World) -> Counted:
    boris = await a_manager(world)
    await an_operator(world)
    await a_deal(world, responsible=boris)
    await boris.says("/deals 1")
    return await _hands_over(await counted(boris))


@job("hand-over, from cold", before="5 T", now=Cost(4), aim=5)
async def hand_over_from_cold(world: World) -> Counted:
    boris = await a_manager(world)
    await an_operator(world)
    await a_deal(world, responsible=boris)
    boris = await counted(boris)
    await boris.presses("🗂 Deals")
    await boris.taps("#1 · Maria")
    return await _hands_over(boris)


async def _hands_over(boris: Counted) -> Counted:
    await boris.taps("🤝 Hand over")
    await boris.taps("Kalina · Operator")
    boris.hears("Responsible: Kalina")
    return boris


async def _anna_enters_both(anna: Person) -> None:
    await anna.looks()
    await anna.taps("✍️ Add travellers")
    await enters(anna, "🙋 Myself", "Anna Petrova", "751234567")
    await anna.taps("➕")
    await enters(anna, "💍 Husband or wife", "Ivan Petrov", "757654321")


async def _boris_checks_both(boris: Person) -> None:
    await boris.looks()
    await boris.taps("✅ Accept")
    await boris.taps("✅ Accept")
    boris.hears("Stage: Deposit")


async def _records(boris: Person, sum_: str, stage: str) -> None:
    await boris.taps(f"💶 {sum_} received")
    await boris.taps("✅ Record it")
    boris.hears(f"Stage: {stage}")


@job(
    "a whole deal of two travellers, New → Notified: the manager's part", before="26 T", now=Cost(10), aim=12
)
async def whole_deal(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    await a_deal(world, client=anna, trip=await a_trip(world), responsible=boris)
    boris = await counted(boris)
    await boris.presses("🗂 Deals")
    await boris.taps("#1 · Anna")
    await boris.taps("▶ Travellers' details")
    await _anna_enters_both(anna)
    await anna.says("/mytrips")
    await sends_passports(anna, "Anna Petrova", "Ivan Petrov")
    await _boris_checks_both(boris)
    await _records(boris, "€200", "Full payment")
    await _records(boris, "€400", "Voucher")
    await boris.taps("📨 Send the voucher")
    await world.turn(datetime.fromisoformat("2027-10-28T09:00:00+03:00"))
    await anna.looks()
    anna.hears("Tomorrow: Ohrid")
    assert await with_deal(world, 1, lambda _desk, deal: deal.step_key) == "notified"
    return boris


@job("Today's first line → its thing", before="–", now=Cost(1), aim=1)
async def todays_first_line(world: World) -> Counted:
    boris = await a_manager(world)
    await a_deal(world, responsible=boris, travellers=["Maria"], passports=DocumentState.SENT)
    await boris.presses("☀️ Today")
    boris = await counted(boris)
    await boris.taps(boris.buttons[0])
    boris.hears("Maria")
    boris.sees("✅ Accept")
    return boris


@job("voucher, at its stage", before="1 T", now=Cost(1), aim=1)
async def voucher(world: World) -> Counted:
    boris, anna = await a_manager(world), await a_client(world)
    trip = await a_trip(world)
    await a_deal(
        world, client=anna, trip=trip, travellers=["Anna", "Ivan"], step="payment", responsible=boris
    )
    await boris.says("/deals 1")
    await _records(boris, "€600", "Voucher")
    boris = await counted(boris)
    await boris.taps("📨 Send the voucher")
    await anna.looks()
    anna.hears("[voucher-1.pdf]")
    return boris

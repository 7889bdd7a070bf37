"""The day before: every client hears where to be and when, and the staff see who knows it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from domain.entities.deals import Deal
from domain.entities.people import Role
from domain.entities.trip_guides import TripGuide
from domain.entities.trip_plans import Point
from domain.ports.desk import Desk
from domain.usecases.trips.planning import move, reschedule
from storage import SqlUnit
from tests.deals import a_deal, a_trip, with_deal
from tests.people import Person
from tests.things import OHRID, eur
from tests.world import World

LAKE = replace(OHRID, point=Point(42.6847, 23.3189), bring="Passport, warm jacket")
LEAVES = datetime.fromisoformat("2027-10-29T06:30:00+03:00")
THE_DAY_BEFORE = datetime.fromisoformat("2027-10-28T06:30:00+03:00")


async def deal_of(world: World, number: int) -> Deal:
    return await world.database.read(lambda unit: unit.repositories.deals.get(number))


async def history_of(world: World, number: int) -> list[str]:
    """What happened to the deal, newest first."""
    entries = await world.database.read(lambda unit: unit.repositories.history.of("deal", number))
    return [entry.what for entry in entries]


async def change(world: World, trip: int, departs: datetime) -> None:
    await world.database.run(lambda unit: reschedule(world.desk(unit), trip, departs))
    await world.settle()


@pytest.fixture
async def boris(world: World) -> Person:
    return await world.colleague("Boris", Role.MANAGER)


@pytest.fixture
async def anna(world: World) -> Person:
    anna = await world.person("Anna")
    await anna.says("/start")
    return anna


async def test_everybody_hears_the_day_before_and_anna_will_be_there(
    world: World, boris: Person, anna: Person
) -> None:
    pavel = await world.person("Павел", "ru")
    await pavel.says("/start")
    trip = await a_trip(world, LAKE)
    sent = world.sandbox.clock.now()
    ready = await a_deal(
        world, client=anna, trip=trip, step="voucher", responsible=boris, voucher_sent_at=sent
    )
    owing = await a_deal(world, client=pavel, trip=trip, step="payment", seats=1, responsible=boris)

    await world.turn(THE_DAY_BEFORE - timedelta(minutes=1))
    await anna.looks()
    anna.hears_nothing_of("Ohrid")
    await world.turn(THE_DAY_BEFORE)
    await anna.looks()
    anna.hears(
        "Tomorrow: Ohrid",
        "Friday 29 October, 06:30 (Sofia, UTC+3)",
        "Sofia, NDK car park",
        "Bring: Passport, warm jacket",
        "Are you coming? Please confirm.",
    )
    anna.sees("✅ I'll be there", "💬 I have a question")
    assert anna.chat[-1]["location"] == {"latitude": 42.6847, "longitude": 23.3189}
    told = await deal_of(world, ready)
    assert (told.step_key, told.told_at is not None, told.confirmed_at) == ("notified", True, None)
    assert (await history_of(world, ready))[:2] == ["advanced", "told"]

    late = await deal_of(world, owing)
    assert (late.step_key, late.told_at is not None) == ("payment", True)
    await pavel.looks()
    pavel.hears("Ohrid", "06:30", "300 €".replace(" ", " "))

    await with_deal(world, ready, lambda _desk, deal: setattr(deal.client, "name", "Anna Petrova"))
    await anna.taps("✅ I'll be there")
    anna.hears("Thank you, Anna!", "29 October, 06:30")
    await anna.taps("✅ I'll be there")
    assert anna.toast == "We know already, thank you!"
    assert (await history_of(world, ready)).count("confirmed") == 1

    await boris.says("/trips")
    await boris.taps("Ohrid")
    await boris.taps("📣 Departure")
    boris.hears(
        "Will be there: 2 seats", "Anna", "Told, not confirmed yet: 1 seat", "Павел", "⚠️ Full payment"
    )
    boris.hears_nothing_of("Not reached")

    await world.turn(LEAVES + timedelta(days=5))
    assert (await deal_of(world, ready)).step_key == "travelled"
    assert (await deal_of(world, ready)).closed_at is not None
    assert (await deal_of(world, owing)).step_key == "payment"
    assert await world.scheduler.tick() == 0


async def test_nobody_hears_twice(world: World, anna: Person) -> None:
    trip = await a_trip(world)
    await a_deal(world, client=anna, trip=trip, step="voucher")
    await world.turn(THE_DAY_BEFORE)
    before = len(anna.chat)
    for _tick in range(3):
        await world.turn(timedelta(hours=1))
    await anna.looks()
    assert sum("Tomorrow" in (m["text"] or "") for m in anna.chat) == 1
    assert len(anna.chat) - before == 1


async def test_who_cannot_be_reached_is_called_by_phone(world: World, boris: Person, anna: Person) -> None:
    mei = await world.person("Mei")
    await mei.says("/start")
    gone = await world.person("Georgi")
    await gone.says("/start")
    trip = await a_trip(world)
    for client in (anna, mei, gone, "Maria Ivanova"):
        await a_deal(world, client=client, trip=trip, step="voucher", responsible=boris)
    maria = 4
    await world.post(f"/sim/people/{mei.id}/block", {})
    await world.post("/sim/faults", {"kind": "error", "code": 403, "chat": gone.id, "description": BLOCKED})

    await world.turn(THE_DAY_BEFORE)
    await boris.looks()
    heard = [text for text in boris.heard if "could not be reached" in text]
    assert 1 <= len(heard) <= 2
    boris.hears("could not be reached: Ohrid 29.10")
    boris.hears("Maria Ivanova")
    boris.hears("Georgi, +359 88 812")
    boris.hears("Mei, +359 88 812")
    boris.hears_nothing_of("Anna")

    await boris.taps("🚌 The departure")
    boris.hears(
        "Told, not confirmed yet: 2 seats", "Anna", "Not reached, please call: 6 seats", "Mei", "Maria"
    )
    boris.sees("☎️ Told by phone: Mei", "☎️ Told by phone: Georgi", "☎️ Told by phone: Maria Ivanova")
    await boris.taps("☎️ Told by phone: Maria Ivanova")
    assert boris.toast == "Noted: Maria Ivanova knows."
    boris.sees_no("☎️ Told by phone: Maria Ivanova")
    assert (await deal_of(world, maria)).step_key == "notified"

    for _tick in range(3):
        await world.turn(timedelta(hours=1))
    await boris.looks()
    boris.hears_nothing_of("could not be reached")

    await world.post(f"/sim/people/{anna.id}/block", {})
    await world.turn(timedelta(minutes=1))
    await boris.looks()
    boris.hears("Anna can no longer be reached: Ohrid 29.10", "have not confirmed")


BLOCKED = "Forbidden: bot was blocked by the user"


async def test_who_comes_back_hears_at_once(world: World, boris: Person, anna: Person) -> None:
    trip = await a_trip(world)
    number = await a_deal(world, client=anna, trip=trip, step="voucher", responsible=boris)
    await world.post("/sim/faults", {"kind": "error", "code": 403, "chat": anna.id, "description": BLOCKED})
    await world.turn(THE_DAY_BEFORE)
    assert (await deal_of(world, number)).told_at is None
    await anna.says("/start")
    await anna.looks()
    assert (await deal_of(world, number)).told_at is not None
    assert sum("Tomorrow: Ohrid" in (m["text"] or "") for m in anna.chat) == 1


async def test_a_late_booking_hears_at_once(world: World, boris: Person, anna: Person) -> None:
    trip = await a_trip(world)
    await world.turn(THE_DAY_BEFORE + timedelta(hours=3))
    await a_deal(world, client=anna, trip=trip, step="new", responsible=boris)
    await a_deal(world, client="Maria Ivanova", trip=trip, responsible=boris)
    await world.settle()
    await anna.looks()
    anna.hears("Tomorrow: Ohrid", "Left to pay: €600")
    await boris.looks()
    boris.hears("1 client could not be reached: Ohrid 29.10", "Maria Ivanova")


async def test_a_change_is_told_to_all_and_resets_what_was_confirmed(
    world: World, boris: Person, anna: Person
) -> None:
    trip = await a_trip(world)
    number = await a_deal(world, client=anna, trip=trip, step="voucher", responsible=boris)
    await world.turn(THE_DAY_BEFORE)
    await anna.looks()
    old = anna.last["message_id"]
    await anna.taps("✅ I'll be there")
    assert (await deal_of(world, number)).confirmed_at is not None

    await change(world, trip, datetime(2027, 10, 29, 8, 0))
    await anna.looks()
    anna.hears("Departure changed: Ohrid", "08:00")
    anna.hears_nothing_of("Tomorrow")
    changed = await deal_of(world, number)
    assert (changed.confirmed_at, changed.told_at is not None, changed.step_key) == (None, True, "notified")

    await anna.taps("✅ I'll be there", message_id=old)
    assert anna.alert
    assert anna.toast.startswith("It has changed: Ohrid 29.10 leaves on 29 October, 08:00")
    assert (await deal_of(world, number)).confirmed_at is None
    await anna.taps("✅ I'll be there")
    anna.hears("See you there: Ohrid", "08:00")
    assert (await deal_of(world, number)).confirmed_at is not None

    await world.database.run(lambda unit: move(world.desk(unit), trip, "Airport, gate 4", None))
    await world.settle()
    await anna.looks()
    anna.hears("Departure changed", "Airport, gate 4")


@pytest.mark.parametrize(("first", "second"), [(9, 10), (5, 4)])
async def test_two_changes_at_once_are_one_message_with_the_newest(
    world: World, anna: Person, first: int, second: int
) -> None:
    trip = await a_trip(world)
    await a_deal(world, client=anna, trip=trip, step="voucher")
    await world.turn(THE_DAY_BEFORE)
    await anna.looks()

    def twice(unit: SqlUnit) -> None:
        reschedule(world.desk(unit), trip, datetime(2027, 10, 29, first, 0))
        reschedule(world.desk(unit), trip, datetime(2027, 10, 29, second, 0))

    await world.database.run(twice)
    await world.settle()
    await anna.looks()
    assert sum("Ohrid" in text for text in anna.heard) == 1
    anna.hears("Departure changed", f"{second:02}:00")
    anna.hears_nothing_of(f"{first:02}:00")


async def test_a_trip_moved_far_is_told_now_and_again_the_day_before(world: World, anna: Person) -> None:
    trip = await a_trip(world, replace(OHRID, returns=date(2027, 12, 1)))
    number = await a_deal(world, client=anna, trip=trip, step="voucher")
    await world.turn(THE_DAY_BEFORE)
    await change(world, trip, datetime(2027, 11, 20, 6, 30))
    await anna.looks()
    anna.hears("Departure changed", "Saturday 20 November, 06:30 (Sofia, UTC+2)")

    await change(world, trip, datetime(2027, 11, 19, 7, 0))
    await anna.looks()
    anna.hears("Departure changed", "19 November, 07:00")
    await anna.taps("✅ I'll be there")

    await world.turn(datetime.fromisoformat("2027-11-18T07:00:00+02:00"))
    await anna.looks()
    anna.hears("Tomorrow: Ohrid", "19 November, 07:00")
    assert (await deal_of(world, number)).step_key == "notified"


async def test_a_small_change_on_the_day_before_is_told_once(world: World, anna: Person) -> None:
    trip = await a_trip(world)
    await a_deal(world, client=anna, trip=trip, step="voucher")
    await world.turn(THE_DAY_BEFORE)
    await change(world, trip, datetime(2027, 10, 29, 7, 15))
    await anna.looks()
    anna.hears("Departure changed", "07:15", "Before: Friday 29 October, 06:30")
    await world.turn(timedelta(hours=2))
    await anna.looks()
    anna.hears_nothing_of("Tomorrow")
    await anna.says("/mytrips")
    anna.hears("07:15")


async def test_a_trip_announced_to_nobody_and_moved_far_is_told_the_day_before(
    world: World, anna: Person
) -> None:
    trip = await a_trip(world, replace(OHRID, returns=date(2027, 12, 1)))
    await world.turn(THE_DAY_BEFORE)
    await change(world, trip, datetime(2027, 11, 20, 6, 30))
    await a_deal(world, client=anna, trip=trip, step="voucher")
    await world.turn(timedelta(hours=1))
    await anna.looks()
    anna.hears_nothing_of("Ohrid")

    await world.turn(datetime.fromisoformat("2027-11-19T06:30:00+02:00"))
    await anna.looks()
    anna.hears("Tomorrow: Ohrid", "20 November, 06:30")


async def test_a_change_long_before_is_told_to_who_has_booked_and_is_not_the_word_of_the_day_before(
    world: World, anna: Person
) -> None:
    trip = await a_trip(world)
    sent = world.sandbox.clock.now()
    number = await a_deal(world, client=anna, trip=trip, step="voucher", voucher_sent_at=sent)
    await change(world, trip, datetime(2027, 10, 29, 9, 15))
    await anna.looks()
    anna.hears("Departure changed: Ohrid", "09:15 (Sofia", "Before: Friday 29 October, 06:30")
    anna.hears("Your voucher still shows the old details")
    anna.sees("🧳 My trip", "💬 Ask a question")
    anna.sees_no("✅ I'll be there")
    assert (await deal_of(world, number)).told_at is None

    await world.database.run(lambda unit: move(world.desk(unit), trip, "Airport, gate 4", None))
    await world.settle()
    await anna.looks()
    anna.hears("Airport, gate 4", "Before: Sofia, NDK car park")
    await world.turn(datetime.fromisoformat("2027-10-28T09:15:00+03:00"))
    await anna.looks()
    anna.hears("Tomorrow: Ohrid", "09:15")


async def test_an_unsent_word_never_tells_the_old_time(world: World, anna: Person) -> None:
    trip = await a_trip(world)
    number = await a_deal(world, client=anna, trip=trip, step="voucher")
    await world.post("/sim/faults", {"kind": "error", "code": 502, "method": "sendMessage", "chat": anna.id})
    await world.turn(THE_DAY_BEFORE)
    assert (await deal_of(world, number)).told_at is None
    await change(world, trip, datetime(2027, 10, 29, 8, 45))
    await world.turn(timedelta(minutes=10))
    await anna.looks()
    assert sum("Ohrid" in text for text in anna.heard) == 1
    anna.hears("Tomorrow: Ohrid", "08:45")
    anna.hears_nothing_of("06:30", "changed")


@pytest.mark.parametrize(
    ("departs", "zone", "due"),
    [
        # Clocks jump from 03:00 to 04:00 on 28 March: 03:30 of the day before's wall clock does not exist.
        (datetime(2027, 3, 29, 3, 30), "Europe/Sofia", "2027-03-28T04:30:00+03:00"),
        # On 31 October 03:30 comes twice; the first is meant.
        (datetime(2027, 11, 1, 3, 30), "Europe/Sofia", "2027-10-31T03:30:00+03:00"),
        (datetime(2027, 11, 7, 6, 0), "America/New_York", "2027-11-06T06:00:00-04:00"),
    ],
)
async def test_when_clocks_change_everybody_hears_exactly_once(
    world: World, anna: Person, departs: datetime, zone: str, due: str
) -> None:
    plan = replace(
        OHRID,
        departs=departs,
        zone=zone,
        returns=departs.date() + timedelta(days=3),
        documents_due=departs.date(),
        deposit_due=departs.date(),
        balance_due=departs.date(),
    )
    await a_deal(world, client=anna, trip=await a_trip(world, plan), step="voucher")
    at = datetime.fromisoformat(due)
    await world.turn(at - timedelta(minutes=1))
    assert not told_in(anna)
    for step in (1, 30, 60, 120):
        await world.turn(timedelta(minutes=step))
    await anna.looks()
    assert told_in(anna) == 1


def told_in(person: Person) -> int:
    return sum("Tomorrow: Ohrid" in (message["text"] or "") for message in person.chat)


async def test_down_at_the_due_time_is_told_late_and_never_after(world: World, anna: Person) -> None:
    """The scheduler sleeps over one reminder by hours, and over another until the bus has left."""
    later = replace(OHRID, name="Vienna", departs=datetime(2027, 10, 28, 23, 0))
    await a_deal(world, client=anna, trip=await a_trip(world, later), step="voucher")
    await a_deal(world, client=anna, trip=await a_trip(world), step="voucher")
    await world.turn(LEAVES - timedelta(hours=2))
    await anna.looks()
    anna.hears("Today: Ohrid", "06:30")
    anna.hears_nothing_of("Vienna")


async def test_what_is_due_in_between_comes_in_its_order(world: World, anna: Person) -> None:
    for hour in (9, 7, 8):
        plan = replace(OHRID, name=f"Bus {hour}", departs=datetime(2027, 10, 29, hour, 0))
        await a_deal(world, client=anna, trip=await a_trip(world, plan), step="voucher")
    await world.turn(THE_DAY_BEFORE + timedelta(hours=20))
    await anna.looks()
    anna.hears("Bus 7", "Bus 8", "Bus 9")


async def test_only_the_client_confirms_and_only_staff_sees_phones(
    world: World, boris: Person, anna: Person
) -> None:
    eve = await world.person("Eve")
    await eve.says("/start")
    trip = await a_trip(world)
    number = await a_deal(world, client=anna, trip=trip, step="voucher", responsible=boris)
    await world.turn(THE_DAY_BEFORE)
    await anna.looks()
    data = anna.last["buttons"][0][0]["callback_data"]
    await eve.forges(data, eve.last["message_id"])
    assert (await deal_of(world, number)).confirmed_at is None

    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    await ivan.says("/trips")
    await ivan.taps("Ohrid")
    await ivan.taps("📣 Departure")
    ivan.hears("Told, not confirmed yet")
    await anna.taps("✅ I'll be there")
    anna.hears("See you there: Ohrid")


async def test_a_lost_deal_hears_nothing(world: World, anna: Person) -> None:
    trip = await a_trip(world)
    number = await a_deal(world, client=anna, trip=trip, step="payment")

    def lose(desk: Desk, deal: Deal) -> None:
        deal.lose("changed their mind", desk.now)

    await with_deal(world, number, lose)
    await world.turn(THE_DAY_BEFORE)
    await anna.looks()
    anna.hears_nothing_of("Ohrid")
    assert eur(600) == (await deal_of(world, number)).owed


async def test_who_cannot_come_or_is_late_says_so_with_two_taps(world: World, boris: Person) -> None:
    gita = await world.colleague("Gita", Role.GUIDE)
    pavel = await world.person("Павел", "ru")
    await pavel.says("/start")
    trip = await a_trip(world, LAKE)
    number = await a_deal(
        world, client=pavel, trip=trip, step="voucher", travellers=["Павел"], responsible=boris
    )
    await goes_along(world, trip, gita)
    await world.turn(THE_DAY_BEFORE)
    await pavel.taps("⏰ Опаздываю")
    pavel.hears("на сколько опоздаете?")
    await pavel.taps("20 минут")
    pavel.hears("⏰ Опоздание на 20 минут: передали.")
    await gita.looks()
    gita.hears("Павел will be 20 minutes late", "+359 88 812")
    await gita.taps("🚌 The departure")
    gita.hears("Will be there", "20 min late")
    await gita.says("участники Ohrid")
    gita.hears("1. Павел ⏰ +20 min")

    await pavel.looks()
    await pavel.taps("✅ Да, еду")
    await gita.looks()
    gita.hears("Павел is coming after all")
    await pavel.taps("🧳 Моя поездка")
    await pavel.says("/start")
    await pavel.taps("🙅 Не смогу", message_id=notice_of_the_day(pavel))
    pavel.hears("точно не сможете поехать?")
    await pavel.taps("🙅 Да, не смогу")
    pavel.hears("🙅 Вы не сможете поехать: передали.")
    for waits in (gita, boris):
        await waits.looks()
        waits.hears("Павел cannot come", "+359 88 812")
    await boris.taps("🚌 The departure")
    boris.hears("🙅 Cannot come: 2 seats", "Павел")
    await pavel.says("/mytrips")
    await pavel.taps("✅ Да, еду")
    pavel.hears("✅ Отметили: вы будете.")
    await boris.looks()
    boris.hears("Павел is coming after all")
    assert (await history_of(world, number))[:3] == ["confirmed", "stays_away", "confirmed"]


def notice_of_the_day(person: Person) -> int:
    """The message with the buttons of the day before."""
    return int(next(m["message_id"] for m in person.chat if "🙅" in str(m["buttons"])))


async def goes_along(world: World, trip: int, guide: Person) -> None:
    def work(unit: SqlUnit) -> None:
        desk = world.desk(unit)
        person = desk.archive.people.by_telegram_id(guide.id)
        assert person is not None
        member = desk.archive.staff.of(person)
        assert member is not None
        desk.archive.trips.guide(TripGuide(desk.archive.trips.get(trip), member, desk.now))

    await world.database.run(work)

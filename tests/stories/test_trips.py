"""Trips: put up, refused where they cannot be, changed, and sold by a link."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.flows.trips import change_departure, trip
from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.entities.people import Role
from domain.entities.trips import Trip
from domain.notices.trips import DEPARTURE_CHANGED
from domain.ports.desk import Desk
from domain.queries.joining import join_payload
from domain.usecases.trips import planning
from domain.values.refusals import NotFound
from storage import SqlUnit
from tests.deals import a_deal, a_trip, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.things import OHRID
from tests.world import World


async def test_boris_puts_up_a_trip_as_the_flow_says(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)

    await play(trip.__doc__, boris)

    made = await the_trip(world)
    assert made.title == "Ohrid 29.10.2027"
    assert made.departs_at == datetime(2027, 10, 29, 3, 30, tzinfo=UTC)
    assert made.reminder_at == datetime(2027, 10, 28, 3, 30, tzinfo=UTC)
    assert (str(made.price), str(made.deposit), made.seats) == ("300.00 EUR", "90.00 EUR", 45)
    assert made.returns == date(2027, 11, 1)
    assert (made.documents_due, made.deposit_due, made.balance_due) == (
        date(2027, 9, 29),
        date(2027, 10, 8),
        date(2027, 10, 15),
    )
    history = await world.database.read(lambda unit: unit.repositories.history.of("trip", made.id))
    assert [(entry.what, entry.actor) for entry in history] == [("planned", "Boris")]

    await boris.says("/trips")
    boris.hears("Ohrid 29.10 · 0 of 45 seats")
    await boris.taps("Ohrid 29.10")
    boris.hears(
        "🗓 Friday 29 October, 06:30 (Sofia, UTC+3)",
        "📍 Sofia, NDK car park",
        "↩️ Back on 1 November",
        "💺 0 of 45 seats taken, 45 free",
        "💶 €300 per seat, deposit €90",
        "⏳ Documents by 29 September, deposit by 8 October, balance by 15 October",
    )


async def test_each_wrong_answer_is_refused_where_it_is_given(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await boris.says("/menu")
    await boris.taps("➕ New trip")
    for nonsense in ("\u200b\u202e", "12", "🌊"):
        await boris.says(nonsense)
        boris.hears("What is the trip called?")
    await boris.says("О" * 5000)
    boris.hears("characters; at most 80 fit", "What is the trip called?")
    await boris.says('<b>Ohrid</b> & "friends\'"')
    boris.hears("How does it travel?")
    await boris.says("plane")
    await boris.says("28.02.2027")
    boris.hears("That is in the past.", "Which day does it leave?")
    await boris.says("31.02.2027")
    boris.hears("no such day")
    await boris.shares(sticker="📅")
    boris.hears("Please write it like this: 29.10.2027.", "Which day does it leave?")
    await boris.says("28 March 2027")
    boris.hears("What time does it leave?", "Sofia time; you can choose another city at the end.")
    await boris.says("03:30")
    boris.hears(
        "The clocks go forward that night, so 03:30 does not exist", "The first time after it is 04:00."
    )
    await boris.says("25:00")
    boris.hears("cannot read that as a time")
    await boris.shares(voice=True)
    boris.hears("Please write it like 06:30.", "What time does it leave?")
    await boris.taps("05:00")
    await boris.says("Terminal 2, \u202egate\u202c 5\n\nleft")
    boris.hears("pin on the map")
    await boris.says("here")
    boris.hears("Please send a location")
    await boris.shares(location={"latitude": 42.6897, "longitude": 23.4025})
    await boris.says("27.03.2027")
    boris.hears("The return cannot be before the departure.", "Which day does it return?")
    await boris.says("28.03.2037")
    boris.hears("more than 365 days after the departure")
    await boris.taps("2 days later")
    for wrong in ("0", None):
        await (boris.says(wrong) if wrong else boris.shares(voice=True))
        boris.hears("whole number from 1 to 1000")
    await boris.says("nineteen seats")
    boris.hears("What does a seat cost?", "In EUR; you can choose another currency at the end.")
    for wrong, why in (
        ("-300", "cannot be below zero"),
        ("0", "A price above zero"),
        ("99999999", "That is too much: €1,000,000 at most"),
        ("300 USD", "Amounts here are in EUR"),
        ("2 x 150", "cannot read that as an amount"),
    ):
        await boris.says(wrong)
        boris.hears(why, "What does a seat cost?")
    await boris.says("€ 1 250,50")
    await boris.says("1300")
    boris.hears("The deposit cannot be above the price of €1,250.50.", "How much of it is the deposit")
    await boris.taps("€250")
    await boris.says("Passport\nwarm clothes")
    await boris.taps("📅 Choose the days")
    await boris.says("29.03.2027")
    boris.hears("no later than the departure on 28 March", "By when is the deposit due?")
    await boris.says("28.02.2027")
    boris.hears("That day has passed.")
    await boris.taps("21 days before")
    await boris.taps("7 days before")
    await boris.taps("14 days before")
    boris.hears('<b>Ohrid</b> & "friends\'" 28.03 · Plane', "Sunday 28 March, 05:00 (Sofia, UTC+3)")
    boris.hears("Terminal 2, gate 5 left · map", "Passport\nwarm clothes", "💺 19 seats")
    await boris.taps("✏️ Change something")
    await boris.taps("✏️ Time zone")
    await boris.says("Atlantis")
    boris.hears("I do not know the time zone “Atlantis”")
    await boris.says("София")
    await boris.taps("✅ Save")
    boris.hears("0 of 19 seats taken")

    made = await the_trip(world)
    assert made.place == "Terminal 2, gate 5 left"
    assert (made.deposit_due.day, made.documents_due.day, made.balance_due.day) == (7, 21, 14)


async def test_a_time_that_comes_twice_is_taken_and_told(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await fills_in(boris, day="31.10.2027", time="03:30")
    boris.hears("The clocks go back that night, so 03:30 comes twice: the first one is meant.")
    await boris.taps("✅ Save")
    boris.hears("03:30 comes twice: the first one is meant.")

    assert (await the_trip(world)).departs_at == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("city", "now", "day"),
    [
        ("Shanghai", datetime(2027, 3, 1, 17, tzinfo=UTC), 5),  # in Sofia it is still the 1st
        ("New York", datetime(2027, 3, 1, 23, tzinfo=UTC), 4),  # in Sofia it is the 2nd already
    ],
)
async def test_today_is_that_of_the_city_the_trip_leaves_from(
    world: World, city: str, now: datetime, day: int
) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await world.turn(now)
    await fills_in(boris, day="12.03.2027", time="06:30", city=city)
    await boris.taps("✅ Save")
    boris.hears("0 of 45 seats taken")

    assert (await the_trip(world)).documents_due == date(2027, 3, day)


async def test_another_day_asks_for_what_hangs_on_it_again(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await fills_in(boris, day="29.10.2027", time="06:30")
    await boris.taps("✏️ Change something")
    await boris.taps("✏️ Departure")
    await boris.says("03.06.2027")
    boris.hears("Which day does it return?")
    await boris.taps("3 days later · 6 June")
    boris.hears("Ohrid 03.06", "Thursday 3 June, 06:30", "Back on 6 June")
    boris.hears("Documents by 4 May")
    await boris.taps("✏️ Change something")
    assert len(boris.buttons) == 7 + len(["Next ▶", "◀ Back"])
    await boris.taps("◀ Back")
    boris.sees("✅ Save", "✏️ Change something", "✖ Cancel")
    await boris.taps("✏️ Change something")
    await boris.taps("Next ▶")
    boris.sees("◀ Previous")
    await boris.taps("✏️ Currency")
    boris.sees_no("BGN")
    await boris.taps("USD")
    await boris.says("320")
    await boris.taps("No deposit")
    boris.hears("💶 $320 per seat, no deposit", "⏳ Documents by")
    boris.hears_nothing_of("Deposit by")
    await boris.taps("✏️ Change something")
    await boris.taps("Next ▶")
    await boris.taps("✏️ Deadlines")
    boris.hears("What are the deadlines? Usually: documents by")
    await boris.taps("📅 Choose the days")
    boris.hears("By when are the documents due?")
    await boris.says("01.06.2027")
    await boris.says("02.06.2027")
    boris.hears("⏳ Documents by 1 June, balance by 2 June")
    await boris.taps("✅ Save")
    boris.hears("Ohrid 03.06")


async def test_only_planners_put_up_and_change_trips(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    number = await a_trip(world)
    for role in (Role.OPERATOR, Role.ACCOUNTANT, Role.GUIDE):
        person = await world.colleague(role.value.title(), role)
        person.sees_no("➕ New trip")
        await person.says("/trips")
        person.sees_no("➕ New trip")
        await person.taps("Ohrid 29.10")
        person.hears("0 of 45 seats taken")
        person.sees("👥 Participants")
        person.sees_no("✏️ Change")
        if role is Role.GUIDE:
            person.hears_nothing_of("EUR", "Deposit")
            person.sees_no("🔗 Join link")
    eve = await world.person("Eve")
    await eve.says("/trips")
    eve.hears("You are not allowed to do this.")
    eve.hears_nothing_of("Ohrid")

    await boris.says("/trips")
    await boris.taps("Ohrid")
    await boris.taps("✏️ Change")
    await becomes_a_guide(world, "Boris")
    await boris.taps("🕒 Time")
    await boris.taps("05:00")
    await boris.taps("✅ Save")
    assert boris.toast == "You are not allowed to do this."
    assert (await the_trip(world)).departs == OHRID.departs
    assert number == (await the_trip(world)).id


async def test_boris_moves_the_departure_as_the_flow_says(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_trip(world)
    await boris.says("/trips")
    await boris.taps("Ohrid")

    await play(change_departure.__doc__, boris)

    made = await the_trip(world)
    assert made.departs == datetime(2027, 10, 29, 6, 0)
    assert made.departs_at == datetime(2027, 10, 29, 3, 0, tzinfo=UTC)
    assert made.reminder_at == datetime(2027, 10, 28, 3, 0, tzinfo=UTC)


async def test_another_day_moves_return_deadlines_and_every_name(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    deal = await a_deal(world, trip=await a_trip(world))
    await changes(boris, "📅 Day and time")
    await boris.says("01.01.2027")
    boris.hears("in the past")
    await boris.says("15.09.2027")
    boris.hears("What time does it leave? Now: 06:30.")
    await boris.taps("06:30")
    boris.hears("Friday 29 October, 06:30", "➡️ Wednesday 15 September, 06:30")
    await boris.taps("✅ Save")
    boris.hears("Ohrid 15.09", "Back on 18 September", "balance by 15 September")

    assert await with_deal(world, deal, lambda desk, deal: deal.title) == "Ohrid 15.09.2027"
    await boris.says("Ohrid 15.09")
    boris.hears("Ohrid 15.09", "Wednesday 15 September, 06:30")
    await boris.says("Ohrid 29.10")
    boris.hears("Nothing found")


async def test_a_changed_place_is_told_to_whoever_knew_the_old_one(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    number = await a_trip(world)
    deal = await a_deal(world, client=anna, trip=number, step="notified")
    await with_deal(world, deal, was_told)

    await changes(boris, "📍 Place")
    await boris.says("Sofia, Vasil Levski Stadium")
    await boris.taps("Skip")
    boris.hears("Sofia, NDK car park", "➡️ 📍 Sofia, Vasil Levski Stadium", "they will be told at once")
    await boris.taps("✅ Save")
    boris.hears("📍 Sofia, Vasil Levski Stadium")

    told = await with_deal(world, deal, departure_changes)
    assert [(notice.person.name, notice.facts["trip"]) for notice in told] == [("Anna", number)]

    await changes(boris, "💺 Seats")
    await boris.says("50")
    await boris.taps("✅ Save")
    boris.hears("💺 2 of 50 seats taken, 48 free")
    assert len(await with_deal(world, deal, departure_changes)) == 1

    await with_deal(world, deal, was_told)
    await changes(boris, "🕒 Time")
    await boris.taps("05:00")
    await boris.taps("✅ Save")
    assert len(await with_deal(world, deal, departure_changes)) == 2


async def test_a_change_that_changes_nothing_is_no_news(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    number = await a_trip(world)
    deal = await a_deal(world, trip=number, step="notified")
    await with_deal(world, deal, was_told)
    await changes(boris, "🕒 Time")
    await boris.taps("06:30")
    await boris.taps("✅ Save")
    boris.hears("06:30 (Sofia, UTC+3)")

    assert (await the_trip(world)).changes == 0
    assert not await world.database.read(lambda unit: unit.repositories.history.of("trip", number))


async def test_seats_cannot_be_fewer_than_are_taken(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, trip=await a_trip(world), seats=12)
    await changes(boris, "💺 Seats")
    boris.hears("Now 45, 12 of them taken.")
    await boris.says("11")
    boris.hears("12 seats are already taken: there cannot be fewer.", "How many seats are there?")
    await boris.says("12")
    await boris.taps("✅ Save")
    boris.hears("💺 12 of 12 seats taken, 0 free")


async def test_the_join_link_is_sealed_revoked_and_renewed(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    number = await a_trip(world)
    await boris.says("/trips")
    await boris.taps("Ohrid")
    await boris.taps("🔗 Join link")
    first = boris.link()
    assert len(first) <= 64
    assert await opens(world, first) == number
    swapped = first[:-1] + ("A" if first[-1] != "A" else "B")
    for forged in (
        swapped,
        f"t_{number}_",
        "t_999_" + "x" * 28,
        f"t_{number}",
        "t_²_x",
        "t_" + "9" * 40,
        "t__",
    ):
        assert await opens(world, forged) is None

    await boris.taps("🚫 Close the link")
    assert boris.toast == "The link is closed."
    boris.hears("nobody can join by link")
    assert await opens(world, first) is None
    assert await opens(world, await present_link(world, number)) is None
    await boris.taps("🔄 New link")
    second = boris.link()
    assert second != first
    assert await opens(world, second) == number
    assert await opens(world, first) is None

    await world.post("/sim/clock", {"advance": "300d"})
    await boris.says("/menu")
    assert await opens(world, second) is None


async def test_many_trips_come_page_by_page(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    for day in range(1, 12):
        await a_trip(world, replace(OHRID, departs=datetime(2027, 10, day, 6, 30), returns=date(2027, 11, 1)))
    await boris.says("/trips")
    boris.sees("Ohrid 01.10", "Ohrid 07.10", "Next ▶")
    boris.sees_no("Ohrid 08.10", "◀ Previous")
    await boris.taps("Next ▶")
    boris.sees("Ohrid 08.10", "Ohrid 11.10", "◀ Previous")
    boris.sees_no("Next ▶", "Ohrid 07.10")
    await boris.taps("Ohrid 09.10")
    await boris.taps("👥 Participants")
    await boris.taps("◀ Back")
    await boris.taps("◀ Back")
    boris.sees("Ohrid 08.10", "Ohrid 11.10", "◀ Previous")


async def fills_in(manager: Person, day: str, time: str, city: str = "Sofia") -> None:
    """As far as the review."""
    await manager.says("/menu")
    await manager.taps("➕ New trip")
    for words in ("Ohrid", "coach", day, time, "NDK"):
        await manager.says(words)
    await manager.taps("Skip")
    await manager.taps("3 days later")
    for words in ("45", "300", "90"):
        await manager.says(words)
    await manager.taps("Skip")
    await manager.taps("✅ As usual")
    if city != "Sofia":
        await manager.taps("✏️ Change something")
        await manager.taps("✏️ Time zone")
        await manager.says(city)


async def changes(manager: Person, what: str) -> None:
    await manager.says("/trips")
    await manager.taps("Ohrid")
    await manager.taps("✏️ Change")
    await manager.taps(what)


async def the_trip(world: World) -> Trip:
    return await world.database.read(lambda unit: unit.repositories.trips.get(1))


async def present_link(world: World, number: int) -> str:
    return await world.database.read(
        lambda unit: join_payload(world.desk(unit), unit.repositories.trips.get(number))
    )


async def opens(world: World, payload: str) -> int | None:
    def work(unit: SqlUnit) -> int | None:
        try:
            return planning.trip_of_link(world.desk(unit), payload.removeprefix("t_")).id
        except NotFound:
            return None

    return await world.database.read(work)


async def becomes_a_guide(world: World, name: str) -> None:
    def work(unit: SqlUnit) -> None:
        for member in unit.repositories.staff.active():
            if member.name == name:
                member.role = Role.GUIDE

    await world.database.run(work)


def was_told(desk: Desk, deal: Deal) -> None:
    assert deal.trip is not None
    deal.told_at = deal.trip.told_at = desk.now


def departure_changes(desk: Desk, deal: Deal) -> Sequence[Notice]:
    return desk.repositories.notices.about([deal], [DEPARTURE_CHANGED])

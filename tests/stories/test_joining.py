"""Joining a trip by its link, the line for one that is sold out, and the seats that get free."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.flows.joining import join
from bot.flows.joining import wait as waiting
from domain.entities.people import Role
from domain.ports.desk import Actor, Desk
from domain.usecases.deals.changing import set_seats
from domain.usecases.deals.stages import lose
from domain.usecases.deals.waiting_line import offer_free_seats, wait
from domain.usecases.trips.planning import renew_link, resize, revoke_link
from tests.deals import a_deal, a_place_in_line, a_trip
from tests.dialogues import play
from tests.people import Person
from tests.stories.asking import a_join_link, asks_for_lisbon, facts, look, notices_to, presses
from tests.things import OHRID
from tests.world import World


async def test_anna_joins_the_trip_to_ohrid(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world, replace(OHRID, seats=4))
    await a_deal(world, trip=trip, seats=1)
    anna = await world.person("Anna", phone="+359888123456")

    await anna.says(f"/start {await a_join_link(world, trip)}")
    anna.hears(
        "Ohrid 29.10 · Coach",
        "Friday 29 October, 06:30, back on 1 November",
        "Sofia, NDK car park",
        "€300 per seat, deposit €100",
        "3 seats are free",
        "How many seats would you like?",
    )
    anna.sees("1", "2", "3", "🕐 Waiting list")
    anna.sees_no("4")
    await anna.says("4")
    anna.hears("There are only 3 free seats.", "How many seats would you like?")
    await anna.taps("2")
    await anna.taps("Anna")
    await anna.taps("📱 Share my phone number")
    anna.hears("Ohrid 29.10", "Seats: 2", "Total: €600")
    await anna.taps("✅ Send")
    anna.hears("We have received your inquiry: Ohrid 29.10, 2 people.", "call you on +359 88 812 3456")

    assert facts(await notices_to(world, boris, "inquiry_arrived")) == [{"inquiry": 1}]
    await boris.says("/inquiries")
    await boris.taps("#1 · Anna · Ohrid 29.10")
    boris.hears("Inquiry #1 · Join link", "Ohrid 29.10 · 3 free")


async def test_a_made_up_link_leads_nowhere(world: World) -> None:
    trip = await a_trip(world)
    eve = await world.person("Eve")
    link = await a_join_link(world, trip)
    for made_up in (link[:-1] + ("A" if link[-1] != "A" else "B"), f"t_{trip}", "t_", "t_999_x"):
        await eve.says(f"/start {made_up}")
        eve.hears("This link is no longer valid.")
        eve.hears_nothing_of("Ohrid")
    await eve.says(f"/start {link}")
    eve.hears("Ohrid 29.10")


async def test_a_link_of_a_trip_that_has_left_is_refused(world: World) -> None:
    trip = await a_trip(world)
    anna = await world.person("Anna")
    await anna.says(f"/start {await a_join_link(world, trip)}")
    await anna.taps("2")
    await anna.taps("Anna")
    await anna.taps("Skip")
    world.sandbox.clock.set(world.sandbox.clock.now() + timedelta(days=300))
    await anna.taps("✅ Send")
    assert anna.toast == "Ohrid 29.10 has left already."
    assert await look(world, lambda desk: desk.repositories.inquiries.count_open()) == 0


async def test_words_that_are_no_number_may_be_sent_and_the_screen_stays_small(world: World) -> None:
    trip = await a_trip(world)
    anna = await world.person("Anna")
    await anna.says(f"/start {await a_join_link(world, trip)}")
    assert "8" in anna.buttons
    await anna.says("is there a lift?")
    await anna.says("is there a lift?")
    sends, *numbers, cancel = anna.buttons
    assert sends.startswith("✉️ Send it to")
    assert (numbers, cancel) == (list("1234567"), "✖ Cancel")
    await anna.says("8")
    anna.hears_nothing_of("whole number")


async def test_a_link_that_is_revoked_while_anna_writes_takes_no_request(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    trip = await a_trip(world)
    anna = await world.person("Anna")
    await anna.says(f"/start {await a_join_link(world, trip)}")
    await anna.taps("2")
    await anna.taps("Anna")
    await anna.taps("Skip")
    await _as(world, olga, lambda desk: revoke_link(desk, trip, 1))
    await anna.taps("✅ Send")
    assert anna.toast == "Requests for Ohrid 29.10 through this link are closed. Please ask the agency."
    await _as(world, olga, lambda desk: renew_link(desk, trip, 2))
    await anna.taps("✅ Send")
    anna.hears("We have received your inquiry")


async def test_a_sold_out_trip_is_waited_for_with_one_tap(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world, replace(OHRID, seats=2))
    deal = await a_deal(world, trip=trip, seats=2)
    anna, mei = await world.person("Anna"), await world.person("Mei")
    link = await a_join_link(world, trip)

    for person, wanted, turn in ((anna, "2 seats", 1), (mei, "1 seat", 2)):
        await person.says(f"/start {link}")
        person.hears("Sold out", "How many do you need?")
        await _takes_place(person, wanted)
        person.hears(f"You are number {turn} on the waiting list for Ohrid 29.10: {wanted}.")
    assert await notices_to(world, anna, "seat_free") == []

    await _as_agency(world, lambda desk: lose(desk, deal, "changed their mind"))
    assert len(await notices_to(world, anna, "seat_free")) == 1
    assert len(await notices_to(world, boris, "seat_free_staff")) == 1
    assert await notices_to(world, mei, "seat_free") == []

    await _as_agency(world, lambda desk: offer_free_seats(desk, desk.repositories.trips.get(trip)))
    (offer,) = await notices_to(world, anna, "seat_free")
    await world.settle()
    await mei.looks()
    mei.hears_nothing_of("is free")
    await presses(mei, offer, "take_seat")
    assert (
        await look(
            world, lambda desk: len(desk.repositories.deals.of_trip(desk.repositories.trips.get(trip)))
        )
        == 0
    )

    await anna.looks()
    anna.hears("Ohrid 29.10", "Free for you now: 2 seats.")
    await anna.taps("✅ Yes, please")
    anna.hears("Ohrid 29.10")
    await presses(anna, offer, "take_seat")
    deals = await look(
        world, lambda desk: list(desk.repositories.deals.of_trip(desk.repositories.trips.get(trip)))
    )
    assert [(one.client.name, one.seats, str(one.price)) for one in deals] == [("Anna", 2, "600.00 EUR")]
    line = await look(
        world, lambda desk: list(desk.repositories.trips.waiting(desk.repositories.trips.get(trip)))
    )
    assert [place.client.name for place in line] == ["Mei"]
    assert deals[0].responsible is not None
    assert deals[0].responsible.name == "Boris"
    assert len(await notices_to(world, boris, "deal_assigned")) == 1
    assert await notices_to(world, anna, "deal_confirmed") == []  # she sees her trip at once


async def test_nobody_waits_without_a_name_and_a_family_of_six_can(world: World) -> None:
    trip = await a_trip(world, replace(OHRID, seats=8))
    await a_deal(world, trip=trip, seats=8)
    anna, nobody = await world.person("Anna"), await world.person("\u3164")
    link = await a_join_link(world, trip)
    await anna.says(f"/start {link}")
    await play(waiting.__doc__, anna)
    await nobody.says(f"/start {link}")
    await nobody.taps("1 seat")
    nobody.hears("What is your name?")
    await nobody.says("Olaf Berg")
    await nobody.taps("Skip")
    nobody.hears("You are number 2 on the waiting list for Ohrid 29.10: 1 seat.")
    await nobody.says(f"/start {link}")
    await nobody.taps("⋯ More")
    await nobody.says("9")
    nobody.hears("Ohrid 29.10 has 8 seats in all.")
    await nobody.taps("8")
    nobody.hears("You are number 2 on the waiting list for Ohrid 29.10: 8 seats.")


async def _lost(world: World, trip: int) -> None:
    (sold,) = await look(
        world, lambda desk: list(desk.repositories.deals.of_trip(desk.repositories.trips.get(trip)))
    )
    await _as_agency(world, lambda desk: lose(desk, sold.id, "ill"))


async def _one_seat_more(world: World, trip: int) -> None:
    await _as_agency(world, lambda desk: resize(desk, trip, 2))


@pytest.mark.parametrize("freed", [_lost, _one_seat_more])
async def test_who_missed_an_offer_is_offered_the_next_seat(
    world: World, freed: Callable[[World, int], Awaitable[None]]
) -> None:
    await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world, replace(OHRID, seats=1))
    first = await a_deal(world, trip=trip, seats=1)
    anna = await world.person("Anna")
    await _waits(world, anna, trip, "1 seat")
    await _as_agency(world, lambda desk: lose(desk, first, "ill"))
    await world.turn(timedelta(days=2))
    await a_deal(world, trip=trip, seats=1, client="Maria Ivanova")  # Anna did not answer
    await anna.looks()

    await freed(world, trip)
    await world.settle()
    await anna.looks()
    anna.hears("Free for you now: 1 seat.")
    await anna.taps("✅ Yes, please")
    line = await look(
        world, lambda desk: list(desk.repositories.trips.waiting(desk.repositories.trips.get(trip)))
    )
    assert line == []


async def test_seats_that_were_sold_meanwhile_keep_their_place_in_the_line(world: World) -> None:
    await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world, replace(OHRID, seats=1))
    deal = await a_deal(world, trip=trip, seats=1)
    anna = await world.person("Anna")
    await _waits(world, anna, trip, "1 seat")
    await _as_agency(world, lambda desk: lose(desk, deal, "ill"))
    (offer,) = await notices_to(world, anna, "seat_free")
    other = await a_deal(world, trip=trip, seats=1)

    await presses(anna, offer, "take_seat")
    assert anna.alert
    anna.hears("You are number 1 on the waiting list for Ohrid 29.10: 1 seat.")

    await world.turn(timedelta(hours=1))
    await _as_agency(world, lambda desk: lose(desk, other, "ill too"))
    _gone, again = await notices_to(world, anna, "seat_free")
    await presses(anna, again, "take_seat")
    anna.hears("Ohrid 29.10", "Your booking is in progress")


async def test_who_waits_without_telegram_is_called_and_gets_the_seat_from_the_trips_line(
    world: World,
) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world, replace(OHRID, seats=1))
    deal = await a_deal(world, trip=trip, seats=1)
    await a_place_in_line(world, trip, "Pavel Ivanov")
    await boris.says("/trips")
    await boris.taps("Ohrid")
    await boris.taps("🕐 Waiting list · 1")
    boris.hears("1 client on the waiting list", "1. Pavel Ivanov · 1 seat")
    boris.sees_no("➕ Deal")
    await boris.taps("◀ Back")

    await _as_agency(world, lambda desk: lose(desk, deal, "ill"))
    await world.settle()
    await boris.looks()
    await boris.taps("🚌 To the trip")
    await boris.taps("🕐 Waiting list · 1")
    await boris.taps("➕ Deal: Pavel Ivanov")
    boris.hears("Ohrid 29.10", "Client: Pavel Ivanov", "People: 1")
    await boris.taps("✅ Open the deal")
    boris.hears("Deal #2 is open.")
    await boris.says("/trips")
    await boris.taps("Ohrid")
    boris.hears("1 of 1 seat taken")
    boris.sees_no("🕐 Waiting list")


async def test_new_seats_go_to_the_first_whom_they_suffice(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    trip = await a_trip(world, replace(OHRID, seats=3))
    await a_deal(world, trip=trip, seats=3)
    anna, mei, pavel = [await world.person(name) for name in ("Anna", "Mei", "Pavel")]
    await _waits(world, anna, trip, "3 seats")
    await _waits(world, mei, trip, "2 seats")
    await _waits(world, pavel, trip, "1 seat")

    await _as(world, olga, lambda desk: resize(desk, trip, 5))
    offered = [len(await notices_to(world, one, "seat_free")) for one in (anna, mei, pavel)]
    assert offered == [0, 1, 0]

    await _as(world, olga, lambda desk: resize(desk, trip, 6))
    offered = [len(await notices_to(world, one, "seat_free")) for one in (anna, mei, pavel)]
    assert offered == [0, 1, 1]


async def test_who_is_put_in_line_hears_of_it_and_may_decline_what_gets_free(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world, replace(OHRID, seats=1))
    deal = await a_deal(world, trip=trip, seats=1)
    anna, mei = await world.person("Anna"), await world.person("Mei")
    await asks_for_lisbon(anna)
    client = await look(world, lambda desk: desk.repositories.inquiries.get(1).client.id)
    await _as(world, boris, lambda desk: wait(desk, trip, 1, client))
    await world.settle()
    await anna.looks()
    anna.hears(
        "You are number 1 on the waiting list for Ohrid 29.10: 1 seat. We will write to you when they are free."
    )
    anna.sees("✖ Stop waiting")
    await _waits(world, mei, trip, "1 seat")
    assert await notices_to(world, mei, "put_in_line") == []  # she did it herself

    await _as_agency(world, lambda desk: lose(desk, deal, "ill"))
    await world.settle()
    await anna.looks()
    anna.hears("Free for you now: 1 seat.")
    anna.sees("✅ Yes, please", "✖ No, thank you")
    await anna.taps("✖ No, thank you")
    assert anna.toast == "You are no longer on the waiting list for Ohrid 29.10."
    await mei.looks()
    mei.hears("Free for you now: 1 seat.")
    await anna.taps("✅ Yes, please")
    assert anna.toast == "These buttons are out of date."
    await mei.taps("✅ Yes, please")
    mei.hears("Ohrid 29.10", "Your booking is in progress")


async def test_a_place_in_the_line_is_found_again_and_left(world: World) -> None:
    trip = await a_trip(world, replace(OHRID, seats=2))
    await a_deal(world, trip=trip, seats=2)
    anna = await world.person("Anna")
    await _waits(world, anna, trip, "2 seats")
    await anna.says("/start")
    anna.hears("🕐 Ohrid 29.10, 2 seats: you are on the waiting list")
    await anna.taps("🧳 My trips")
    anna.hears("My trips", "🕐 Ohrid 29.10, 2 seats: you are on the waiting list")
    await anna.taps("🕐 Ohrid 29.10")
    anna.hears("You are number 1 on the waiting list for Ohrid 29.10: 2 seats.")
    await anna.taps("✖ Stop waiting")
    assert anna.toast == "You are no longer on the waiting list for Ohrid 29.10."
    await anna.says("/mytrips")
    anna.hears("You have no trips with us yet.")


async def test_the_line_can_be_left_with_one_tap(world: World) -> None:
    trip = await a_trip(world, replace(OHRID, seats=1))
    deal = await a_deal(world, trip=trip, seats=1)
    anna, mei = await world.person("Anna"), await world.person("Mei")
    await _waits(world, anna, trip, "1 seat")
    await _waits(world, mei, trip, "1 seat")
    await anna.taps("✖ Stop waiting")
    assert anna.toast == "You are no longer on the waiting list for Ohrid 29.10."
    await _as_agency(world, lambda desk: lose(desk, deal, "ill"))
    assert await notices_to(world, anna, "seat_free") == []
    assert len(await notices_to(world, mei, "seat_free")) == 1


async def test_seats_sold_while_anna_writes_leave_her_the_line(world: World) -> None:
    trip = await a_trip(world, replace(OHRID, seats=3))
    anna = await world.person("Anna")
    await anna.says(f"/start {await a_join_link(world, trip)}")
    await anna.taps("3")
    await anna.taps("Anna")
    await anna.says("0888123456")
    await a_deal(world, trip=trip, seats=1)
    await anna.taps("✅ Send")
    anna.hears("Only 2 seats are free on Ohrid 29.10.")
    anna.sees("🕐 Wait for 3 seats", "💺 Take 2 seats")
    await anna.taps("💺 Take 2 seats")
    anna.hears("Seats: 2", "Total: €600")
    await anna.taps("✅ Send")
    anna.hears("We have received your inquiry: Ohrid 29.10, 2 people.")


async def test_what_anna_does_not_take_for_a_day_is_offered_to_the_next(world: World) -> None:
    trip = await a_trip(world, replace(OHRID, seats=1))
    deal = await a_deal(world, trip=trip, seats=1)
    anna, mei = await world.person("Anna"), await world.person("Mei")
    await _waits(world, anna, trip, "1 seat")
    await _waits(world, mei, trip, "1 seat")
    await _as_agency(world, lambda desk: lose(desk, deal, "ill"))

    await world.turn(timedelta(hours=23))
    await mei.looks()
    mei.hears_nothing_of("Free for you now")
    await world.turn(timedelta(hours=1))
    await mei.looks()
    mei.hears("Free for you now: 1 seat.")
    await mei.taps("✅ Yes, please")
    await presses(anna, (await notices_to(world, anna, "seat_free"))[0], "take_seat")
    anna.hears("You are number 1 on the waiting list for Ohrid 29.10: 1 seat.")


async def test_what_is_promised_to_anna_is_not_sold_until_the_promise_is_taken_back(world: World) -> None:
    """In Russian for Anna, in English for Boris, who sells to somebody else in the end."""
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world, replace(OHRID, seats=2))
    deal = await a_deal(world, trip=trip, seats=2)
    anna, mei = await world.person("Anna", language="ru"), await world.person("Mei")
    await anna.says(f"/start {await a_join_link(world, trip)}")
    await anna.taps("2 места")
    await anna.taps("Anna")
    await anna.taps("Пропустить")
    await _as_agency(world, lambda desk: lose(desk, deal, "ill"))
    await world.settle()
    await mei.says(f"/start {await a_join_link(world, trip)}")
    mei.hears("Sold out", "How many do you need?")
    await boris.says("/trips")
    await boris.taps("Ohrid")
    boris.hears("0 of 2 seats taken, 0 free", "2 seats promised to the waiting list")

    await boris.says("/deal")
    await boris.taps("➕ New client")
    await boris.says("Pavel")
    await boris.taps("Skip")
    await boris.taps("Ohrid 29.10")
    boris.hears("2 seats promised to the waiting list", "How many people?")
    await boris.taps("2")
    await boris.taps("✅ Open the deal")
    boris.hears("Ohrid 29.10 is sold out.", "Promised to Anna until", "2 seats", "Pavel wants 2 seats.")
    boris.sees("🕐 Waiting list: Pavel")
    await boris.taps("✖ Take back: Anna")
    assert boris.toast == "No longer promised to Anna: 2 seats. We tell them here."
    await boris.taps("➕ Deal: Pavel")
    await boris.taps("✅ Open the deal")
    boris.hears("Deal #2 is open.")

    await world.settle()
    await anna.looks()
    anna.hears(
        "Просим прощения: мест, которые мы вам предлагали (2 места), больше нет.",
        "Вы остаётесь в листе ожидания.",
    )
    (offer,) = await notices_to(world, anna, "seat_free")
    await presses(anna, offer, "take_seat")
    anna.hears("вы 1-й в листе ожидания")


async def test_the_line_says_what_is_promised_and_offers_what_is_free(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, language="bg")
    trip = await a_trip(world, replace(OHRID, seats=2))
    deal = await a_deal(world, trip=trip, seats=2, responsible=boris)
    anna = await world.person("Anna")
    await _waits(world, anna, trip, "1 seat")
    await _as(world, boris, lambda desk: set_seats(desk, deal, 1))
    await boris.says("/trips")
    await boris.taps("Ohrid 29.10")
    await boris.taps("🕐 Чакащи · 1")
    boris.hears("1 място е обещано на чакащите", "1. Anna · 1 място · обещано до")
    await boris.says(f"/deals {deal}")
    await boris.taps("⋯ Още")
    await boris.taps("💺 Места")
    await boris.says("2")
    await boris.taps("✅ Запази")
    assert boris.toast.startswith("1 място е обещано до")
    await boris.says("/trips")
    await boris.taps("Ohrid 29.10")
    await boris.taps("🕐 Чакащи · 1")
    await boris.taps("✖ Оттегли: Anna")
    boris.sees("➕ Сделка: Anna", "💺 Предложи места")
    await boris.taps("💺 Предложи места")
    boris.hears("1. Anna · 1 място · обещано до")
    await boris.taps("➕ Сделка: Anna")
    boris.hears("Anna")


async def test_the_dialogue_of_joining_plays_as_written(world: World) -> None:
    await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world)
    anna = await world.person("Anna")
    await anna.says(f"/start {await a_join_link(world, trip)}")
    await play(join.__doc__, anna)


async def _waits(world: World, person: Person, trip: int, wanted: str) -> None:
    await person.says(f"/start {await a_join_link(world, trip)}")
    await _takes_place(person, wanted)


async def _takes_place(person: Person, wanted: str) -> None:
    """Whoever is new says who they are, as at every other way to a trip."""
    await person.taps(wanted)
    if "What is your name?" in "".join(person.heard):
        await person.taps(person.name)
        await person.taps("Skip")


async def _as_agency(world: World, work: object) -> None:
    await world.database.run(lambda unit: work(world.desk(unit)))  # type: ignore[operator]


async def _as(world: World, person: Person, work: object) -> None:
    """At the desk of a colleague."""

    def at_desk(unit: object) -> None:
        desk: Desk = world.desk(unit)  # type: ignore[arg-type]
        met = desk.repositories.people.by_telegram_id(person.id)
        assert met is not None
        desk.actor = Actor(met, desk.repositories.staff.of(met))
        work(desk)  # type: ignore[operator]

    await world.database.run(at_desk)

"""Deals are opened from inquiries and from scratch; the last seat is sold once."""

import asyncio
from dataclasses import replace
from datetime import date

from bot.flows.deals import open_deal as deal
from domain.entities.people import Role
from domain.ports.desk import Actor
from domain.usecases.deals.booking import Booking, open_deal
from domain.usecases.inquiries.intake import Caller
from domain.values.refusals import Refusal
from storage import SqlUnit
from tests.deals import a_deal, a_trip
from tests.dialogues import play
from tests.people import Person
from tests.stories.asking import a_join_link, asks_for_lisbon, facts, look, notices_to
from tests.things import OHRID, eur
from tests.world import World


async def test_boris_makes_a_deal_of_an_inquiry_for_a_trip(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    trip = await a_trip(world)
    await a_trip(world, replace(OHRID, name="Bansko", departs=OHRID.departs.replace(day=30)))
    anna = await _anna_joins(world, trip)

    await kalina.says("/inquiries")
    await kalina.taps("#1")
    await kalina.taps("➕ Open a deal")
    kalina.hears("Deal #1 is open.", "Anna", "2 seats", "Price €600", "Responsible: Boris")

    opened = await look(world, lambda desk: desk.repositories.deals.get(1))
    assert (opened.title, opened.seats, opened.price, opened.deposit) == (
        "Ohrid 29.10.2027",
        2,
        eur(600),
        eur(200),
    )
    assert (opened.step_key, opened.responsible and opened.responsible.name) == ("new", "Boris")
    assert facts(await notices_to(world, boris, "deal_assigned")) == [{"deal": 1, "step": "new"}]
    assert facts(await notices_to(world, anna, "deal_confirmed")) == [{"deal": 1}]
    assert await notices_to(world, kalina, "deal_assigned") == []
    assert [e.what for e in await look(world, lambda desk: desk.repositories.history.of("deal", 1))] == [
        "opened"
    ]

    await boris.says("/inquiries")
    boris.hears("No inquiries waiting.")


async def test_a_tailor_made_deal_from_scratch(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await boris.says("/deal")
    await boris.says("Pavel")
    boris.hears("Nothing found for “Pavel”", "Who is it for?")
    await boris.taps("➕ New client")
    await boris.says("Pavel Ivanov")
    await boris.says("0888 765 432")
    await boris.taps("✈️ Tailor-made")
    await boris.says("Istanbul")
    await boris.says("12.02.2027")
    boris.hears("That is in the past.")
    await boris.says("12.05.2027")
    boris.hears("Which day does it return?")
    await boris.taps("3 days later")
    await boris.taps("2")
    await boris.says("0")
    boris.hears("A price above zero is needed.")
    await boris.says("900")
    await boris.says("1000")
    boris.hears("The deposit cannot be above the price of €900.")
    await boris.taps("€180")
    boris.hears("Istanbul 12.05", "Client: Pavel Ivanov", "Price: €900", "Responsible: Boris")
    await boris.taps("✅ Open the deal")
    boris.hears("Deal #1 is open.")

    opened = await look(world, lambda desk: desk.repositories.deals.get(1))
    assert (opened.title, opened.price, opened.deposit, opened.trip) == (
        "Istanbul 12.05.2027",
        eur(900),
        eur(180),
        None,
    )
    assert await notices_to(world, boris, "deal_assigned") == []

    await boris.says("/deal")
    await boris.says("765432")
    await boris.taps("Pavel Ivanov · +359 88 876 5432")
    boris.hears("Which trip?")


async def test_the_last_seat_is_sold_once(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    trip = await a_trip(world, replace(OHRID, seats=2))
    await a_deal(world, trip=trip, seats=1)
    for colleague, client in ((boris, "Pavel"), (kalina, "Dimitar")):
        await colleague.says("/deal")
        await colleague.taps("➕ New client")
        await colleague.says(client)
        await colleague.taps("Skip")
        await colleague.taps("Ohrid 29.10 · 1 free")
        await colleague.says("2")
        colleague.hears("There is only 1 free seat.")
        await colleague.taps("1")
        colleague.hears("Responsible: Boris")
    await asyncio.gather(boris.taps("✅ Open the deal"), kalina.taps("✅ Open the deal"))

    for colleague in (boris, kalina):
        await colleague.looks()
    sold = await look(world, lambda desk: desk.repositories.trips.taken(desk.repositories.trips.get(trip)))
    assert sold == 2
    late = next(one for one in (boris, kalina) if any(label.startswith("🕐") for label in one.buttons))
    await late.taps("🕐")
    assert late.toast.endswith("is number 1 on the waiting list.")
    line = await look(
        world, lambda desk: list(desk.repositories.trips.waiting(desk.repositories.trips.get(trip)))
    )
    assert [place.seats for place in line] == [1]


async def test_two_desks_sell_the_last_seat_at_one_moment(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    trip = await a_trip(world, replace(OHRID, seats=3))
    await a_deal(world, trip=trip, seats=2)

    def sell(unit: SqlUnit) -> str:
        desk = world.desk(unit)
        met = desk.repositories.people.by_telegram_id(boris.id)
        assert met is not None
        member = desk.repositories.staff.of(met)
        assert member is not None
        desk.actor = Actor(met, member)
        return open_deal(desk, Booking(Caller("Somebody"), trip, 1, member.id)).title

    sold = await asyncio.gather(*(world.database.run(sell) for _ in range(8)), return_exceptions=True)
    assert sold.count("Ohrid 29.10.2027") == 1
    refused = [one for one in sold if isinstance(one, Refusal)]
    assert [(one.kind, one.facts["trip"]) for one in refused] == [("sold_out", "Ohrid 29.10.2027")] * 7
    assert (
        await look(world, lambda desk: desk.repositories.trips.taken(desk.repositories.trips.get(trip))) == 3
    )


async def test_two_colleagues_make_a_deal_of_one_inquiry(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    kalina = await world.colleague("Kalina", Role.OPERATOR)
    await asks_for_lisbon(await world.person("Anna"))
    for colleague in (boris, kalina):
        await colleague.says("/inquiries")
        await colleague.taps("#1")
        await colleague.taps("➕ Open a deal")
    for colleague in (boris, kalina):
        colleague.hears("What does it cost in total?")
        await colleague.says("1200")
    await boris.taps("No deposit")
    boris.hears("Lisbon 12.07 – 20.07", "First day: 12 July", "Last day: 20 July")
    await boris.taps("✅ Open the deal")
    boris.hears("Deal #1 is open.")
    await kalina.taps("No deposit")
    assert kalina.toast == "Boris has already handled inquiry #1."
    kalina.hears("Hello, Kalina.")
    await kalina.says("/inquiries")
    kalina.hears("No inquiries waiting.")
    await kalina.taps("➕ Open a deal")  # under the notice, which she had before Boris was faster
    assert kalina.toast == "Inquiry #1 is already deal #1, opened by Boris."
    kalina.hears("#1 · Lisbon", "Responsible: Boris")
    assert (
        await look(world, lambda desk: len(desk.repositories.deals.of(desk.repositories.clients.get(1)))) == 1
    )


async def test_a_colleague_who_left_cannot_lead(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await asks_for_lisbon(await world.person("Anna"))
    await olga.says("/inquiries")
    await olga.taps("#1")
    await olga.taps("➕ Open a deal")
    await olga.says("1200")
    await olga.taps("No deposit")
    olga.hears("Responsible: Boris")

    def leave(unit: object) -> None:
        desk = world.desk(unit)  # type: ignore[arg-type]
        met = desk.repositories.people.by_telegram_id(boris.id)
        assert met is not None
        member = desk.repositories.staff.of(met)
        assert member is not None
        member.left_at = desk.now

    await world.database.run(leave)
    await olga.taps("✅ Open the deal")
    assert olga.toast == "Boris can no longer be responsible for deals. Please choose somebody else."
    await olga.taps("✏️ Change something")
    await olga.taps("Next ▶")
    await olga.taps("✏️ Responsible")
    olga.sees_no("Boris")
    await olga.taps("Olga")
    await olga.taps("✅ Open the deal")
    olga.hears("Deal #1 is open.")

    await boris.says("/deal")
    boris.hears("You are not allowed to do this.")


async def test_the_dialogue_of_opening_a_deal_plays_as_written(world: World) -> None:
    await play(deal.__doc__, await world.colleague("Boris", Role.MANAGER))


async def _anna_joins(world: World, trip: int) -> Person:
    anna = await world.person("Anna")
    await anna.says(f"/start {await a_join_link(world, trip)}")
    await anna.taps("2")
    await anna.taps("Anna")
    await anna.taps("Skip")
    await anna.taps("✅ Send")
    return anna


async def test_a_journey_to_measure_is_no_booking_before_it_has_a_price(world: World) -> None:
    """What was wished for goes along; the client hears of a booking, and of a price, when there is one."""
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    anna = await world.person("Анна", "ru")
    await anna.says("/tour")
    budget = ("✏️ Изменить ответ", "✏️ Бюджет", "1 000 €")
    for tap in ("Лиссабон", "Пропустить", "2", "Анна", "Пропустить", "вегетарианка", *budget):
        await (anna.taps(tap) if tap in anna.buttons else anna.says(tap))
    await anna.taps("✅")
    await boris.looks()
    await boris.taps("➕ Направи сделка")
    for wrong in ("вчера", "01.01.2027"):
        boris.hears("Кога?")
        await boris.says(wrong)
    await boris.says("12-15.05.2027")
    boris.hears("Колко струва общо?")
    await boris.taps("Пропусни")
    boris.hears("Лиссабон", "Отговаря: Борис")
    await boris.taps("✅")
    boris.hears("Етап: Запитване", "⏳ Чака се: цена", "Бюджет 1 000 €", "вегетарианка")
    await boris.taps("⋯")
    await boris.taps("Следващи ▶")
    await boris.taps("📥 Запитване № 1")
    boris.hears("вегетарианка")
    await anna.looks()
    anna.hears("Готовим вашу поездку")
    anna.hears_nothing_of("бронь", "Бронь", "EUR", "€")
    await anna.says("/mytrips")
    anna.hears("Начало: среда, 12 мая", "15 мая", "Готовим вашу поездку")

    await boris.says("/deals 1")
    await boris.taps("⋯")
    await boris.taps("💶 Цена")
    for text in ("1200", "2000", "300"):
        await boris.says(text)
    await boris.taps("✅")
    boris.hears("Етап: Данни на пътниците")
    await anna.looks()
    anna.hears("Бронь принята", "Бронь № 1 · 2 места · 1 200 €")
    opened = await look(world, lambda desk: desk.repositories.deals.get(1))
    days = (opened.starts, opened.ends, opened.documents_by, opened.deposit_by, opened.balance_by)
    assert days == (
        date(2027, 5, 12),
        date(2027, 5, 15),
        date(2027, 4, 12),
        date(2027, 4, 21),
        date(2027, 4, 28),
    )


async def test_a_client_without_telegram_and_phone_is_asked_for_the_number(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_trip(world)
    await boris.says("/inquiry")
    await boris.says("Pavel Ivanov")
    await boris.taps("Skip")
    await boris.taps("Ohrid")
    await boris.taps("2")
    await boris.taps("✅ Save")
    await boris.taps("➕ Open a deal")
    for wrong in ("none", "123"):
        boris.hears("Their phone number?")
        await boris.says(wrong)
    await boris.says("0888 765 432")
    await boris.taps("✅ Open the deal")
    boris.hears("Deal #1 is open.", "Pavel Ivanov · +359 88 876 5432")

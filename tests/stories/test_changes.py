"""After the sale: seats, price and days of a deal are corrected, money goes back, and the client hears what changed."""

from datetime import date

from bot.flows.deals import days, seats
from bot.flows.payments import give_back
from domain.entities.people import Role
from tests.deals import a_deal, a_trip, told, with_deal
from tests.dialogues import play
from tests.people import Person
from tests.stories.test_journeys import DAYS
from tests.things import eur
from tests.world import World


async def test_one_does_not_travel_and_a_part_of_the_money_goes_back(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, trip=await a_trip(world), step="deposit", travellers=["Anna"])
    await boris.says(f"/deals {deal}")
    for _sum in (200, 400):
        await boris.taps("💶 Платено")
        await boris.taps("✅")
    await boris.taps("📄")
    await boris.taps("👤 Anna")
    await boris.taps("✖")
    await boris.taps("Да")
    await anna.looks()
    anna.hears(
        "Ваша бронь изменилась",
        "Anna больше не едет",
        "2 → 1",
        "600 € → 300 €",
        "К возврату: 300 €",
    )

    await boris.says(f"/deals {deal}")
    boris.hears("платено 600 € · за връщане 300 €")
    boris.hears_nothing_of("-300")
    await boris.taps("💶 Плащания")
    await boris.taps("↩️ Върни пари")
    for wrong, why in (("600,01", "Платено е само 600 €"), ("0", "⚠️"), ("-5", "⚠️"), ("сто лева", "⚠️")):
        await boris.says(wrong)
        boris.hears(why)
    await boris.taps("300 €")
    await boris.taps("Банков превод")
    await boris.taps("Днес")
    await boris.taps("✅")
    boris.hears("платено 300 € · остава 0 €", "↩️ върнато 300 €")
    await anna.looks()
    anna.hears("Мы вернули вам 300 €")
    await anna.says("/mytrips")
    anna.hears_nothing_of("-300", "К возврату")


async def test_seats_and_price_are_corrected_and_what_was_undone_is_no_news(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    trip = await a_trip(world)
    deal = await a_deal(world, client=anna, trip=trip, travellers=["Anna", "Ivan"])
    await _more(boris, deal)
    await play(seats.__doc__, boris)
    await anna.looks()
    anna.hears(
        "Your booking has changed",
        "Seats: 2 → 3",
        "Price: €600 → €900",
        "Left to pay: €900",
    )

    await _more(boris, deal)
    await boris.taps("💺 Seats")
    assert boris.buttons[:2] == ["2", "4"], "not the three there are, nor fewer than travel"
    for wrong, why in (("1", "2 travellers have been added"), ("0", "⚠️"), ("many", "⚠️")):
        await boris.says(wrong)
        boris.hears(why)
    await boris.says("200")
    await boris.taps("✅ Save")
    assert boris.toast == "There are only 42 free seats."
    await boris.taps("✏️ Seats")
    await boris.says("2")
    await boris.taps("✅ Save")
    boris.hears("Price €600")

    await _more(boris, deal)
    await boris.taps("💶 Price")
    await boris.says("550")
    boris.sees("€200", "€110")
    await boris.says("150")
    boris.hears("Price: €600 → €550", "Deposit: €200 → €150")
    await boris.taps("✅ Save")
    await anna.looks()
    anna.hears("Price: €600 → €550", "Deposit: €200 → €150")


async def test_the_days_of_a_journey_are_corrected(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Анна", "ru")
    await anna.says("/start")
    deal = await a_deal(world, client=anna, seats=1, step="deposit", starts=date(2027, 5, 1))
    await _more(boris, deal)
    await play(days.__doc__, boris)
    await anna.looks()
    anna.hears("Ваша бронь изменилась", "12 мая – 15 мая")
    kept = await with_deal(world, deal, lambda _desk, found: (found.starts, found.ends, found.deposit_due))
    assert kept == (DAYS["starts"], DAYS["ends"], date(2027, 4, 21))
    assert len(await told(world, anna)) == 1


async def test_the_dialogue_of_giving_back_plays_as_written(world: World) -> None:
    ivan = await world.colleague("Ivan", Role.ACCOUNTANT)
    deal = await a_deal(world, client="Anna", trip=await a_trip(world), step="payment")
    await ivan.says(f"/deals {deal}")
    await ivan.taps("💶 €600 received")
    await ivan.taps("✅ Record it")
    await ivan.taps("💶 Payments")
    await play(give_back.__doc__, ivan)
    paid = await with_deal(world, deal, lambda _desk, found: (found.paid, found.owed))
    assert paid == (eur(300), eur(300))
    await ivan.taps("✖ Not given back: €300")
    await ivan.says("It came back to us")
    ivan.hears("paid €600 · left to pay €0")


async def _more(boris: Person, deal: int) -> None:
    await boris.says(f"/deals {deal}")
    await boris.taps("⋯ More")

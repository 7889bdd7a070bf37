"""A trip does not take place, or is moved: whoever booked, asked or waits hears it, and chooses what follows."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.flows.trips import cancel
from domain.entities.people import Role
from tests.deals import a_deal, a_place_in_line, a_trip, told, with_deal
from tests.dialogues import play
from tests.stories.asking import a_join_link
from tests.things import OHRID
from tests.world import World


async def test_a_cancelled_trip_leaves_each_client_the_choice(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna, mei, eve = (
        await world.person("Анна", "ru"),
        await world.person("Mei", "zh"),
        await world.person("Eve"),
    )
    for one in (anna, mei, eve):
        await one.says("/start")
    trip = await a_trip(world, replace(OHRID, seats=5))
    deal = await a_deal(world, client=anna, trip=trip, responsible=boris, step="payment")
    await a_deal(world, client="Maria Ivanova", trip=trip, responsible=boris, seats=3)
    await a_place_in_line(world, trip, mei)
    link = await a_join_link(world, trip)

    await boris.says("/trips")
    await boris.taps("Ohrid")
    await boris.taps("⋯ More")
    await boris.taps("❌ Cancel the trip")
    await boris.says(" ")
    boris.hears("Why is Ohrid 29.10 cancelled?")
    await boris.taps("✖ Cancel")
    await boris.taps("🗑 Discard")
    await boris.says("Ohrid")
    await boris.taps("⋯ More")
    await play(cancel.__doc__, boris)
    boris.sees_no("❌ Cancel the trip", "🔗")
    boris.hears("#1 Анна: nothing chosen yet", "#2 Maria Ivanova: nothing chosen yet")
    await boris.looks()
    await anna.looks()
    anna.hears("поездка не состоится", "Что вы хотели бы взамен?")
    await mei.looks()
    mei.hears("Ohrid 29.10 已取消")

    await eve.says(f"/start {link}")
    eve.hears_nothing_of("How many seats")
    await anna.taps("📅 Другая дата")
    await anna.taps("💶 Вернуть деньги")
    anna.hears("Поездка не состоится. Пожелание: 💶 Вернуть деньги")
    await boris.looks()
    boris.hears("Анна", "Instead of the trip: 💶 A refund")
    await boris.says("Ohrid")
    boris.hears("Cancelled: Too few people", "#1 Анна: 💶 A refund")
    assert await with_deal(world, deal, lambda _desk, found: found.after_cancel) == "money_back"

    await boris.taps("◀")
    await boris.says("/deals 1")
    boris.hears("Price €600", "The trip is cancelled. Wish: 💶 A refund")
    boris.hears_nothing_of("⏳", "In full", "Departs", "Documents: by")
    assert boris.buttons[0] == "✖ Close the deal"

    await world.turn(datetime(2027, 7, 25, 12, tzinfo=UTC))  # a week before the deposit was due
    await world.turn(datetime(2027, 10, 28, 12, tzinfo=UTC))
    assert [one.split()[0] for one in await told(world, anna)] == ["trip_cancelled"]


async def test_who_asked_for_a_trip_or_waits_hears_that_it_is_moved(world: World) -> None:
    boris = await world.colleague("Борис", Role.MANAGER, "bg")
    anna, mei, eve = (
        await world.person("Анна", "ru"),
        await world.person("Mei", "zh"),
        await world.person("Eve"),
    )
    for one in (anna, mei):
        await one.says("/start")
    trip = await a_trip(world)
    await a_deal(world, client=anna, trip=trip)
    await a_place_in_line(world, trip, mei, 50)
    await eve.says(f"/start {await a_join_link(world, trip)}")
    for answer in ("2", "Eve", "Skip", "✅ Send"):
        await eve.taps(answer)

    await boris.says("Ohrid")
    await boris.taps("✏️")
    await boris.taps("📅")
    await boris.says("05.11.2027")
    await boris.says("07:00")
    await boris.taps("✅")
    for one, back in ((anna, "8 ноября"), (mei, "11月8日"), (eve, "8 November")):
        await one.looks()
        one.hears("Ohrid", back)
    for one in (mei, eve):
        assert [each.split()[0] for each in await told(world, one)][-1] == "trip_news"

"""A long day of an agency: inquiry, deal, travellers, papers, money, voucher and departure, by people of all rooms."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.entities.people import Role
from domain.entities.trip_plans import Point
from tests.deals import a_deal, a_trip
from tests.stories.asking import a_join_link, asks_for_lisbon
from tests.things import OHRID
from tests.world import World

DAY_BEFORE = datetime.fromisoformat("2027-10-28T06:30:00+03:00")
LAKE = replace(OHRID, point=Point(42.6847, 23.3189), bring="Passport")


async def lives_a_day(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await anna.says("/start")
    await asks_for_lisbon(anna, phone="0888 123 456")
    for words in (
        "/menu",
        "/inquiries",
        "/trips",
        "/deals",
        "/staff",
        "/language",
        "/cancel",
        "/help",
        "Anna",
    ):
        await boris.says(words)
    await olga.says("/staff")
    await olga.taps("➕ Invite somebody")
    await olga.taps("➕ Invite: Operator")

    trip = await a_trip(world, LAKE)
    mei = await world.person("Mei", "zh")
    await mei.opens(f"https://t.me/x?start={await a_join_link(world, trip)}")
    await mei.taps(mei.buttons[0])

    await a_deal(
        world, client=anna, trip=trip, step="voucher", responsible=boris, travellers=["Anna Petrova"]
    )
    await boris.says("/deals 1")
    await boris.taps("📨 Send the voucher")
    await boris.taps("⋯ More")
    await boris.taps("🎫 Voucher")
    await boris.taps("🎫 Show the voucher")
    await boris.says("/deals 1")
    await boris.taps("⋯ More")
    await boris.taps("🕘 History")
    await boris.says("/trips")
    await boris.taps("Ohrid")
    await boris.taps("📣 Departure")
    await world.turn(DAY_BEFORE)
    await anna.looks()
    await anna.taps("✅ I'll be there")
    await world.turn(timedelta(days=8))

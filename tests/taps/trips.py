"""The jobs of trips: put up, copied, and who travels."""

from tests.deals import a_deal, a_trip
from tests.taps.cast import a_manager
from tests.taps.counting import Cost, Counted, counted
from tests.taps.jobs import job
from tests.world import World


@job("participants, by taps", before="3 T", now=Cost(2), aim=2)
async def participants_by_taps(world: World) -> Counted:
    boris = await a_manager(world)
    await a_deal(world, trip=await a_trip(world), travellers=["Maria", "Ivan"])
    boris = await counted(boris)
    await boris.presses("🚌 Trips")
    await boris.taps("👥 2/45")
    boris.hears("Ohrid 29.10: participants", "1. Maria")
    return boris


@job("participants, in words", before="1 W", now=Cost(0, 1), aim=1)
async def participants_in_words(world: World) -> Counted:
    boris = await a_manager(world)
    await a_deal(world, trip=await a_trip(world), travellers=["Maria", "Ivan"])
    boris = await counted(boris)
    await boris.says("participants Ohrid")
    boris.hears("Ohrid 29.10: participants", "1. Maria")
    return boris


@job("a trip like last time, from its card", before="–", now=Cost(3), aim=3)
async def copied_trip(world: World) -> Counted:
    boris = await a_manager(world)
    await a_trip(world)
    await boris.says("/trips")
    await boris.taps("Ohrid 29.10")
    boris = await counted(boris)
    await boris.taps("🔁 Copy")
    await boris.taps("1 week later")
    await boris.taps("✅ Save")
    boris.hears("Ohrid 05.11")
    return boris


@job("a new trip", before="15 (9 T + 5 W + 1 S)", now=Cost(9, 4, 1), aim=None)
async def new_trip(world: World) -> Counted:
    boris = await counted(await a_manager(world))
    await boris.presses("🚌 Trips")
    await boris.taps("➕ New trip")
    await boris.says("Ohrid")
    await boris.taps("🚌 Coach")
    await boris.says("29.10.2027 06:30")
    await boris.says("Sofia, NDK car park")
    await boris.shares(location={"latitude": 42.6847, "longitude": 23.3189})
    await boris.taps("3 days later")
    await boris.taps("45")
    await boris.says("300")
    await boris.taps("€90")
    await boris.taps("Skip")
    await boris.taps("✅ As usual")
    await boris.taps("✅ Save")
    boris.hears("Ohrid 29.10", "0 of 45 seats taken")
    return boris

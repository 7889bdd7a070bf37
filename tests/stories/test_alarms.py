"""The owners hear what is wrong with the house: once, in their language, and from however many schedulers."""

import asyncio
from datetime import timedelta

import pytest

from domain.entities.people import Role
from ops.disk import Disk
from scheduler.jobs.monitor import Monitor
from tests.people import Person
from tests.scheduler.post import write
from tests.world import NOON, World

PLENTY = Disk(50_000_000_000, 100_000_000_000)
MINUTE = timedelta(minutes=1)


@pytest.fixture
async def olga(world: World) -> Person:
    return await world.colleague("Olga", Role.OWNER)


async def watched(world: World, times: int = 2) -> None:
    """So many looks, and whatever they found is said."""
    for _look in range(times):
        await world.scheduler.watch.look()
    await world.settle()


async def store(world: World, *numbers: int, lane: int | None = None) -> None:
    """Updates that nobody takes, each of somebody else or all of one person."""
    rows = [(number, lane or number, "{}") for number in numbers]
    await world.database.run(lambda unit: unit.inbox.store(rows, world.sandbox.clock.now()))


async def test_answers_are_late(world: World, olga: Person) -> None:
    ivan = await world.colleague("Ivan", Role.OWNER, "bg")
    await store(world, 700_001, 700_002)
    await world.scheduler.watch.look()
    world.sandbox.clock.set(NOON + MINUTE)
    await watched(world)
    await olga.looks()
    olga.hears_nothing_of("late")

    world.sandbox.clock.set(NOON + 2 * MINUTE)
    await watched(world, times=1)
    await olga.looks()
    olga.hears_nothing_of("late")  # a moment of rush is nothing to tell

    await watched(world, times=3)
    for owner in (olga, ivan):
        await owner.looks()
    olga.hears("Answers are late", "2 messages are waiting for an answer, the oldest since 1 March, 12:00")
    ivan.hears("Отговорите закъсняват", "2 съобщения")
    assert len(olga.heard) == 1


async def test_one_person_who_is_too_quick_is_no_fault_of_the_house(world: World, olga: Person) -> None:
    await store(world, *range(700_000, 700_150), lane=7)
    world.sandbox.clock.set(NOON + 2 * MINUTE)
    await watched(world)
    await olga.looks()
    olga.hears_nothing_of("late")

    await store(world, 700_200)
    world.sandbox.clock.set(NOON + 4 * MINUTE)
    await watched(world)
    await olga.looks()
    olga.hears("Answers are late", "1 message has been waiting")


async def test_notices_are_late_beyond_their_pace(world: World, olga: Person) -> None:
    anna = await world.person("Anna")
    await anna.says("/start")
    await write(world, anna, *(NOON + timedelta(milliseconds=one) for one in range(40)))
    world.sandbox.clock.set(NOON + 5 * MINUTE + timedelta(seconds=1))  # 40 take two seconds more
    for _look in range(2):
        await world.scheduler.watch.look()
    now = world.sandbox.clock.now()
    assert await world.database.read(lambda unit: unit.vitals.post(now).count) == 40  # and no alarm

    world.sandbox.clock.set(NOON + 5 * MINUTE + timedelta(seconds=3))
    for _look in range(2):
        await world.scheduler.watch.look()
    await world.settle()
    await olga.looks()

    olga.hears("Messages are late", "40 messages should have gone out", "1 March, 12:00")
    assert len(olga.heard) == 1


async def test_the_disk_is_nearly_full(world: World, olga: Person) -> None:
    left = [PLENTY, Disk(900_000_000, 8_000_000_000), None, Disk(4_900_000_000, 100_000_000_000)]
    for disk in left:
        world.scheduler.watch = Monitor(world.scheduler._context, lambda disk=disk: disk)  # type: ignore[misc]
        await watched(world)
    await olga.looks()
    olga.hears("The disk is nearly full", "900 MB of 8000 MB free")
    assert len(olga.heard) == 1

    await world.turn(timedelta(days=1))
    await watched(world)
    await olga.looks()
    olga.hears("4900 MB of 100000 MB")


async def test_updates_were_set_aside_and_many_schedulers_say_it_once(world: World, olga: Person) -> None:
    async def spoil(*numbers: int) -> None:
        await store(world, *numbers)
        for number in numbers:
            await world.database.run(lambda unit: unit.inbox.failed(number, "x", quarantine_after=1))  # noqa: B023

    await spoil(700_001, 700_002)
    watches = [Monitor(world.scheduler._context, lambda: PLENTY) for _scheduler in range(5)]
    await asyncio.gather(*(watch.look() for watch in watches))
    await world.settle()
    await olga.looks()
    olga.hears("A message could not be understood", "2 messages were set aside")
    assert len(olga.heard) == 1

    await world.turn(timedelta(hours=13))
    await spoil(700_003)
    await watched(world)
    await olga.looks()
    olga.hears("1 message was set aside")
    assert len(olga.heard) == 1

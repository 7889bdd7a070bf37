"""Two schedulers on one database send at one pace: each takes a few slots at a time, and no slot is taken twice."""

import asyncio
import secrets
from datetime import datetime, timedelta
from itertools import pairwise
from math import inf

import pytest
from sqlalchemy import func, select, update

from domain.entities.notices import NoticeState
from domain.ports.agency import CurrentAgency
from scheduler.delivery import rate_limiter
from scheduler.delivery.rate_limiter import RateLimiter
from scheduler.program import SchedulerProgram
from storage import Database, SqlUnit
from storage.mapping import duties
from tests.scheduler.post import reader, state, write
from tests.world import AGENCY, World

EACH = 1 / 200


@pytest.fixture
def shared(database: Database) -> Database:
    if not database.shared:
        pytest.skip("on SQLite there is one process, and it keeps the pace to itself")
    return database


async def test_no_slot_is_taken_twice(
    world: World, shared: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        rate_limiter, "LATE", inf
    )  # on a busy machine a slot would pass, and another be taken
    readers = [await reader(world, f"Anna {number}") for number in range(12)]
    numbers = [(await write(world, one))[0] for one in readers]
    taken: list[tuple[datetime, datetime]] = []

    async def book(seconds: float) -> float:
        def work(unit: SqlUnit) -> tuple[float, datetime]:
            begins = unit.leases.book("pace", seconds, 0.25)
            return begins, unit.session.execute(select(duties.c.held_until)).scalar_one()

        begins, until = await shared.run(work)
        taken.append((until - timedelta(seconds=seconds), until))
        return begins

    both = [a_scheduler(world, RateLimiter(1 / EACH, 100, book)) for _ in range(2)]
    for one in both:
        await one.open()
    await asyncio.gather(*(one.tick() for one in both))
    for one in both:
        await one.close()

    assert [await state(world, number) for number in numbers] == [NoticeState.SENT] * 12
    for (_, until), (begins, _) in pairwise(sorted(taken)):
        assert until <= begins
    slots = sum((until - begins).total_seconds() for begins, until in taken) / EACH
    assert 11.9 < slots < 12.1


async def test_bookings_follow_one_another(shared: Database) -> None:
    first = await shared.run(lambda unit: unit.leases.book("pace", 30, 0.25))
    assert first <= 0, "nobody waits for what was not used"
    assert 0 < await shared.run(lambda unit: unit.leases.book("pace", 20, 0.25)) < 30
    assert 20 < await shared.run(lambda unit: unit.leases.book("pace", 1, 0.25)) < 50


async def test_a_clock_that_was_set_back_is_not_waited_out(shared: Database) -> None:
    await shared.run(lambda unit: unit.leases.book("pace", 1))
    ahead = update(duties).values(held_until=func.now() + timedelta(hours=1))
    await shared.run(lambda unit: unit.session.execute(ahead))
    assert await shared.run(lambda unit: unit.leases.book("pace", 1)) <= 60


def a_scheduler(world: World, pace: RateLimiter) -> SchedulerProgram:
    return SchedulerProgram(
        world.database,
        CurrentAgency(AGENCY),
        world.sandbox.token,
        world.sandbox.api_url,
        world.sandbox.clock.now,
        secrets.token_urlsafe,
        world.files,
        pace,
    )

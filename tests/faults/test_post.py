"""The post when the clock jumps, and when one entry of the timetable fails."""

from datetime import timedelta
from typing import Any

import pytest

from domain.notices import NoticeState
from scheduler import program
from scheduler.timetable import TIMETABLE, Entry
from tests.bot.long_story import DAY_BEFORE, LAKE
from tests.deals import a_deal, a_trip
from tests.faults.conftest import Score
from tests.scheduler.post import letters, reader, state, write
from tests.world import World


async def test_a_jumping_clock_tells_everything_once(world: World, score: Score) -> None:
    """Forward by hours and a day, back by more than it went, forward again: around the hour at which it is due."""
    anna, boris = await reader(world), await reader(world, "Boris")
    trip = await a_trip(world, LAKE)
    await a_deal(world, client=boris, trip=trip, step="voucher", travellers=["Boris"])
    due = DAY_BEFORE.astimezone(world.sandbox.clock.now().tzinfo)
    world.sandbox.clock.set(due - timedelta(hours=1))
    (number,) = await write(world, anna, due)
    jumps = [
        timedelta(hours=hours) for hours in (2, -2, 2, -4, 5, -3, 1, -26, 24, 1, 0.01, -0.01, 25, -48, 30)
    ]
    for jump in jumps:
        world.sandbox.clock.advance(jump)
        await world.settle()
    told = [
        m["text"] for m in await _chat(world, boris.id) if m["from"] == "bot" and "Ohrid" in (m["text"] or "")
    ]
    assert await state(world, number) is NoticeState.SENT
    twice = len(await letters(anna)) - 1 + len(told) - 1
    assert twice == 0
    score(len(jumps), doubled=twice)


async def _chat(world: World, person: int) -> list[dict[str, Any]]:
    return list((await world.get(f"/sim/people/{person}/chat"))["messages"])


async def test_one_failing_entry_holds_up_no_other(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)

    async def fails(_office: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(program, "TIMETABLE", (Entry("broken", timedelta(0), fails), *TIMETABLE))
    for _tick in range(2):
        with pytest.raises(ZeroDivisionError):
            await world.scheduler.tick()
    assert await state(world, number) is NoticeState.SENT
    monkeypatch.undo()
    await world.settle()

"""The post when the clock jumps, and when one entry of the timetable fails."""

import json
from datetime import timedelta
from typing import Any

import pytest

from domain.entities.notices import NoticeState
from scheduler.timetable import TIMETABLE, Entry
from tests.bot.long_story import DAY_BEFORE, LAKE
from tests.deals import a_deal, a_trip
from tests.faults.conftest import Score
from tests.scheduler.post import letters, reader, state, trouble, write
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


async def test_one_failing_entry_holds_up_no_other(world: World) -> None:
    anna = await reader(world)
    (number,) = await write(world, anna)

    async def fails(_office: object) -> int:
        raise ZeroDivisionError

    for _tick in range(2):
        with pytest.raises(ZeroDivisionError):
            await world.scheduler.tick((Entry("broken", timedelta(0), fails), *TIMETABLE))
    assert await state(world, number) is NoticeState.SENT
    await world.settle()


async def test_a_chat_that_says_it_moved_is_not_written_to_again(world: World, score: Score) -> None:
    """Only groups do, and we write to none: it ends there, under its number, and the next letter goes."""
    anna, boris = await reader(world), await reader(world, "Boris")
    (moved,), (other,) = await write(world, anna), await write(world, boris)
    answer = {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": -1001234567890},
    }
    await trouble(world, anna, kind="garbled", code=400, body=json.dumps(answer))
    for _turn in range(2):
        await world.turn(timedelta(hours=1))
    assert await state(world, moved) is NoticeState.FAILED
    assert await state(world, other) is NoticeState.SENT
    assert (len(await letters(anna)), len(await letters(boris))) == (0, 1)
    (next_one,) = await write(world, anna)
    await world.settle()
    assert await state(world, next_one) is NoticeState.SENT
    score(1)

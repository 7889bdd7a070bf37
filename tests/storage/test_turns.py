"""Turns and traces: one of many does it; a notice knows what made it."""

import asyncio
from datetime import timedelta

from domain.notices import Notice, NoticeKind
from storage import Database, SqlUnit
from storage.trace import TRACE
from tests.storage.things import NOON, person

EVERY = timedelta(minutes=1)


async def test_of_many_one_has_the_turn(database: Database) -> None:
    async def asks(seconds: float) -> bool:
        now = NOON + timedelta(seconds=seconds)
        return await database.run(lambda unit: unit.turns.mine("webhook", now, EVERY))

    assert sum(await asyncio.gather(*(asks(0) for _ in range(8)))) == 1
    assert not await asks(59)
    assert sum(await asyncio.gather(*(asks(60) for _ in range(8)))) == 1
    assert await asks(-1)  # the clock was put back: better once too often than never
    assert not await asks(0)


async def test_each_turn_is_its_own(database: Database) -> None:
    assert await database.run(lambda unit: unit.turns.mine("webhook", NOON, EVERY))
    assert await database.run(lambda unit: unit.turns.mine("backup", NOON, EVERY))


async def test_a_notice_remembers_what_made_it(database: Database) -> None:
    def told(unit: SqlUnit) -> str | None:
        notice = Notice("key", NoticeKind.ALARM, person(), NOON, NOON)
        unit.records.notices.add(notice)
        unit.session.expire_all()
        return unit.records.notices.get(notice.id).trace

    token = TRACE.set("u4711")
    try:
        assert await database.run(told) == "u4711"
    finally:
        TRACE.reset(token)

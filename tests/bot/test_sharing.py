"""Several processes and one inbox: each update once, a person's in order, whoever they were brought to."""

import asyncio
import random
from contextlib import suppress

from bot.transport.inbox.inbox import Inbox, NotYet
from bot.transport.leader import Leader
from storage import Database, SqlUnit
from storage.queues.inbox import Turn
from storage.session import Session
from tests.bot.test_inbox import ANNA, BORIS, QUICKLY, said
from tests.world import NOON


class Process:
    """Takes updates as the worker does: the mark and its effect in one transaction. `gate` holds it up first."""

    def __init__(self, database: Database, taken: list[int], name: str = "") -> None:
        self.inbox = Inbox(database, self.take, lambda: NOON, waits=QUICKLY)
        self.begun: list[int] = []
        self.gate: asyncio.Event | None = None
        self._database = database
        self._taken = taken
        self._name = name

    async def take(self, update_id: int, _payload: str | None) -> None:
        self.begun.append(update_id)
        if self.gate is not None:
            await self.gate.wait()

        def work(unit: SqlUnit) -> Turn:
            turn = unit.inbox.take(update_id)
            if turn is Turn.MINE:
                unit.inbox.done(update_id)
            return turn

        turn = await self._database.run(work)
        if turn is Turn.LATER:
            raise NotYet
        if turn is Turn.MINE:
            self._taken.append(update_id)


async def test_a_persons_updates_brought_to_any_process_are_taken_once_and_in_order(
    database: Database,
) -> None:
    chance, taken = random.Random(15), list[int]()
    processes = [Process(database, taken) for _ in range(3)]
    for number in range(1, 61):
        whose = chance.choice([ANNA, ANNA, BORIS])
        await chance.choice(processes).inbox.store([said(number, whose)])
    for process in processes:
        await process.inbox.rest()
    lanes = await database.read(lambda unit: unit.inbox.lanes(9))
    assert lanes == {}
    assert sorted(taken) == list(range(1, 61)), "each once"
    rows = dict(_lanes(60))
    for whose in (ANNA, BORIS):
        assert (theirs := [n for n in taken if rows[n] == whose]) == sorted(theirs)


def _lanes(many: int) -> list[tuple[int, int]]:
    """Whose each of them was, drawn as above."""
    chance = random.Random(15)
    drawn = []
    for number in range(1, many + 1):
        drawn.append((number, chance.choice([ANNA, ANNA, BORIS])))
        chance.choice(range(3))
    return drawn


async def test_what_waits_behind_another_process_is_taken_right_after_it(database: Database) -> None:
    taken: list[int] = []
    slow, quick = Process(database, taken), Process(database, taken)
    slow.gate = asyncio.Event()
    await slow.inbox.store([said(1, ANNA)])
    await quick.inbox.store([said(2, ANNA)])
    while quick.begun[:1] != [2]:
        await asyncio.sleep(0)
    # It was turned away, and found 1 undone: nobody holds it, so it takes that one itself.
    await quick.inbox.rest()
    assert taken == [1, 2]
    slow.gate.set()
    await slow.inbox.rest()
    assert taken == [1, 2], "and the slow one finds it done"


async def test_what_a_dead_process_left_is_taken_up_at_the_second_look(database: Database) -> None:
    taken: list[int] = []
    dead, living = Process(database, taken), Process(database, taken)
    dead.gate = asyncio.Event()
    await dead.inbox.store([said(1, ANNA), said(2, ANNA), said(3, BORIS)])
    await dead.inbox.close(patience=0)
    await living.inbox.sweep()
    await living.inbox.rest()
    assert taken == [], "it may be somebody's who is only slow"
    await living.inbox.sweep()
    await living.inbox.rest()
    assert sorted(taken) == [1, 2, 3]
    assert taken.index(1) < taken.index(2)


async def test_an_update_in_other_hands_is_left_to_them(databases: object, database_url: str) -> None:
    if database_url.startswith("sqlite"):
        return  # one writer at a time: there are no other hands
    first, second = Database(database_url), Database(database_url)
    await first.run(lambda unit: unit.inbox.store([(1, ANNA, "{}"), (2, ANNA, "{}")], NOON))
    held, free = asyncio.Event(), asyncio.Event()

    async def holding() -> None:
        from sqlalchemy.ext.asyncio import create_async_engine

        engine = create_async_engine(database_url)
        async with engine.connect() as connection:
            turn = await connection.run_sync(lambda inner: SqlUnit(Session(inner)).inbox.take(1))
            assert turn is Turn.MINE
            held.set()
            await free.wait()
        await engine.dispose()

    holder = asyncio.create_task(holding())
    await held.wait()
    assert await second.run(lambda unit: unit.inbox.take(1)) is Turn.GONE
    assert await second.run(lambda unit: unit.inbox.take(2)) is Turn.LATER
    free.set()
    await holder
    assert await second.run(lambda unit: unit.inbox.take(1)) is Turn.MINE
    await first.close()
    await second.close()


async def test_a_duty_is_one_processs_until_it_leaves_or_dies(database: Database, database_url: str) -> None:
    if database_url.startswith("sqlite"):
        assert await database.run(lambda unit: unit.leases.take("polling", "anybody", 60))
        return
    at_work: list[str] = []

    def duty(name: str) -> asyncio.Task[None]:
        async def work() -> None:
            at_work.append(name)
            try:
                await asyncio.Event().wait()
            finally:
                at_work.remove(name)

        return asyncio.create_task(Leader(database, "polling", name, work).run())

    first = duty("first")
    while at_work != ["first"]:
        await asyncio.sleep(0.01)
    assert not await database.run(lambda unit: unit.leases.take("polling", "second", 60))
    second = duty("second")
    await asyncio.sleep(0.1)
    assert at_work == ["first"]
    first.cancel()
    with suppress(asyncio.CancelledError):
        await first
    while at_work != ["second"]:
        await asyncio.sleep(0.01)
    second.cancel()
    with suppress(asyncio.CancelledError):
        await second

    assert await database.run(lambda unit: unit.leases.take("polling", "dead", 0))
    assert await database.run(lambda unit: unit.leases.take("polling", "living", 60)), "its time was over"


async def test_of_several_only_one_is_alone_at_something(database: Database, database_url: str) -> None:
    if database_url.startswith("sqlite"):
        return
    begun, seen, other = asyncio.Event(), asyncio.Event(), Database(database_url)

    async def at_it() -> bool:
        from sqlalchemy.ext.asyncio import create_async_engine

        engine = create_async_engine(database_url)
        async with engine.connect() as connection:
            mine = await connection.run_sync(
                lambda inner: SqlUnit(Session(inner)).leases.alone_at("announcing")
            )
            begun.set()
            await seen.wait()
        await engine.dispose()
        return mine

    task = asyncio.create_task(at_it())
    await begun.wait()
    assert not await other.run(lambda unit: unit.leases.alone_at("announcing"))
    assert await other.run(lambda unit: unit.leases.alone_at("something else"))
    seen.set()
    assert await task
    assert await other.run(lambda unit: unit.leases.alone_at("announcing"))
    await other.close()


async def test_an_older_one_that_is_done_between_two_looks_makes_the_next_one_wait_and_not_come_twice(
    database: Database,
) -> None:
    rows = [(1, ANNA, "{}"), (2, ANNA, "{}")]
    await database.run(lambda unit: unit.inbox.store(rows, NOON))

    def work(unit: SqlUnit) -> Turn:
        looks = unit.inbox.take

        def meanwhile(update_id: int) -> Turn:
            unit.inbox.done(1)
            return looks(update_id)

        unit.inbox.take = meanwhile  # type: ignore[method-assign]
        return unit.inbox.finish(2, None)

    assert await database.run(work) is Turn.LATER
    assert await database.run(lambda unit: unit.inbox.finish(2, None)) is Turn.MINE

"""Units of work: all or nothing, tried again when somebody else was in the way, and looking changes nothing."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from sqlalchemy import event, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.util import await_only

from domain.entities.clients import Client
from domain.values.money import Money
from storage import Database, SqlUnit
from storage.mapping import clients
from tests.storage.things import NOON, client, deal, keep, person


async def test_what_fails_leaves_nothing(database: Database) -> None:
    def work(unit: SqlUnit) -> None:
        unit.repositories.clients.add(client("Half"))
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        await database.run(work)
    assert await database.read(lambda unit: unit.repositories.clients.search("Half")) == []


async def test_what_a_failed_commit_left_open_is_not_kept_by_whoever_comes_next(database: Database) -> None:
    writing = database._way._writing  # type: ignore[attr-defined]
    engine = getattr(writing, "sync_engine", writing)

    def fails(_connection: Any) -> None:
        raise OSError("no space left")

    event.listen(engine, "commit", fails)
    with pytest.raises(OSError, match="no space left"):
        await database.run(lambda unit: unit.inbox.store([(1, 1, "{}")], NOON))
    event.remove(engine, "commit", fails)

    assert await database.run(lambda unit: unit.inbox.store([(2, 1, "{}")], NOON)) == [2]
    assert await database.read(lambda unit: unit.inbox.waiting()) == [(2, 1)]
    assert await database.run(lambda unit: unit.inbox.store([(1, 1, "{}")], NOON)) == [1]


async def test_what_is_kept_after_work_that_was_broken_off_is_kept(
    database: Database, database_url: str
) -> None:
    """At any moment: a BEGIN that is broken off must not swallow what others commit on its connection."""
    somebody_else = Database(database_url)
    await database.run(_storing(0))

    for moment in range(1, 60):
        number = moment * 10

        broken_off = asyncio.create_task(database.run(_storing(number, number + 1)))
        for _ in range(moment):
            await asyncio.sleep(0)
        broken_off.cancel()
        await asyncio.wait([broken_off])
        await database.run(_storing(number + 2))

        seen = {each for each, _ in await somebody_else.read(lambda unit: unit.inbox.waiting())}
        assert number + 2 in seen, f"lost after {moment} turns of the loop"
        assert (number in seen) == (number + 1 in seen)
    await somebody_else.close()


def _storing(*numbers: int) -> Callable[[SqlUnit], None]:
    """Each in a statement of its own."""

    def work(unit: SqlUnit) -> None:
        for number in numbers:
            unit.inbox.store([(number, 1, "{}")], NOON)

    return work


async def test_what_was_given_back_can_be_read_afterwards(database: Database) -> None:
    def work(unit: SqlUnit) -> Client:
        ivan = client("Ivan", who=person("Vanya"))
        unit.repositories.clients.add(ivan)
        return ivan

    ivan = await database.run(work)
    assert ivan.id
    assert ivan.person is not None
    assert ivan.person.id


async def test_nothing_refers_to_what_is_not_there(database: Database) -> None:
    await keep(database, client())
    with pytest.raises(IntegrityError):
        await database.run(lambda unit: unit.session.execute(update(clients).values(person_id=99)).close())


async def test_looking_cannot_change(database: Database) -> None:
    sale = deal(client())
    await keep(database, sale)

    def change(unit: SqlUnit) -> None:
        unit.repositories.deals.get(sale.id).price = Money(1, "EUR")

    with pytest.raises(RuntimeError, match="belongs into run"):
        await database.read(change)
    with pytest.raises(DBAPIError):
        await database.read(lambda unit: unit.inbox.store([(1, 1, "{}")], NOON))
    assert (await database.read(lambda unit: unit.repositories.deals.get(sale.id))).price == sale.price


async def test_a_view_is_steady_beside_a_writer(database: Database) -> None:
    loop = asyncio.get_running_loop()

    def look(unit: SqlUnit) -> tuple[Any, Any]:
        count = text("SELECT count(*) FROM clients")
        before = unit.session.scalar(count)
        meanwhile(loop, keep(database, client()))
        return before, unit.session.scalar(count)

    assert await database.read(look) == (0, 0)
    assert await database.read(look) == (1, 1)


class DeadlockError(Exception):
    """As the driver says it."""

    sqlstate = "40P01"


@pytest.mark.parametrize("trouble", [DeadlockError(), Exception("database is locked")])
async def test_tried_again_once(database: Database, trouble: Exception) -> None:
    attempts = []

    def work(unit: SqlUnit, most: int) -> int:
        unit.repositories.clients.add(client("Ivan"))
        attempts.append(1)
        if len(attempts) < most:
            raise OperationalError("UPDATE", None, trouble)
        return len(attempts)

    assert await database.run(lambda unit: work(unit, 2)) == 2
    assert len(await database.read(lambda unit: unit.repositories.clients.search("Ivan"))) == 1
    attempts.clear()
    with pytest.raises(OperationalError):
        await database.run(lambda unit: work(unit, 9))
    assert len(attempts) == 2


async def test_a_lost_connection_is_replaced(database: Database) -> None:
    tries = []

    def cut(unit: SqlUnit) -> None:
        tries.append(1)
        if len(tries) == 1 and unit.session.dialect == "postgresql":
            unit.session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        unit.repositories.clients.add(client("Ivan"))

    await keep(database, client("Ivan"))
    await database.run(cut)
    assert len(await database.read(lambda unit: unit.repositories.clients.search("Ivan"))) == 2


async def test_the_writer_waits_for_another_program(database: Database, database_url: str) -> None:
    other = Database(database_url)
    await asyncio.gather(*(keep(each, client("Ivan")) for _ in range(10) for each in (database, other)))
    await other.close()
    assert len(await database.read(lambda unit: unit.repositories.clients.search("Ivan", limit=99))) == 20


def meanwhile(loop: asyncio.AbstractEventLoop, step: Coroutine[Any, Any, None]) -> None:
    """Waits for something else, from inside a piece of work: in a thread, or on the loop itself."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        asyncio.run_coroutine_threadsafe(step, loop).result()
    else:
        await_only(step)

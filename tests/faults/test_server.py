"""PostgreSQL restarts, sees a deadlock, or has no connection left for a while."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import text
from sqlalchemy.util import await_only

from storage import Database, SqlUnit
from storage.engine import engines
from tests.databases import KEYS, Databases, PostgresDatabases
from tests.faults.conftest import Score, many
from tests.faults.test_storing import asks_for_lisbon, inquiries, waiting
from tests.storage.things import client, keep
from tests.world import World


@pytest.fixture
def databases(postgresql_databases: Databases) -> Databases:
    """Only a server of its own can go away."""
    return postgresql_databases


async def test_a_server_that_restarts_loses_nothing(
    world: World, postgresql_databases: PostgresDatabases, score: Score
) -> None:
    """While Anna is on her way to the last button, and before she presses it."""
    anna = await world.person("Anna")
    await anna.says("/start")
    restarts = many(1, 10)
    for _restart in range(restarts):
        await asks_for_lisbon(anna)
        await asyncio.to_thread(postgresql_databases.server.restart)
        await anna.taps("✅ Send")
        anna.hears("We have received your inquiry")
    done = await inquiries(world)
    assert done == restarts
    assert await waiting(world) == 0
    score(restarts, lost=max(0, restarts - done), doubled=max(0, done - restarts))


async def test_of_two_in_a_deadlock_both_get_done(database: Database, score: Score) -> None:
    """Each holds what the other wants: the server ends one of them, which is tried again."""
    ivan, maria = client("Ivan"), client("Maria")
    await keep(database, ivan, maria)
    tries: list[str] = []

    def renaming(first: int, second: int, name: str) -> Callable[[SqlUnit], None]:
        def work(unit: SqlUnit) -> None:
            tries.append(name)
            unit.session.execute(text("SET LOCAL deadlock_timeout = '20ms'"))
            for number in (first, second):
                renamed = text("UPDATE clients SET name = name || :name WHERE id = :number")
                unit.session.execute(renamed, {"name": name, "number": number})
                await_only(asyncio.sleep(0.05))

        return work

    await asyncio.gather(database.run(renaming(1, 2, " A")), database.run(renaming(2, 1, " B")))
    assert len(tries) == 3
    names = await database.read(
        lambda unit: unit.session.scalars(text("SELECT name FROM clients ORDER BY id")).all()
    )
    assert {frozenset(name.split()[1:]) for name in names} == {frozenset({"A", "B"})}
    score(1)


@pytest.fixture
async def crowded(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """An agency with two connections, and little patience for a third."""
    shared = engines._SHARED | {"pool_size": 1, "max_overflow": 1, "pool_timeout": 0.05}
    monkeypatch.setattr(engines, "_SHARED", shared)
    database = Database(database_url, KEYS)
    world = World(database)
    await world.open()
    yield world
    await world.close()
    await database.close()


async def test_when_no_connection_is_left_what_comes_waits(crowded: World, score: Score) -> None:
    """Nothing is set aside for it, and nobody's work is lost."""
    anna = await crowded.person("Anna")
    await anna.says("/start")
    free = asyncio.Event()

    def hold(unit: SqlUnit) -> None:
        unit.session.execute(text("SELECT 1"))
        await_only(free.wait())

    holders = [asyncio.create_task(crowded.database.run(hold)) for _ in range(2)]
    await asyncio.sleep(0.1)
    await crowded.post(f"/sim/people/{anna.id}/say", {"text": "/tour"})
    await asyncio.sleep(0.2)
    assert len(crowded.sandbox.world.updates), "what cannot be stored is not acknowledged"
    free.set()
    await asyncio.gather(*holders)
    await crowded.settle()
    await anna.looks()
    anna.hears("Where would you like to go")
    assert await waiting(crowded) == 0
    score(1)

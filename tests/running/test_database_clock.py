"""One clock for all processes: the database's, carried on by a watch, whatever this machine's own shows."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage import Database
from tourdesk import database_clock
from tourdesk.database_clock import DatabaseClock


async def test_it_goes_on_from_the_databases_time_by_the_watch_alone(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = 1000.0
    monkeypatch.setattr(database_clock, "monotonic_seconds", lambda: shown)
    clock = DatabaseClock(database)
    before = await database.read(lambda unit: unit.leases.now())
    await clock.set()
    after = await database.read(lambda unit: unit.leases.now())
    assert before <= clock() <= after
    assert clock().tzinfo is UTC

    first = clock()
    assert clock() == first, "no other clock is looked at"
    shown += 90
    assert clock() - first == timedelta(seconds=90)


async def test_without_a_database_the_watch_goes_on(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = DatabaseClock(database)
    await clock.set()
    now = clock()

    async def away(_work: object) -> datetime:
        raise ConnectionRefusedError

    monkeypatch.setattr(database, "read", away)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(clock.keep(every=0.01), 0.05)
    assert clock() > now

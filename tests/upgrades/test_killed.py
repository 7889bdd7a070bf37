"""A migration that is killed at any of its statements leaves the tables of before, with all that is in them.

The suite kills it at every fifth of the first, and then ever more seldom; TOURDESK_KILL_EVERY=1 at each one.
"""

import asyncio
import json
import os
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, inspect, make_url

from storage import Database
from storage.migrations import upgrade
from tests.databases import Databases, on
from tests.forking import FORKING
from tests.upgrades.replay import played
from tests.upgrades.shapes import shape
from tests.upgrades.test_expanding import RELEASED

KILLED = 137
EVERY = int(os.environ.get("TOURDESK_KILL_EVERY", "0"))
FIRST = 5
"""How far apart the first kills are: each costs as many statements as it is far, and the way grows with every release."""


@pytest.fixture
async def url(databases: Databases) -> AsyncIterator[str]:
    """A database of the release before, with the beginning of a story in it."""
    url = await databases.empty()
    await on(url, lambda connection: upgrade(connection, RELEASED))
    await played(RELEASED, url, most=500)
    yield url
    await databases.drop(url)


async def test_killed_at_each_statement(url: str, database_url: str, tmp_path: Path) -> None:
    rows = await counted(url)
    report = tmp_path / "report"
    killer = FORKING.Process(target=_kill_at_each, args=(url, str(report)))
    killer.start()
    await asyncio.to_thread(killer.join)

    kills = json.loads(report.read_text())
    assert len(kills) > (1 if EVERY else 20)
    assert set(kills) == {"as before"}
    assert await on(url, shape) == await on(database_url, shape)
    after = await counted(url)
    assert {table: after[table] for table in rows} == rows
    if url.startswith("sqlite"):
        with sqlite3.connect(make_url(url).database or "") as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


async def test_several_processes_at_once_make_the_tables_once(
    databases: Databases, database_url: str
) -> None:
    empty = await databases.empty()
    processes = [FORKING.Process(target=_migrate, args=(empty, None)) for _process in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        await asyncio.to_thread(process.join)

    assert [process.exitcode for process in processes] == [0, 0]
    assert await on(empty, shape) == await on(database_url, shape)
    await databases.drop(empty)


async def counted(url: str) -> dict[str, int]:
    """Rows by table."""

    def count(connection: Connection) -> dict[str, int]:
        tables = inspect(connection).get_table_names()
        return {
            table: connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
            for table in tables
            if table != "alembic_version"
        }

    counts: dict[str, int] = await on(url, count)
    return counts


_SHAPES = {
    "sqlite": ["SELECT name, sql FROM sqlite_master ORDER BY name"],
    "postgresql": [
        "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
        " WHERE table_schema = 'public' ORDER BY 1, 2",
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
    ],
}


def _everything(connection: Connection) -> list[Any]:
    """The tables in the database's own words, and what is in some of them."""
    asked = [*_SHAPES[connection.dialect.name], "SELECT * FROM alembic_version"]
    asked += [f"SELECT count(*) FROM {table}" for table in ("deals", "history", "inbox", "notices")]
    return [connection.exec_driver_sql(words).fetchall() for words in asked]


def _kill_at_each(url: str, report: str) -> None:
    """Killed before its first statement, its second … until it comes through; what was found each time is reported."""
    before = asyncio.run(on(url, _everything))
    kills: list[str] = []
    place = 1
    while _exit_code_of_a_fork(url, place) == KILLED:
        same = asyncio.run(on(url, _everything)) == before
        kills.append("as before" if same else f"changed by a kill at statement {place}")
        place += EVERY or max(FIRST, place // 6)
    Path(report).write_text(json.dumps(kills))


def _exit_code_of_a_fork(url: str, statement: int) -> int:
    child = os.fork()
    if child == 0:
        try:
            _migrate(url, statement)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _migrate(url: str, statement: int | None) -> None:
    said = 0

    def killing(*about: Any) -> None:
        nonlocal said
        said += about[2].lstrip().startswith(("CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE"))
        if said == statement:
            os._exit(KILLED)

    event.listen(Engine, "before_cursor_execute", killing)

    async def run() -> None:
        database = Database(url)
        await database.migrate()
        await database.close()

    asyncio.run(run())

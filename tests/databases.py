"""Fresh databases for tests, on SQLite and on PostgreSQL: each test gets its own, copied from a migrated one.

TOURDESK_TEST_DATABASES=sqlite (or postgresql) limits the tests to one of them.
"""

import os
import shutil
from collections.abc import AsyncIterator, Callable
from itertools import count, cycle
from pathlib import Path
from typing import Any, Protocol

import pytest
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import create_async_engine

from storage import Database
from storage.crypto.sealing import Keys
from tests.postgres_server import PostgresServer
from tests.quick_disk import quick_folder

KINDS = os.environ.get("TOURDESK_TEST_DATABASES", "sqlite,postgresql").split(",")


KEYS = Keys(b"a secret of the tests only")


def in_turns(*cases: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    """Each of these cases with a kind of database, the kinds in turns: for what does not hang on the database."""
    return [(*case, kind) for case, kind in zip(cases, cycle(KINDS), strict=False)]


class Databases(Protocol):
    """Where databases of one kind come from."""

    async def empty(self) -> str:
        """The URL of a new database without tables."""

    async def migrated(self) -> str:
        """The URL of a new database with empty tables."""

    async def drop(self, url: str) -> None: ...

    async def close(self) -> None: ...


class SqliteDatabases:
    """Files in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, count(1)

    async def open(self) -> "SqliteDatabases":
        self._template = _file(await self.empty())
        await _migrate(f"sqlite+aiosqlite:///{self._template}")
        return self

    async def empty(self) -> str:
        return f"sqlite+aiosqlite:///{self._folder / f'{next(self._numbers)}.db'}"

    async def migrated(self) -> str:
        url = await self.empty()
        shutil.copyfile(self._template, _file(url))
        return url

    async def drop(self, url: str) -> None:
        for left in self._folder.glob(f"{_file(url).name}*"):
            left.unlink()

    async def close(self) -> None:
        shutil.rmtree(self._folder)


class PostgresDatabases:
    """Databases of one server."""

    def __init__(self, server: PostgresServer) -> None:
        self.server, self._numbers = server, count(1)

    async def open(self) -> "PostgresDatabases":
        url = await self.empty()
        await _migrate(url)
        self._template = _name(url)
        return self

    async def empty(self) -> str:
        return await self._created("")

    async def migrated(self) -> str:
        return await self._created(f"TEMPLATE {self._template} STRATEGY FILE_COPY")

    async def drop(self, url: str) -> None:
        await self.server.execute(f"DROP DATABASE {_name(url)} WITH (FORCE)")

    async def close(self) -> None:
        self.server.stop()

    async def _created(self, how: str) -> str:
        name = f"test_{next(self._numbers)}"
        await self.server.execute(f"CREATE DATABASE {name} {how}")
        return self.server.url(name)


@pytest.fixture(scope="session")
async def sqlite_databases() -> AsyncIterator[Databases]:
    """Opened when the first test wants it, and kept until the last."""
    source = SqliteDatabases(quick_folder("sqlite-"))
    yield await source.open()
    await source.close()


@pytest.fixture(scope="session")
async def postgresql_databases() -> AsyncIterator[Databases]:
    """A server of the tests' own, likewise."""
    source = PostgresDatabases(PostgresServer(short_lived=True))
    try:
        yield await source.open()
    finally:
        await source.close()


@pytest.fixture(params=KINDS)
def databases(request: pytest.FixtureRequest) -> Databases:
    """The same tests on both kinds."""
    source: Databases = request.getfixturevalue(f"{request.param}_databases")
    return source


@pytest.fixture
async def database_url(databases: Databases) -> AsyncIterator[str]:
    """A database with empty tables, this test's alone."""
    url = await databases.migrated()
    yield url
    await databases.drop(url)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """The same, opened."""
    opened = Database(database_url, KEYS)
    yield opened
    await opened.close()


async def on(url: str, step: Callable[[Connection], Any]) -> Any:
    """One step in a transaction of its own, past the program."""
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(step)
    finally:
        await engine.dispose()


async def _migrate(url: str) -> None:
    database = Database(url)
    await database.migrate()
    await database.close()


def _file(url: str) -> Path:
    return Path(url.removeprefix("sqlite+aiosqlite:///"))


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]

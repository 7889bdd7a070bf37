"""How work reaches each database. Both keep the same promises: durable, no lost updates, steady views.

On SQLite work that writes runs whole in the one writer's thread: there is but one writer anyway, and crossing
threads for every statement costs a third more. Work that only looks goes through aiosqlite. On PostgreSQL
both run here, and wait without blocking: a piece of work is one plain function (`AsyncConnection.run_sync`).
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import Any, Protocol, TypeVar

import orjson
from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.engine.compiled import Compiled
from storage.transactions import Step, kept, seen

T = TypeVar("T")
Count = Callable[[], None]

_BUSY_MS = 10_000
"""How long to wait while another process writes."""


FAREWELL = 2.0
"""Seconds for all connections to be closed as it should be."""


class Way(Protocol):
    """To one database, for work that writes and work that looks."""

    async def write(self, step: Step[T]) -> T: ...

    async def look(self, step: Step[T]) -> T: ...

    async def shape(self, step: Callable[[Connection], None]) -> None:
        """Changes the tables."""

    async def close(self) -> None: ...


class SqliteWay:
    """One thread writes; whoever only looks has a connection of their own."""

    def __init__(self, url: URL, count: Count) -> None:
        self._writing = create_engine(url.set(drivername="sqlite"), **_ALIKE)
        self._reading = create_async_engine(url.set(drivername="sqlite+aiosqlite"), **_ALIKE)
        _set_up(self._writing, count, "BEGIN IMMEDIATE", writes=True)
        _set_up(self._reading.sync_engine, count, "BEGIN", writes=False)
        self._writer = ThreadPoolExecutor(1, "storage-writer")
        self._held: Connection | None = None

    async def write(self, step: Step[T]) -> T:
        return await self._in_turn(partial(self._written, step))

    async def look(self, step: Step[T]) -> T:
        return await _on_a_connection(self._reading, seen, step)

    def _written(self, step: Step[T]) -> T:
        """On a connection that is held from one to the next: to fetch and hand it back costs two statements."""
        if self._held is None:
            self._held = self._writing.connect()
        try:
            return kept(self._held, step)
        except BaseException:  # the next one begins with one that is sound
            self._let_go()
            raise

    def _let_go(self) -> None:
        if self._held is not None:
            self._held.close()
            self._held = None

    async def shape(self, step: Callable[[Connection], None]) -> None:
        await self._in_turn(partial(_shaped, self._writing, step))

    async def close(self) -> None:
        await self._reading.dispose()
        await asyncio.to_thread(self._writer.shutdown)
        self._let_go()
        self._writing.dispose()

    async def _in_turn(self, step: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writer, copy_context().run, step)


class PostgresWay:
    """One pool of connections, used in two ways."""

    def __init__(self, url: URL, count: Count) -> None:
        self._writing = create_async_engine(url, **_ALIKE, **_SHARED)
        _counted(self._writing.sync_engine, count)
        self._reading = self._writing.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    async def write(self, step: Step[T]) -> T:
        return await _on_a_connection(self._writing, kept, step)

    async def look(self, step: Step[T]) -> T:
        return await _on_a_connection(self._reading, seen, step)

    async def shape(self, step: Callable[[Connection], None]) -> None:
        async with self._writing.begin() as connection:
            await connection.run_sync(step)

    async def close(self) -> None:
        """A server that says nothing any more need not hear that we go."""
        with suppress(TimeoutError):
            async with asyncio.timeout(FAREWELL):
                await self._writing.dispose()


_ALIKE: dict[str, Any] = {
    "hide_parameters": True,  # an error is logged; what people said is not
    "json_serializer": lambda facts: orjson.dumps(facts).decode(),
    "json_deserializer": orjson.loads,
}

_SHARED: dict[str, Any] = {
    "pool_size": 16,  # three bots and two schedulers leave room in the hundred that PostgreSQL has by default
    "max_overflow": 0,
    "pool_use_lifo": True,
    "pool_timeout": 10,
    "connect_args": {
        "timeout": 5,
        # A process that was stopped in the middle of its work must not keep what it holds from the others.
        "server_settings": {"application_name": "tourdesk", "idle_in_transaction_session_timeout": "10s"},
    },
}


async def _on_a_connection(engine: AsyncEngine, how: Callable[[Connection, Step[T]], T], step: Step[T]) -> T:
    """Work that was broken off, by its end or its caller's, gives its connection up: the driver may not know what it began.

    A BEGIN that is broken off stands, and the next one on the same connection would only be a part of it.
    """
    connection = await engine.connect()
    try:
        return await connection.run_sync(how, step)
    except Exception:
        raise
    except BaseException:
        await connection.invalidate()
        raise
    finally:
        await connection.close()


def _shaped(engine: Engine, step: Callable[[Connection], None]) -> None:
    with engine.begin() as connection:
        step(connection)


def _counted(engine: Engine, count: Count) -> None:
    def counting(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not statement.startswith("BEGIN"):
            count()

    event.listen(engine, "before_cursor_execute", counting)
    event.listen(engine, "handle_error", _refused)


def _refused(failed: ExceptionContext) -> None:
    """What a column cannot keep is told as its type told it, and without the statement."""
    if isinstance(failed.original_exception, ValueError) and failed.statement is not None:
        raise failed.original_exception


def _set_up(engine: Engine, count: Count, begin: str, *, writes: bool) -> None:
    """A writer takes the writer's place before it looks at anything; a reader could not write if it tried."""
    _counted(engine, count)
    event.listen(engine, "connect", partial(_prepare, writes=writes))
    beginning = Compiled(text(begin))
    event.listen(engine, "begin", beginning.send_as_it_is)


def _prepare(connection: Any, _record: Any, *, writes: bool) -> None:
    # The driver must not begin by itself: it begins late, and two writers would both read before they write.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        "foreign_keys = ON",
        "synchronous = FULL",
        "secure_delete = ON",  # what was forgotten is wiped, whatever the library was built with
        f"query_only = {'OFF' if writes else 'ON'}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()

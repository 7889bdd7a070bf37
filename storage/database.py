"""The database: runs one piece of work in one transaction, and brings the tables up to date.

Work is a plain synchronous function of a `SqlUnit`; nothing in it can wait for a network. It may be run a
second time (after a deadlock, say), so it must not change anything outside its unit.
"""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from time import perf_counter
from typing import TypeVar

from sqlalchemy import make_url

from ops import counters
from ops.retrying import retried, within
from ops.transient_errors import is_transient
from storage.crypto.sealing import Keys
from storage.engine.engines import PostgresWay, SqliteWay, Way
from storage.unit import SqlUnit

T = TypeVar("T")

LONGEST_TRY = 30.0
"""Seconds after which a line on which nothing is heard is given up for another."""

_FOR_GOOD = (PermissionError, ssl.SSLCertVerificationError)
"""A line that is refused so is refused tomorrow, too."""


class Database:
    """One database, by URL: "sqlite+aiosqlite:///path" or "postgresql+asyncpg://…"."""

    def __init__(self, url: str, keys: Keys | None = None) -> None:
        """Without keys nothing that is sealed can be written or read."""
        self._keys = keys
        self.statements = 0
        """How many statements were sent so far; tests count with it."""
        parsed = make_url(url)
        kind = SqliteWay if parsed.get_backend_name() == "sqlite" else PostgresWay
        self._way: Way = kind(parsed, self._count)

    @property
    def has_keys(self) -> bool:
        return self._keys is not None

    @property
    def shared(self) -> bool:
        """Whether other processes may be at work on it too."""
        return isinstance(self._way, PostgresWay)

    async def reached(
        self, call: Callable[[], Awaitable[T]], seconds: float | None = None, *, long: bool = False
    ) -> T:
        """What the call gives, as soon as the database can be reached: whoever starts waits for it, and says so.

        The call may be made again although its commit was done, and when nothing is heard for long, unless it is `long`
        itself. A file is there or is not: nobody waits for it.
        """
        if not self.shared:
            return await call()

        async def once() -> T:
            async with asyncio.timeout(None if long else LONGEST_TRY):
                return await call()

        return await retried(once, _passes, stop=within(seconds), away="database is away")

    async def run(self, work: Callable[[SqlUnit], T]) -> T:
        """All that `work` does is kept, or nothing."""
        began = perf_counter()
        try:
            return await self._way.write(lambda session: work(SqlUnit(session, self._keys)))
        finally:
            counters.database.add("run", perf_counter() - began)

    async def read(self, work: Callable[[SqlUnit], T]) -> T:
        """One steady view of the data, beside writers; nothing can be written."""
        began = perf_counter()
        try:
            return await self._way.look(lambda session: work(SqlUnit(session, self._keys)))
        finally:
            counters.database.add("read", perf_counter() - began)

    async def is_up_to_date(self) -> bool:
        from storage.migrations import revisions, schema_of

        schema = await self.read(lambda unit: schema_of(unit.session.connection()))
        return schema == revisions()[-1]

    async def migrate(self) -> None:
        """Brings the tables to the newest shape; a fresh database gets them all. May take long."""
        from storage.migrations import bring_up_to_date

        await self._way.shape(bring_up_to_date)

    async def close(self) -> None:
        await self._way.close()

    def _count(self) -> None:
        self.statements += 1


def _passes(error: BaseException) -> bool:
    return is_transient(error) and not isinstance(error, _FOR_GOOD)

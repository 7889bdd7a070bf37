"""The database: opens it, runs one piece of work in one transaction, and brings the tables up to date.

Work is a plain synchronous function of a `SqlUnit`; nothing in it can wait for a network. It may be run a
second time (after a deadlock, say), so it must not change anything outside its unit.
"""

from asyncio import Lock
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from storage.connections import opened
from storage.mapping import map_domain
from storage.retrying import worth_another_try
from storage.unit import SqlUnit

T = TypeVar("T")


class Database:
    """One database, by URL: "sqlite+aiosqlite:///path" or "postgresql+asyncpg://…"."""

    def __init__(self, url: str) -> None:
        map_domain()
        self.statements = 0
        """How many statements were sent so far; tests count with it."""
        self._engines = opened(url, self._count)
        # SQLite has one writer at a time: better to queue here, in order, than to knock at its lock.
        self._turn = Lock() if self._engines.one_writer else None

    async def run(self, work: Callable[[SqlUnit], T]) -> T:
        """All that `work` does is kept, or nothing."""
        async with self._my_turn():
            try:
                return await self._write(work)
            except DBAPIError as error:
                if not worth_another_try(error):
                    raise
            return await self._write(work)

    async def read(self, work: Callable[[SqlUnit], T]) -> T:
        """One unchanging view of the data, beside writers; nothing can be written."""
        try:
            return await self._look(work)
        except DBAPIError as error:
            if not worth_another_try(error):
                raise
        return await self._look(work)

    async def migrate(self) -> None:
        """Brings the tables to the newest shape; a fresh database gets them all."""
        from storage.migrations import upgrade

        async with self._my_turn(), self._engines.writing.begin() as connection:
            await connection.run_sync(upgrade)

    async def close(self) -> None:
        await self._engines.writing.dispose()

    def _my_turn(self) -> AbstractAsyncContextManager[None]:
        return self._turn or nullcontext()

    async def _write(self, work: Callable[[SqlUnit], T]) -> T:
        async with AsyncSession(self._engines.writing, expire_on_commit=False) as session:
            result = await session.run_sync(_flushed, work)
            await session.commit()
            return result

    async def _look(self, work: Callable[[SqlUnit], T]) -> T:
        async with AsyncSession(self._engines.reading, expire_on_commit=False, autoflush=False) as session:
            return await session.run_sync(_unchanged, work)

    def _count(self) -> None:
        self.statements += 1


def _flushed(session: Session, work: Callable[[SqlUnit], T]) -> T:
    result = work(SqlUnit(session))
    session.flush()
    return result


def _unchanged(session: Session, work: Callable[[SqlUnit], T]) -> T:
    result = work(SqlUnit(session))
    if session.new or session.dirty or session.deleted:
        raise RuntimeError("work given to read() changed something: it belongs into run()")
    return result

"""A database whose k-th statement fails, for k = 1, 2, … until the work succeeds: every failure must leave nothing."""

import hashlib
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import event, text
from sqlalchemy.exc import IntegrityError

from storage import Database, SqlUnit
from storage.mapping import metadata

T = TypeVar("T")


@dataclass
class Bomb:
    """Goes off at the statement at which its fuse has burnt down; the commit counts as one."""

    fuse: int
    struck: bool = False

    def burn(self) -> None:
        self.fuse -= 1
        if self.fuse == 0:
            self.struck = True
            raise IntegrityError("sabotage", None, Exception("sabotage"))


_BOMB: ContextVar[Bomb | None] = ContextVar("bomb", default=None)


class Saboteur:
    """Stands in for `Database.run`: every `every`-th piece of work is tried with each of its statements failing."""

    def __init__(self, database: Database, every: int) -> None:
        self._database = database
        self._run = database.run
        self._every = every
        self._works = 0
        self.sabotaged = 0
        self.failures = 0
        self.deepest = 0
        self.halves: list[str] = []
        writing = database._way._writing  # type: ignore[attr-defined]
        engine = getattr(writing, "sync_engine", writing)
        event.listen(engine, "before_cursor_execute", _burn)
        event.listen(engine, "commit", _burn)

    async def run(self, work: Callable[[SqlUnit], T]) -> T:
        self._works += 1
        if self._works % self._every:
            return await self._run(work)
        before, numbers = await self._contents(), await self._numbers()
        self.sabotaged += 1
        for fuse in count(1):
            bomb = Bomb(fuse)
            token = _BOMB.set(bomb)
            try:
                result = await self._run(work)
            except IntegrityError:
                if not bomb.struck:
                    raise
            else:
                assert not bomb.struck, "a failure was swallowed, and the rest kept"
                self.deepest = max(self.deepest, fuse - 1)
                return result
            finally:
                _BOMB.reset(token)
            self.failures += 1
            if await self._contents() != before:
                self.halves.append(f"{getattr(work, '__qualname__', work)} at statement {fuse}")
            await self._restore(numbers)
        raise AssertionError("there is no last statement")

    async def _contents(self) -> str:
        def look(unit: SqlUnit) -> str:
            told = hashlib.sha256()
            for table in metadata.sorted_tables:
                rows = unit.session.connection().exec_driver_sql(f'SELECT * FROM "{table.name}"').all()
                told.update(repr((table.name, sorted(map(repr, rows)))).encode())
            return told.hexdigest()

        return await self._database.read(look)

    async def _numbers(self) -> list[tuple[Any, ...]]:
        """PostgreSQL gives a number away for good, even to what is undone; a story that names numbers wants them back."""
        if self._database._way.__class__.__name__ != "PostgresWay":
            return []
        found = text("SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'")
        return await self._database.read(lambda unit: [tuple(row) for row in unit.session.execute(found)])

    async def _restore(self, numbers: list[tuple[Any, ...]]) -> None:
        def work(unit: SqlUnit) -> None:
            for name, last in numbers:
                told = {"name": f'"{name}"', "last": last or 1, "used": last is not None}
                unit.session.execute(text("SELECT setval(CAST(:name AS regclass), :last, :used)"), told)

        if numbers:
            await self._run(work)


def _burn(*_: Any) -> None:
    if (bomb := _BOMB.get()) is not None:
        bomb.burn()

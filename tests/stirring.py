"""Which entries of the timetable may find something: not those that found nothing, when nothing they read was written since.

A look at the whole timetable takes twenty transactions, and most acts of a story make none or two of its entries due.
"""

import re
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Engine, event

from scheduler.jobs.context import JobContext
from scheduler.timetable import TIMETABLE, Entry
from storage.mapping import metadata

_TABLES = frozenset(metadata.tables)
_WRITES = re.compile(r'(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)
_ONLY_TALK = {"inbox", "screens", "duties", "wrong_links"}
"""Nothing on the timetable asks these what is due, except at another time than before."""

A_MOMENT = timedelta(seconds=0.5)
"""Whoever turns the clock turns it further. That it goes on by itself makes nothing due that a story waits for."""


@dataclass(eq=False)
class Look:
    """Of one entry at the timetable: what it read, and what others wrote meanwhile and since."""

    by: object
    turned: timedelta
    read: set[str] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    found: bool = True

    def still_holds(self, by: object, turned: timedelta) -> bool:
        same = self.by == by and abs(self.turned - turned) < A_MOMENT
        return same and not self.found and self.read.isdisjoint(self.written)


_LOOKING: ContextVar[Look | None] = ContextVar("looking", default=None)


class Stirring:
    """Of all databases of this process. `clock` is the agency's, which people turn."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._looks: dict[str, Look] = {}
        event.listen(Engine, "before_cursor_execute", self._hear)

    def stirred(self, by: object) -> list[Entry]:
        """The entries that may find something. `by`: what a look hangs on besides the database and the clock."""
        turned = self._turned()
        return [
            replace(entry, work=self._looking(entry, by))
            for entry in TIMETABLE
            if entry.name not in self._looks or not self._looks[entry.name].still_holds(by, turned)
        ]

    def _looking(self, entry: Entry, by: object) -> Callable[[JobContext], Awaitable[int]]:
        async def work(context: JobContext) -> int:
            look = self._looks[entry.name] = Look(by, self._turned())
            before = _LOOKING.set(look)
            try:
                done = await entry.work(context)
            finally:
                _LOOKING.reset(before)
            look.found = bool(done)
            return done

        return work

    def _turned(self) -> timedelta:
        """How far the clock was turned from what it would tell by itself."""
        return (
            self._clock()
            - datetime.min.replace(tzinfo=self._clock().tzinfo)
            - timedelta(seconds=time.monotonic())
        )

    def _hear(self, _connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        mine = _LOOKING.get()
        if mine is not None:
            mine.read |= _read(statement)
        for table in _written(statement):
            for look in self._others(mine):
                look.written.add(table)

    def _others(self, mine: Look | None) -> Iterator[Look]:
        return (look for look in self._looks.values() if look is not mine)

    def close(self) -> None:
        event.remove(Engine, "before_cursor_execute", self._hear)


@lru_cache(maxsize=4096)
def _read(statement: str) -> frozenset[str]:
    """Whatever it names: a table too many costs a look, and no more."""
    return _TABLES & set(re.findall(r"\w+", statement))


@lru_cache(maxsize=4096)
def _written(statement: str) -> frozenset[str]:
    if statement.startswith(("SELECT", "PRAGMA", "BEGIN")):
        return frozenset()
    return frozenset(table.lower() for table in _WRITES.findall(statement)) - _ONLY_TALK


@contextmanager
def writes() -> Iterator[list[str]]:
    """The tables that are written meanwhile, those of talk apart."""
    written: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        written.extend(_written(statement))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield written
    finally:
        event.remove(Engine, "before_cursor_execute", hear)

"""The inbox: updates are stored, then acknowledged, then taken one at a time per person, in order.

Several processes may share one table: each works on the lanes it was brought something for, and looks now and
then for what another left behind. What cannot be parsed or keeps failing is quarantined; the lane goes on.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import suppress
from datetime import datetime
from time import perf_counter
from typing import Any

import structlog

from bot.transport.update_payload import Row, row_of
from bot.transport.update_writer import UpdateWriter
from bot.transport.user_queues import Budgets, Entry, Lane, Limits
from ops import counters
from ops.trace import TRACE
from ops.transient_errors import is_transient
from storage import Database

log = structlog.get_logger()

Take = Callable[[int, str | None], Awaitable[None]]
"""Of an update's number and its payload; without one it is read from the table. Raises NotYet."""

WAITS = (0.1, 1.0, 5.0, 15.0, 30.0)
"""Seconds between tries of an update while the house is unwell. The person's next ones wait behind it."""

SOON, LATEST = 0.02, 1.0
"""Seconds until a lane is looked at again that another process is at; doubled each time."""

MOST = 5_000
"""Updates in hand and not yet taken: whoever brings more is asked to come back."""

AT_HAND = 4_000_000
"""Characters of all payloads kept in memory from being stored to being taken; the others are read from the table then."""

AT_START = 10_000
SWEPT = 500
"""Lanes taken up in one go."""


class NotYet(Exception):  # noqa: N818 (it is an answer)
    """An older update of the same lane comes first."""


class Inbox:
    """Stores raw updates and feeds them to `take`, one lane per person."""

    def __init__(
        self,
        database: Database,
        take: Take,
        clock: Callable[[], datetime],
        at_once: int = 16,
        waits: tuple[float, ...] = WAITS,
        limits: Limits | None = None,
        flooded: Callable[[str], Coroutine[Any, Any, None]] | None = None,
    ) -> None:
        self._database = database
        self._take = take
        self._writer = UpdateWriter(database, clock)
        self._free = asyncio.Semaphore(at_once)
        self._waits = waits
        self._limits = limits
        self._budgets = Budgets(limits)
        self._flooded = flooded
        self._end = asyncio.Event()
        self._in_hand = 0
        self._at_hand = 0
        self._seen: dict[int, int] = {}
        self._lanes: dict[int, Lane] = {}
        self._workers: set[asyncio.Task[None]] = set()

    @property
    def full(self) -> bool:
        """More waits than it is wise to take in; what is not acknowledged is kept by Telegram."""
        return self._in_hand >= MOST

    async def open(self) -> None:
        """Goes on with what was stored and not yet done."""
        lanes = await self._database.read(lambda unit: unit.inbox.lanes(AT_START))
        for lane in sorted(lanes, key=lambda lane: lanes[lane]):
            self._lane(lane).behind = True

    async def watch(self, every: float = 1.0) -> None:
        """Until cancelled: takes up lanes in which the same update waits at two looks, and nobody here is at it."""
        while True:
            await asyncio.sleep(every)
            try:
                await self.sweep()
            except Exception as error:
                if not is_transient(error):
                    raise
                log.warning("inbox not looked at", why=type(error).__name__)

    async def sweep(self) -> None:
        """One look."""
        lanes = await self._database.read(lambda unit: unit.inbox.lanes(SWEPT))
        for lane, number in lanes.items():
            if self._seen.get(lane) == number and not self._closing:
                self._lane(lane).behind = True
        self._seen = lanes

    async def store(self, updates: Iterable[dict[str, Any] | bytes]) -> None:
        """Stores them; when this returns they may be acknowledged. Repeated ones are known by their number.

        A body that is not an update at all is logged and dropped: it has no number to answer to.
        """
        rows = [row for row in map(row_of, updates) if row is not None]
        if not rows:
            return
        flooded = self._too_many(rows)
        fresh = await self._writer.store(rows, flooded)
        for row in rows:
            if row[0] in fresh and row[0] not in flooded:
                self._queue(row)
                fresh.discard(row[0])

    def _too_many(self, rows: list[Row]) -> set[int]:
        """Those that find too many of the same person waiting: they are kept, and never taken."""
        if self._limits is None:
            return set()
        flooded: set[int] = set()
        for number, whose, payload in rows:
            lane = self._lanes.get(whose)
            if lane is not None and len(lane.waiting) >= self._limits.waiting:
                flooded.add(number)
                self._tell(lane, payload)
        return flooded

    def _tell(self, lane: Lane, payload: str) -> None:
        """Once until the lane has rested."""
        if not lane.told and self._flooded is not None:
            lane.told = True
            log.warning("flooded")
            self._start(self._flooded(payload), "flooded")

    def _queue(self, row: Row) -> None:
        number, whose, payload = row
        fits = self._at_hand + len(payload) <= AT_HAND
        self._lane(whose).add(number, payload if fits else None)
        self._in_hand += 1
        self._at_hand += len(payload) if fits else 0

    def _let_go(self, entry: Entry) -> None:
        self._in_hand -= 1
        self._at_hand -= len(entry[1] or "")

    def _lane(self, whose: int) -> Lane:
        """With somebody at work on it."""
        lane = self._lanes.get(whose)
        if lane is None:
            lane = self._lanes[whose] = Lane(whose)
            self._start(self._work(lane), f"lane {whose}")
        return lane

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        worker = asyncio.create_task(work, name=name)
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, lane: Lane) -> None:
        """What waits in the lane, in order. Another process may be at it too: then the two take turns."""
        tried: int | None = None
        wait = SOON
        try:
            while not self._closing and (entry := await self._next(lane)) is not None:
                number, payload = entry
                wait = min(wait * 2, LATEST) if number == tried else SOON
                await self._pause(max(self._budgets.wait(lane.whose), wait if number == tried else 0.0))
                if self._end.is_set():
                    break
                tried = number
                try:
                    await self._taken(number, payload)
                except NotYet:
                    lane.behind, tried = True, None
                else:
                    if (entry := lane.dealt_with(number)) is not None:
                        self._let_go(entry)
        except Exception as error:
            log.exception("lane left for later", why=type(error).__name__)
        finally:
            del self._lanes[lane.whose]
            for left in lane.waiting:
                self._let_go(left)

    async def _next(self, lane: Lane) -> Entry | None:
        if lane.behind:
            oldest = await self._database.read(lambda unit: unit.inbox.oldest(lane.whose))
            if oldest is not None and (lane.head is None or oldest[0] != lane.head[0]):
                return oldest
            lane.behind = False
        return lane.head

    async def _taken(self, number: int, payload: str | None) -> None:
        """Tries again while the house is unwell; raises when it stays so: then the lane waits for the next look."""
        TRACE.set(f"u{number}")
        for wait in (*self._waits, None):
            try:
                async with self._free:
                    began = perf_counter()
                    await self._take(number, payload)
            except NotYet:
                raise
            except Exception as error:
                log.exception("update not taken", update=number, again_in=wait)
                if wait is not None:
                    await self._pause(wait)
                elif is_transient(error):
                    raise
                else:
                    await self._set_aside(number, error)
            else:
                seconds = perf_counter() - began
                counters.handling.add("taken", seconds)
                log.info("update taken", seconds=round(seconds, 4))
                return

    async def _set_aside(self, number: int, error: Exception) -> None:
        aside = await self._database.run(
            lambda unit: unit.inbox.failed(number, repr(error), quarantine_after=1)
        )
        counters.updates_ended["quarantined"] += aside

    async def _pause(self, seconds: float) -> None:
        """Shorter when the end is near."""
        if seconds > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._end.wait(), seconds)

    async def rest(self) -> None:
        """Waits until everything that is stored was taken."""
        while self._workers:
            await asyncio.wait(set(self._workers))

    async def close(self, patience: float = 5.0) -> None:
        """Finishes what is under way, for at most `patience` seconds; what waits stays stored for the next start."""
        self._end.set()
        if self._workers:
            _done, late = await asyncio.wait(set(self._workers), timeout=patience)
            for worker in late:
                worker.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    @property
    def _closing(self) -> bool:
        return self._end.is_set()

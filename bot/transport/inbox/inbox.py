"""The inbox: updates are stored, then acknowledged, then taken one at a time per user, in order.

Several processes may share one table: each works on the queues it received something for, and looks now and
then for what another left behind. What cannot be parsed or keeps failing is quarantined; the queue goes on.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from contextlib import suppress
from datetime import datetime
from time import perf_counter
from typing import Any

import structlog

from bot.transport.inbox.update_payload import Row, is_of, row_of
from bot.transport.inbox.update_writer import UpdateWriter
from bot.transport.inbox.user_queues import Budgets, Entry, Limits, UserQueue
from ops import counters
from ops.trace import TRACE
from ops.transient_errors import is_transient
from storage import Database

log = structlog.get_logger()

Take = Callable[[int, str | None], Awaitable[None]]
"""Takes an update by its number and payload; without a payload it is read from the table. Raises NotYet."""

Passing = tuple[str, Callable[[dict[str, Any]], None]]
"""A kind of updates that are not stored, because they are worth nothing in a moment, and who takes them."""

WAITS = (0.1, 1.0, 5.0, 15.0, 30.0)
"""Seconds between tries of an update while the failure is transient. The user's next updates wait behind it."""

SOON, LATEST = 0.02, 1.0
"""Seconds until a queue that another process is working on is looked at again; doubled each time."""

MOST = 5_000
"""Updates stored and not yet taken: a webhook call beyond that is asked to come back."""

AT_HAND = 4_000_000
"""Characters of all payloads kept in memory until they are taken; the others are read from the table."""

AT_START = 10_000
SWEPT = 500
"""Queues taken up at one look."""


class NotYet(Exception):  # noqa: N818 (it is an answer)
    """An older update of the same user comes first."""


class Inbox:
    """Stores raw updates and feeds them to `take`, one queue per user."""

    def __init__(
        self,
        database: Database,
        take: Take,
        clock: Callable[[], datetime],
        at_once: int = 16,
        waits: tuple[float, ...] = WAITS,
        limits: Limits | None = None,
        flooded: Callable[[str], Coroutine[Any, Any, None]] | None = None,
        passing: Passing | None = None,
    ) -> None:
        self._database = database
        self._take = take
        self._writer = UpdateWriter(database, clock)
        self._free = asyncio.Semaphore(at_once)
        self._waits = waits
        self._limits = limits
        self._budgets = Budgets(limits)
        self._flooded = flooded
        self._passing = passing
        self._end = asyncio.Event()
        self._in_hand = 0
        self._at_hand = 0
        self._seen: dict[int, int] = {}
        self._queues: dict[int, UserQueue] = {}
        self._workers: set[asyncio.Task[None]] = set()

    @property
    def full(self) -> bool:
        """Whether to accept nothing more for now; Telegram keeps what is not acknowledged."""
        return self._in_hand >= MOST

    async def open(self) -> None:
        """Continues with what was stored and is not done yet."""
        queues = await self._database.read(lambda unit: unit.inbox.lanes(AT_START))
        for user in sorted(queues, key=lambda user: queues[user]):
            self._queue_of(user).behind = True

    async def watch(self, every: float = 1.0) -> None:
        """Until cancelled: takes up queues whose oldest update is the same at two looks, with no worker here."""
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
        queues = await self._database.read(lambda unit: unit.inbox.lanes(SWEPT))
        for user, number in queues.items():
            if self._seen.get(user) == number and not self._closing:
                self._queue_of(user).behind = True
        self._seen = queues

    async def store(self, updates: Iterable[dict[str, Any] | bytes]) -> None:
        """Stores them; when this returns they may be acknowledged. Repeated ones are known by their number.

        A body that is not an update at all is logged and dropped: it has no number to answer to.
        """
        rows = [row for row in map(row_of, self._lasting(updates)) if row is not None]
        if not rows:
            return
        flooded = self._too_many(rows)
        fresh = await self._writer.store(rows, flooded)
        for row in rows:
            if row[0] in fresh and row[0] not in flooded:
                self._enqueue(row)
                fresh.discard(row[0])

    def _lasting(self, updates: Iterable[dict[str, Any] | bytes]) -> Iterable[dict[str, Any] | bytes]:
        """Those that are stored; of the others whoever takes them is told."""
        if self._passing is None:
            return updates
        kind, take = self._passing
        lasting = []
        for update in updates:
            if (read := is_of(kind, update)) is None:
                lasting.append(update)
            else:
                counters.updates_received[counters.kind_of(read)] += 1
                take(read)
        return lasting

    def _too_many(self, rows: list[Row]) -> set[int]:
        """Updates of users who have too many waiting: stored, and never taken."""
        if self._limits is None:
            return set()
        flooded: set[int] = set()
        for number, whose, payload in rows:
            queue = self._queues.get(whose)
            if queue is not None and len(queue.waiting) >= self._limits.waiting:
                flooded.add(number)
                self._tell(queue, payload)
        return flooded

    def _tell(self, queue: UserQueue, payload: str) -> None:
        """Once until the queue is empty."""
        if not queue.told and self._flooded is not None:
            queue.told = True
            log.warning("flooded")
            self._start(self._flooded(payload), "flooded")

    def _enqueue(self, row: Row) -> None:
        number, whose, payload = row
        fits = self._at_hand + len(payload) <= AT_HAND
        self._queue_of(whose).add(number, payload if fits else None)
        self._in_hand += 1
        self._at_hand += len(payload) if fits else 0

    def _let_go(self, entry: Entry) -> None:
        self._in_hand -= 1
        self._at_hand -= len(entry[1] or "")

    def _queue_of(self, whose: int) -> UserQueue:
        """Starts a worker when it has none."""
        queue = self._queues.get(whose)
        if queue is None:
            queue = self._queues[whose] = UserQueue(whose)
            self._start(self._work(queue), f"queue {whose}")
        return queue

    def _start(self, work: Coroutine[Any, Any, None], name: str) -> None:
        worker = asyncio.create_task(work, name=name)
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, queue: UserQueue) -> None:
        """Takes what waits in the queue, in order. Another process may work on it too: then the two take turns."""
        tried: int | None = None
        wait = SOON
        try:
            while not self._closing and (entry := await self._next(queue)) is not None:
                number, payload = entry
                wait = min(wait * 2, LATEST) if number == tried else SOON
                await self._pause(max(self._budgets.wait(queue.whose), wait if number == tried else 0.0))
                if self._end.is_set():
                    break
                tried = number
                try:
                    await self._taken(number, payload)
                except NotYet:
                    queue.behind, tried = True, None
                else:
                    if (entry := queue.dealt_with(number)) is not None:
                        self._let_go(entry)
        except Exception as error:
            log.exception("queue left for later", why=type(error).__name__)
        finally:
            del self._queues[queue.whose]
            for left in queue.waiting:
                self._let_go(left)

    async def _next(self, queue: UserQueue) -> Entry | None:
        if queue.behind:
            oldest = await self._database.read(lambda unit: unit.inbox.oldest(queue.whose))
            if oldest is not None and (queue.head is None or oldest[0] != queue.head[0]):
                return oldest
            queue.behind = False
        return queue.head

    async def _taken(self, number: int, payload: str | None) -> None:
        """Tries again while the failure is transient; raises when it stays: then the queue waits for the next look."""
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
        """Cut short when the inbox closes."""
        if seconds > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._end.wait(), seconds)

    async def rest(self) -> None:
        """Waits until everything that is stored was taken."""
        while self._workers:
            await asyncio.wait(set(self._workers))

    async def close(self, patience: float = 5.0) -> None:
        """Finishes what has begun, for at most `patience` seconds; what waits stays stored for the next start."""
        self._end.set()
        if self._workers:
            _done, late = await asyncio.wait(set(self._workers), timeout=patience)
            for worker in late:
                worker.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    @property
    def _closing(self) -> bool:
        return self._end.is_set()

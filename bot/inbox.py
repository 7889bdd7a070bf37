"""The inbox: updates are stored, then acknowledged, then taken one at a time per person, in order.

What cannot be parsed or keeps failing is quarantined after a few tries; the person's next update goes on.
"""

import asyncio
import re
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime
from typing import Any

import orjson
import structlog

from storage import Database

log = structlog.get_logger()

Take = Callable[[int, str | None], Awaitable[None]]
"""Of an update's number and its payload; without one it is read from the table."""

WAITS = (0.1, 1.0, 5.0, 15.0, 30.0)
"""Seconds between tries of an update that could not even be set aside. The person's next ones wait behind it."""

AT_HAND = 16
"""Payloads kept in memory per person, from being stored to being taken."""


class Inbox:
    """Stores raw updates and feeds them to `take`, one lane per person."""

    def __init__(
        self,
        database: Database,
        take: Take,
        clock: Callable[[], datetime],
        at_once: int = 16,
        waits: tuple[float, ...] = WAITS,
    ) -> None:
        self._database = database
        self._take = take
        self._clock = clock
        self._free = asyncio.Semaphore(at_once)
        self._waits = waits
        self._closing = False
        self._lanes: dict[int, deque[tuple[int, str | None]]] = {}
        self._workers: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Goes on with what was stored and not yet done."""
        for update_id, lane in await self._database.read(lambda unit: unit.inbox.waiting()):
            self._queue(update_id, lane, None)

    async def store(self, updates: Iterable[dict[str, Any] | bytes]) -> None:
        """Stores them; when this returns they may be acknowledged. Repeated ones are known by their number.

        A body that is not an update at all is logged and dropped: it has no number to answer to.
        """
        rows = [row for row in map(_row, updates) if row is not None]
        if not rows:
            return
        now = self._clock()
        fresh = set(await self._database.run(lambda unit: unit.inbox.store(rows, now)))
        for update_id, lane, payload in rows:
            if update_id in fresh:
                self._queue(update_id, lane, payload)
                fresh.discard(update_id)

    def _queue(self, update_id: int, lane: int, payload: str | None) -> None:
        """Whoever has much waiting is read from the table when their turn comes."""
        waiting = self._lanes.get(lane)
        if waiting is not None:
            waiting.append((update_id, payload if len(waiting) < AT_HAND else None))
            return
        self._lanes[lane] = deque([(update_id, payload)])
        worker = asyncio.create_task(self._work(lane), name=f"lane {lane}")
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work(self, lane: int) -> None:
        waiting = self._lanes[lane]
        try:
            while waiting and not self._closing:
                await self._taken(*waiting[0])
                waiting.popleft()
        finally:
            del self._lanes[lane]

    async def _taken(self, update_id: int, payload: str | None) -> None:
        """Tries again while the house itself is unwell (no database, say); then it waits for the next start."""
        for wait in (*self._waits, None):
            try:
                async with self._free:
                    await self._take(update_id, payload)
            except Exception:
                log.exception("update not taken", update=update_id, again_in=wait)
                if wait is not None:
                    await asyncio.sleep(wait)
            else:
                return

    async def rest(self) -> None:
        """Waits until everything that is stored was taken."""
        while self._workers:
            await asyncio.wait(set(self._workers))

    async def close(self, patience: float = 10.0) -> None:
        """Finishes what is under way, for at most `patience` seconds; what waits stays stored for the next start."""
        self._closing = True
        if self._workers:
            _done, late = await asyncio.wait(set(self._workers), timeout=patience)
            for worker in late:
                worker.cancel()
            await asyncio.gather(*late, return_exceptions=True)


def _row(update: dict[str, Any] | bytes) -> tuple[int, int, str] | None:
    """(update_id, lane, JSON text) of a raw update; None when it has no usable number."""
    try:
        parsed = loads(update) if isinstance(update, bytes) else update
        update_id = parsed["update_id"]
        if type(update_id) is not int or not 0 <= update_id < 2**63:
            raise TypeError("update_id")  # noqa: TRY301 (handled with its kin just below)
        return update_id, _lane(parsed), orjson.dumps(parsed).decode()
    except (orjson.JSONDecodeError, TypeError, KeyError, RecursionError):
        log.warning("not an update")
        return None


# Half of a surrogate pair, escaped: JSON that strict parsers refuse, and that a hostile client can make.
_LONE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


def loads(body: bytes) -> Any:
    """Telegram's JSON, with lone surrogates and broken UTF-8 replaced. Raises orjson.JSONDecodeError."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        return orjson.loads(_LONE.sub(r"\\ufffd", body.decode("utf-8", "replace")))


def _lane(update: dict[str, Any]) -> int:
    """Whose turn it is: the sender's, wherever they speak; else the chat's; else one lane for all the rest."""
    for body in update.values():
        if isinstance(body, dict):
            for key in ("from", "user", "chat", "sender_chat"):
                who = body.get(key)
                if isinstance(who, dict) and type(who.get("id")) is int and abs(who["id"]) < 2**62:
                    return int(who["id"])
    return 0

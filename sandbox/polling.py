"""getUpdates: long polling, one poller at a time; and whether a bot is listening at all."""

import asyncio
import time

from sandbox.calls import Call
from sandbox.events import Events
from sandbox.refusals import BotApiError, conflict
from sandbox.updates import Pending, UpdateQueue

LONGEST_WAIT = 50
MOST_UPDATES = 100
READY_AFTER_POLL = 5.0
_NEWER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class Polling:
    def __init__(self, queue: UpdateQueue, events: Events) -> None:
        self._queue = queue
        self._events = events
        self._waiter: asyncio.Future[None] | None = None
        self._last = -READY_AFTER_POLL
        self._told_ready = False
        self._check: asyncio.TimerHandle | None = None
        queue.on_arrival.append(self._wake)

    @property
    def is_heard(self) -> bool:
        """A poll is pending, or was a moment ago."""
        return self._waiter is not None or time.monotonic() - self._last < READY_AFTER_POLL

    async def updates(self, call: Call) -> bytes:
        """The answer's `result`, as JSON text: injected updates pass through unread."""
        limit = min(max(call.integer("limit") or MOST_UPDATES, 1), MOST_UPDATES)
        read_allowed(call, self._queue)
        self.terminate(_NEWER)
        self._queue.confirm(call.integer("offset") or 0)
        batch = self._queue.waiting(limit)
        self._heard()
        if not batch and (seconds := min(call.integer("timeout") or 0, LONGEST_WAIT)) > 0:
            await self._wait(seconds)
            batch = self._queue.waiting(limit)
        return b"[" + b",".join(pending.body for pending in batch) + b"]"

    def terminate(self, reason: str) -> None:
        """End the pending poll with 409."""
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(conflict(reason))
        self._waiter = None

    def close(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_exception(BotApiError(502))
        if self._check is not None:
            self._check.cancel()

    async def _wait(self, seconds: int) -> None:
        waiter = self._waiter = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await waiter
        except TimeoutError:
            pass
        finally:
            if self._waiter is waiter:
                self._waiter = None
            self._heard()

    def _wake(self, _pending: Pending) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    def _heard(self) -> None:
        self._last = time.monotonic()
        if not self._told_ready:
            self._told_ready = True
            self._events.publish(kind="state")
            self._check_later()

    def _check_later(self) -> None:
        self._check = asyncio.get_running_loop().call_later(READY_AFTER_POLL + 0.1, self._look_again)

    def _look_again(self) -> None:
        """Tell the page once the bot has fallen silent."""
        if self.is_heard:
            self._check_later()
        else:
            self._told_ready = False
            self._events.publish(kind="state")


def read_allowed(call: Call, queue: UpdateQueue) -> None:
    """An omitted list keeps the previous one, and so does anything that is not a list."""
    try:
        allowed = call.json("allowed_updates")
    except BotApiError:
        return
    if isinstance(allowed, list):
        queue.allow([kind for kind in allowed if isinstance(kind, str)])

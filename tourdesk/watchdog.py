"""The watchdog of the event loop: says where it stands when it is blocked, and what ended in a task nobody waits for."""

import asyncio
import sys
import threading
import traceback
from time import monotonic
from typing import Any

import structlog

from ops import counters

log = structlog.get_logger()


class Watchdog:
    """Feels the loop's pulse; a thread of its own looks whether it still comes."""

    def __init__(self, longest: float = 2.0, every: float = 0.25) -> None:
        self._longest = longest
        self._every = every
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watchdog", daemon=True)
        self._timer: asyncio.TimerHandle | None = None
        self._seen = monotonic()

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(task_failed)
        self._loops_thread = threading.get_ident()
        self._seen = monotonic()
        self._beat()
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        if self._timer is not None:
            self._timer.cancel()
        self._loop.set_exception_handler(None)
        self._thread.join()

    def _beat(self) -> None:
        now = monotonic()
        lag = max(0.0, now - self._seen - self._every)
        figures = counters.figures
        figures["event_loop_lag_seconds"] = max(lag, figures.get("event_loop_lag_seconds", 0.0))
        self._seen = now
        self._timer = self._loop.call_later(self._every, self._beat)

    def _look(self) -> None:
        told = False
        while not self._stopped.wait(self._longest / 4):
            late = monotonic() - self._seen
            if late > self._longest and not told:
                counters.events["event_loop_blocked"] += 1
                log.error("event loop blocked", seconds=round(late, 1), stack=self._stack())
            told = late > self._longest

    def _stack(self) -> str:
        """Where the loop's thread is just now: lines of code, no values."""
        frame = sys._current_frames().get(self._loops_thread)
        return "" if frame is None else "".join(traceback.format_stack(frame))


def task_failed(_loop: asyncio.AbstractEventLoop, about: dict[str, Any]) -> None:
    """A task ended with an exception and nobody waited for it. Its name is cut before any number: that may be a person's."""
    task = about.get("task") or about.get("future")
    name = task.get_name().split()[0] if isinstance(task, asyncio.Task) else "loop"
    error = about.get("exception")
    if isinstance(task, asyncio.Task):
        counters.tasks_failed[name] += 1
    log.error("task failed", task=name, why=about.get("message"), exc_info=error)

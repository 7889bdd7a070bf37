"""The supervisor: a task that should never end is logged, counted and started again when it does."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

import structlog

from ops import counters
from ops.retrying import growing, retried

log = structlog.get_logger()

LONGEST_WAIT = 30.0


async def supervise(name: str, work: Callable[[], Awaitable[None]], wait: float = 0.5) -> None:
    """Until cancelled, however often it fails; after each failure in a row it is started again later."""
    while True:
        await retried(partial(_once, name, work), _soon, growing(wait, LONGEST_WAIT))
        await asyncio.sleep(wait)


class _EndedSoon(Exception):  # noqa: N818 (it is no error: that is in the log)
    """It lasted no longer than one waits between two beginnings."""


def _soon(error: BaseException) -> bool:
    return isinstance(error, _EndedSoon)


async def _once(name: str, work: Callable[[], Awaitable[None]]) -> None:
    """Raises _EndedSoon when it did."""
    began = asyncio.get_running_loop().time()
    try:
        await work()
        log.error("task ended", task=name)
    except Exception:
        log.exception("task failed", task=name)
    counters.tasks_failed[name] += 1
    if asyncio.get_running_loop().time() - began <= LONGEST_WAIT:
        raise _EndedSoon

"""Standing tasks: what should never end. One that fails is told by its name, counted, and begun again."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from ops import counters

log = structlog.get_logger()

LONGEST_WAIT = 30.0


async def always(name: str, work: Callable[[], Awaitable[None]], wait: float = 0.5) -> None:
    """Until cancelled, however often it fails; each time in a row it is begun again later."""
    while True:
        began = asyncio.get_running_loop().time()
        try:
            await work()
            log.error("task ended", task=name)
        except Exception:
            log.exception("task failed", task=name)
        counters.tasks_failed[name] += 1
        lasted = asyncio.get_running_loop().time() - began
        wait = 0.5 if lasted > LONGEST_WAIT else wait
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)

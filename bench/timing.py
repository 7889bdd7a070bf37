"""How long one piece of work takes: the median of a few runs, by the clock."""

import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Any

from storage import SqlUnit


async def milliseconds(
    run: Callable[[Callable[[SqlUnit], Any]], Awaitable[Any]], work: Callable[[SqlUnit], Any], times: int = 9
) -> float:
    await run(work)
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        await run(work)
        took.append(time.perf_counter() - begun)
    return median(took) * 1000

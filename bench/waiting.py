"""Notices that wait: what the postman's questions cost with a thousand of them and with a hundred thousand."""

import tempfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import psutil

from bench import crowd
from bench.databases import KINDS, opened
from bench.prepare import now
from bench.stage import table
from bench.timing import milliseconds
from scheduler.delivery.postman import BATCH
from storage import SqlUnit

FEW = 1_000


async def main(*, long: bool) -> None:
    """Of each database, many beside few."""
    many = 100_000 if long else 20_000
    for kind in KINDS:
        costs = [await ask(kind, size) for size in (many, FEW)]
        rows = [(f"{kind}: {what}", costs[0][what], costs[1][what]) for what in costs[0]]
        table(f"{many} wait", f"{FEW} wait", rows)


async def ask(kind: str, size: int) -> dict[str, float]:
    """Milliseconds, and megabytes that a hundred rounds of leasing added."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened(kind, folder) as database:
            await database.run(lambda unit: lay(unit, size))
            at = now()
            lease: Callable[[SqlUnit], Any] = lambda unit: unit.outbox.lease(at, BATCH, 60)  # noqa: E731
            costs = {
                "anything due?, ms": await milliseconds(
                    database.read, lambda unit: unit.outbox.anything_due(at)
                ),
                f"lease of {BATCH}, ms": await milliseconds(database.run, lease),
                "how many are late?, ms": await milliseconds(
                    database.read, lambda unit: unit.vitals.post(at)
                ),
            }
            costs["memory, MB"] = psutil.Process().memory_info().rss / 2**20
            return costs


def lay(unit: SqlUnit, size: int) -> None:
    crowd.clients(unit, 1, size, with_chat=True)
    crowd.notices(unit, range(1, size + 1), now() - timedelta(minutes=5))

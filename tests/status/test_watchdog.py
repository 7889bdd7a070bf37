"""The watchdog: a blocked loop is told with the place it stands at, and a task that nobody waits for with its name."""

import asyncio
import io
import time
from collections import Counter
from collections.abc import Iterator

import pytest
import structlog

from ops import counters
from tourdesk.watchdog import Watchdog


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    for name in ("events", "tasks_failed"):
        monkeypatch.setattr(counters, name, Counter())
    monkeypatch.setattr(counters, "figures", {})
    before = structlog.get_config()
    written = io.StringIO()
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(written))
    yield written
    structlog.configure(**before)


def hold_the_loop(until: float) -> None:
    """As a handler that computes does; until it was noticed."""
    while not counters.events["event_loop_blocked"] and time.monotonic() < until:
        time.sleep(0.001)


async def test_a_blocked_loop_is_told_with_its_stack(log: io.StringIO) -> None:
    watchdog = Watchdog(longest=0.05, every=0.01)
    watchdog.start()
    await asyncio.sleep(0)
    hold_the_loop(until=time.monotonic() + 30)
    await asyncio.sleep(0.05)
    watchdog.stop()

    assert counters.events["event_loop_blocked"] == 1
    assert "event loop blocked" in log.getvalue()
    assert "hold_the_loop" in log.getvalue()
    assert counters.figures["event_loop_lag_seconds"] > 0.03


async def test_a_task_nobody_waits_for_is_told_by_its_name_without_numbers(log: io.StringIO) -> None:
    watchdog = Watchdog()
    watchdog.start()

    async def fails() -> None:
        raise RuntimeError("no good day")

    task = asyncio.create_task(fails(), name="queue 1001")
    await asyncio.wait({task})
    del task
    watchdog.stop()

    assert counters.tasks_failed == {"queue": 1}
    assert "no good day" in log.getvalue()
    assert "1001" not in log.getvalue()


async def test_a_loop_that_runs_is_left_in_peace(log: io.StringIO) -> None:
    watchdog = Watchdog(longest=5.0, every=0.001)
    watchdog.start()
    for _breath in range(20):
        await asyncio.sleep(0.002)
    watchdog.stop()

    assert log.getvalue() == ""
    assert counters.events == {}

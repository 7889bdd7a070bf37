"""What should never end is begun again when it does, and is told and counted by its name."""

import asyncio
import contextlib
from collections import Counter

import pytest

from bot.transport.supervisor import supervise
from ops import counters


async def test_a_task_that_fails_is_begun_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(counters, "tasks_failed", Counter())
    begun = 0
    well = asyncio.Event()

    async def work() -> None:
        nonlocal begun
        begun += 1
        if begun == 3:
            well.set()
            await asyncio.Event().wait()
        if begun == 2:
            raise RuntimeError("no good day")

    task = asyncio.create_task(supervise("polling", work, wait=0.001))
    await asyncio.wait_for(well.wait(), 5)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task

    assert begun == 3
    assert counters.tasks_failed == {"polling": 2}

"""How the program ends: a signal cancels what runs, and it tidies up behind itself."""

import asyncio
import signal
from collections.abc import Awaitable, Coroutine
from contextlib import suppress
from typing import Any

import typer


def run_until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Runs it until it is done, or until SIGINT or SIGTERM: then it tidies up, and that is a good end."""
    asyncio.run(_stoppable(work))


async def _stoppable(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.ensure_future(work)
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


async def until_stopped(house_is_lost: Awaitable[None] | None = None) -> None:
    """Waits for `run_until_stopped` to end it, or until the house cannot go on, and says so."""
    try:
        await (house_is_lost or asyncio.Event().wait())
    finally:
        typer.echo("Stopping …")

"""How the program ends: a signal cancels what runs, and it tidies up behind itself; whoever ends otherwise says why."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Coroutine
from typing import Any

import structlog
import typer

from tourdesk.logs import write_logs
from tourdesk.not_started import NotStartedError

log = structlog.get_logger()

GOOD, OURS, OPERATORS = 0, 1, 2
"""Exit codes: it was told to stop; it failed, and may succeed when it is begun again; something has to be seen to first."""


def run_or_say_why(work: Coroutine[Any, Any, None]) -> int:
    """The exit code. Any but 0 comes with a line on standard error; a failure of ours with its traceback in the log."""
    if not structlog.is_configured():
        write_logs(readable=sys.stderr.isatty())
    try:
        run_until_stopped(work)
    except NotStartedError as error:
        typer.echo(str(error), err=True)
        return OPERATORS
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        log.exception("tourdesk failed")
        typer.echo(f"Tourdesk failed ({type(error).__name__}); the lines above say where.", err=True)
        return OURS
    return GOOD


def run_until_stopped(work: Coroutine[Any, Any, None]) -> None:
    """Runs it until it is done, or until SIGINT or SIGTERM: then it tidies up, and that is a good end."""
    asyncio.run(_stoppable(work))


async def _stoppable(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.ensure_future(work)
    told = asyncio.Event()

    def stop() -> None:
        told.set()
        task.cancel()

    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop)
    try:
        await task
    except asyncio.CancelledError:
        if not told.is_set():
            raise RuntimeError("broken off, and nobody told it to stop") from None


async def until_stopped(house_is_lost: Awaitable[None] | None = None) -> None:
    """Waits for `run_until_stopped` to end it, or until the house cannot go on, and says so."""
    try:
        await (house_is_lost or asyncio.Event().wait())
    finally:
        typer.echo("Stopping …")

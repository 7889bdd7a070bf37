"""Reading a file that came in, in a child process: portions of rows, as many at a time as whoever asks can take."""

import asyncio
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing, suppress
from typing import Any, TypeVar

import structlog

from domain.values.refusals import Refusal
from imports.reading_child import HEAD, Answer
from ops.children import surroundings

T = TypeVar("T")
log = structlog.get_logger()

DEADLINE = 60.0
"""Seconds between two portions: a file that takes longer is made to."""


async def portions(
    content: bytes, read: Callable[..., Iterator[T]], *args: object
) -> AsyncGenerator[list[T], None]:
    """`read(file, *args)`, some at a time. Both must pickle: a function of a module and plain facts.

    Raises Refusal: whatever `read` raises, and table_unreadable when the child died or took too long.
    """
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "imports.reading_child", stdin=PIPE, stdout=PIPE, env=surroundings()
    )
    giving = asyncio.create_task(_give(child, pickle.dumps((read, args)), content))
    try:
        while True:
            async with asyncio.timeout(DEADLINE):
                kind, told = await _next(child)
            if kind is Answer.END:
                return
            yield _understood(kind, told)
    except (TimeoutError, asyncio.IncompleteReadError, ConnectionError) as error:
        log.warning("file not read", why=type(error).__name__)
        raise Refusal("table_unreadable") from None
    finally:
        giving.cancel()
        if child.returncode is None:
            with suppress(ProcessLookupError):
                child.kill()
        await child.wait()


async def read_whole(content: bytes, read: Callable[..., Iterator[T]], *args: object) -> list[T]:
    """All of it, of what is short. Raises Refusal."""
    found: list[T] = []
    async with aclosing(portions(content, read, *args)) as coming:
        async for portion in coming:
            found += portion
    return found


async def _give(child: Process, order: bytes, content: bytes) -> None:
    assert child.stdin is not None
    with suppress(ConnectionError):  # it has ended before it read all
        child.stdin.write(HEAD.pack(0, len(order)) + order + content)
        await child.stdin.drain()
        child.stdin.close()


async def _next(child: Process) -> tuple[Answer, Any]:
    assert child.stdout is not None
    kind, size = HEAD.unpack(await child.stdout.readexactly(HEAD.size))
    return Answer(kind), pickle.loads(await child.stdout.readexactly(size))  # noqa: S301  (our own child's)


def _understood(kind: Answer, told: Any) -> Any:
    if kind is Answer.REFUSED:
        raise Refusal(told[0], **told[1])
    if kind is Answer.FAILED:
        log.error("file not read", why=told)
        raise Refusal("table_unreadable")
    return told

"""The press: papers are made in a child process, so that a heavy one holds up nobody and fells nothing."""

import asyncio
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable

from ops.children import surroundings
from papers.worker import DONE, HEAD

DEADLINE = 60.0
"""Seconds. Two thousand participants take two; what takes a minute will take for ever."""

MEMORY = 2 << 30
"""Bytes of address space for the child, where the system limits it. Five hundred participants need 350 MB."""


class PaperSpoiled(Exception):  # noqa: N818  (it reads better where it is caught)
    """The paper could not be made: its maker failed, or the child died."""


class PapersTooLong(PaperSpoiled):
    """The paper was not ready by the deadline; the child that made it is gone."""


class Press:
    """One child, started at the first paper and again after it has died; it makes one paper at a time."""

    def __init__(self, deadline: float = DEADLINE, memory: int = MEMORY) -> None:
        self.deadline = deadline
        self.memory = memory
        self._child: Process | None = None
        self._turn = asyncio.Lock()

    async def printed(self, make: Callable[..., bytes], *args: object) -> bytes:
        """`make(*args)`, made in the child. Both must pickle: a function of a module and plain facts."""
        order = pickle.dumps((make, args))
        async with self._turn:
            child = await self._at_work()
            try:
                async with asyncio.timeout(self.deadline):
                    done, paper = await _exchanged(child, order)
            except TimeoutError as late:
                await self._stop()
                raise PapersTooLong(f"{make.__name__} was not ready in {self.deadline} s") from late
            except (asyncio.IncompleteReadError, ConnectionError) as died:
                await self._stop()
                raise PaperSpoiled(f"the child died making {make.__name__}") from died
            except BaseException:  # a cancelled order leaves an answer in the pipe that is nobody's
                await self._stop()
                raise
        if not done:
            raise PaperSpoiled(f"{make.__name__} failed:\n{paper.decode(errors='replace')}")
        return paper

    async def close(self) -> None:
        """Sends the child home; the next paper would start another."""
        async with self._turn:
            await self._stop()

    async def _at_work(self) -> Process:
        if self._child is not None and _gone(self._child):
            await self._stop()
        if self._child is None:
            work = f"from papers.worker import work; work({self.memory})"
            # Two threads are plenty for a page, and each reserves address space that counts against the limit.
            self._child = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",
                "-c",
                work,
                stdin=PIPE,
                stdout=PIPE,
                env=surroundings(RAYON_NUM_THREADS="2"),
            )
        return self._child

    async def _stop(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        if child.returncode is None:
            child.kill()  # it holds nothing that could be lost
        assert child.stdin is not None
        child.stdin.close()
        await child.wait()


def _gone(child: Process) -> bool:
    assert child.stdout is not None
    return child.returncode is not None or child.stdout.at_eof()


async def _exchanged(child: Process, order: bytes) -> tuple[bool, bytes]:
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(HEAD.pack(DONE, len(order)) + order)
    await child.stdin.drain()
    state, size = HEAD.unpack(await child.stdout.readexactly(HEAD.size))
    return state == DONE, await child.stdout.readexactly(size)


_press: Press | None = None


async def printed(make: Callable[..., bytes], *args: object) -> bytes:
    """`make(*args)` in the house's child process. Raises PapersTooLong, PaperSpoiled."""
    global _press  # noqa: PLW0603  (one press for the process, made within its event loop)
    _press = _press or Press()
    return await _press.printed(make, *args)


async def close_press() -> None:
    """Sends the house's child home. A child that is never sent home leaves when its parent does."""
    global _press
    press, _press = _press, None
    if press is not None:
        await press.close()

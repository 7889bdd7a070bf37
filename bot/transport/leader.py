"""Leader election: one process at a time holds the lease (here: polling). Another takes over when the leader is gone."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

import structlog

from ops import counters
from ops.transient_errors import is_transient
from storage import Database

log = structlog.get_logger()

HELD = 6.0
"""Seconds after which a lease that was not renewed ends. Should its holder live, two poll for a moment: no harm done."""

SAID_EVERY = 2.0
ASKED_EVERY = 1.0


class Leader:
    """Does `work` while `holder` has the lease, and waits while another has it."""

    def __init__(
        self, database: Database, name: str, holder: str, work: Callable[[], Awaitable[None]]
    ) -> None:
        self._database = database
        self._name = name
        self._holder = holder
        self._work = work
        self._heard = 0.0

    async def run(self) -> None:
        """Until cancelled; then another may take the lease at once."""
        try:
            while True:
                await self._wait()
                log.info("lease taken", lease=self._name)
                await self._while_held()
                log.warning("lease lost", lease=self._name)
        finally:
            with suppress(Exception):
                await self._database.run(lambda unit: unit.leases.leave(self._name, self._holder))

    async def _wait(self) -> None:
        told = False
        while not await self._mine():
            if not told:
                log.info("another process has this lease", lease=self._name)
            told = True
            counters.mark("receiving")  # the leader receives for all
            await asyncio.sleep(ASKED_EVERY)

    async def _while_held(self) -> None:
        work = asyncio.ensure_future(self._work())
        try:
            while not work.done() and await self._mine():
                await asyncio.wait({work}, timeout=SAID_EVERY)
            if work.done():
                work.result()
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    async def _mine(self) -> bool:
        """Without a database the holder stays the same, for as long as nobody else can have taken the lease."""
        asked = time.monotonic()
        try:
            mine = await self._database.run(lambda unit: unit.leases.take(self._name, self._holder, HELD))
        except Exception as error:
            if not is_transient(error):
                raise
            return asked < self._heard + HELD
        self._heard = asked if mine else 0.0
        return mine

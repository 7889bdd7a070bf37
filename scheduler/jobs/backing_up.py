"""Backing up: the backup that is due is taken, made beside everything else, and its end is recorded."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime
from typing import TypeVar

import structlog

from domain.entities.backups import BackupResult
from domain.ports.agency import CurrentAgency
from domain.ports.desk import Desk
from domain.usecases.ops.backups import (
    backup_failed,
    backup_made,
    give_back,
    still_making,
    take_backup,
    watch_backups,
)
from scheduler.agency_desk import AgencyDesk
from storage import Database

T = TypeVar("T")
log = structlog.get_logger()

SIGN_OF_LIFE = 60.0
"""Seconds between two of them: a fifth of what the others wait for one."""

Maker = Callable[[datetime], Awaitable[BackupResult]]
"""Makes one that shows this moment. Whatever it raises is why there is none; the message is fit for the owner."""


class BackupJob:
    """One at a time. `make` does the work elsewhere: in a process of its own, so that nobody's answer waits."""

    def __init__(
        self,
        database: Database,
        agency: CurrentAgency,
        clock: Callable[[], datetime],
        tokens: Callable[[], str],
        make: Maker,
    ) -> None:
        self._database = database
        self._agency = agency
        self._clock = clock
        self._desk = AgencyDesk(agency, clock, tokens)
        self._make = make
        self._at_work: asyncio.Task[bool] | None = None
        self._number = 0
        """Of the last one begun here."""

    async def look(self) -> int:
        """Begins the backup that is due, if no other scheduler has; returns how many."""
        if self._at_work is not None and not self._at_work.done():
            return 0
        number = await self.take()
        if number is None:
            has_key = self._agency.latest.backup_at is not None
            await self._at_desk(lambda desk: watch_backups(desk, has_key=has_key))
            return 0
        self._number = number
        self._at_work = asyncio.create_task(self.make(number), name="backup")
        return 1

    async def take(self) -> int | None:
        """The number of the backup to be made now, when this scheduler has it."""
        at = self._agency.latest.backup_at
        if at is None:
            return None
        taken = await self._at_desk(lambda desk: take_backup(desk, at))
        return taken.id if taken else None

    async def make(self, number: int) -> bool:
        """Whether it became good."""
        alive = asyncio.create_task(self._give_signs(number), name="backup's signs of life")
        try:
            made = await self._make(self._clock())
        except Exception as error:
            log.exception("backup failed", backup=number)
            why = str(error)
            await self._at_desk(lambda desk: backup_failed(desk, number, why))
            return False
        finally:
            alive.cancel()
        await self._at_desk(lambda desk: backup_made(desk, number, made))
        log.info("backed up", backup=number, rows=made.rows, size=made.size, seconds=made.seconds)
        return True

    async def rest(self) -> None:
        """Until the running backup has ended."""
        if self._at_work is not None:
            await asyncio.wait([self._at_work])

    async def close(self) -> None:
        """Cancels the running backup and gives it back: the next start makes it, and nobody is told.

        Without a database another scheduler has it when the lease ends.
        """
        if self._at_work is None or self._at_work.done():
            return
        self._at_work.cancel()
        await asyncio.gather(self._at_work, return_exceptions=True)
        with suppress(Exception):
            await self._at_desk(lambda desk: give_back(desk, self._number))

    async def _give_signs(self, number: int) -> None:
        while True:
            await asyncio.sleep(SIGN_OF_LIFE)
            await self._at_desk(lambda desk: still_making(desk, number))

    async def _at_desk(self, work: Callable[[Desk], T]) -> T:
        return await self._database.run(lambda unit: work(self._desk(unit)))

"""The clock of an agency of several processes: the database's, carried on by a monotonic clock.

Whoever's own clock is wrong, or is turned while the program runs, then neither sends early nor steals a lease.
"""

import asyncio
import time
from datetime import UTC, datetime, timedelta

import structlog

from ops.transient_errors import is_transient
from storage import Database

log = structlog.get_logger()

EVERY = 10.0
"""Seconds between looks at the database's clock."""


def monotonic_seconds() -> float:
    """Seconds that pass while this process is stopped, too, and where possible while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class DatabaseClock:
    """Call it for the time, once it was set."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._at = datetime.min.replace(tzinfo=UTC)
        self._since = 0.0

    def __call__(self) -> datetime:
        return self._at + timedelta(seconds=monotonic_seconds() - self._since)

    async def set(self) -> None:
        """By what the database says now; half of the way there and back is taken for the way here."""
        asked = monotonic_seconds()
        at = await self._database.read(lambda unit: unit.leases.now())
        heard = monotonic_seconds()
        self._at, self._since = at + timedelta(seconds=(heard - asked) / 2), heard

    async def keep(self, every: float = EVERY) -> None:
        """Until cancelled. Without a database the monotonic clock is good enough."""
        while True:
            await asyncio.sleep(every)
            try:
                await self.set()
            except Exception as error:
                if not is_transient(error):
                    raise
                log.warning("clock not set", why=type(error).__name__)

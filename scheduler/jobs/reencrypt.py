"""Re-encryption: files stored in clear, or sealed with an older key, are sealed with the newest, a few at a time."""

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from storage import Database
from storage.crypto.files import FileStore
from storage.crypto.reencrypt import named, renew

log = structlog.get_logger()

AT_ONCE = 20
"""Files per look."""

BETWEEN = timedelta(hours=1)
"""Between two looks at all files; and how long a replaced file stays for whoever is just reading it: a backup, or the
program before this one."""

HELD = 60.0
"""Seconds the lease lasts."""


class Reencryption:
    """Of one scheduler."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        tokens: Callable[[], str],
        files: FileStore,
    ) -> None:
        self._database = database
        self._clock = clock
        self._name = tokens()[:40]
        self._files = files
        self._waiting: list[str] = []
        self._next: datetime | None = None
        self._left: dict[str, datetime] = {}

    async def seal(self) -> int:
        """Seals a portion of what waits, and removes replaced files after a while. Returns 0: nobody waits for this."""
        now = self._clock()
        await self._clear(now)
        if not self._waiting:
            if self._next is not None and now < self._next:
                return 0
            self._next = now + BETWEEN
            self._waiting = [name for name in await self._files.outdated() if name not in self._left]
        if self._waiting and await self._mine():
            portion, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
            await self._renew(portion, now)
        return 0

    async def _renew(self, names: list[str], now: datetime) -> None:
        spoiled = await renew(self._database, self._files, names)
        for name in spoiled:
            log.error("file spoiled", file=name)
        self._left |= {name: now for name in names if name not in spoiled}

    async def _clear(self, now: datetime) -> None:
        """The program before this one may have named some of them meanwhile: those are renamed once more, and stay."""
        names = [name for name, since in self._left.items() if now - since >= BETWEEN]
        if not names:
            return
        still = await self._database.read(lambda unit: named(unit, names))
        for name in names:
            del self._left[name]
            if name not in still:
                await self._files.remove(name)
        if still:
            await self._renew(sorted(still), now)

    async def _mine(self) -> bool:
        return await self._database.run(lambda unit: unit.leases.take("filing", self._name, HELD))

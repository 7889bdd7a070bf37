"""What the status pages look at, and what keeps this process from being ready."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ops import counters
from ops.disk import Disk
from storage import Database
from storage.migrations import revisions

PATIENCE = 2.0
"""Seconds the database may take to answer."""

SILENT = {"receiving": 90.0, "ticking": 90.0}
"""Seconds after which a part that shows no sign of life is not ready: well over its longest wait for Telegram."""


@dataclass
class AgencyStatus:
    """One process at work. The parts fill in what they are while they start."""

    parts: frozenset[str]
    clock: Callable[[], datetime]
    disk: Callable[[], Disk | None]
    database: Database | None = None
    username: str = ""

    async def missing(self) -> dict[str, str]:
        """What is not ready, and why; empty when all is well."""
        found = await self._database()
        if "bot" in self.parts:
            if not self.username:
                found["telegram"] = "has not told us our name yet"
            found |= _silent("receiving")
        if "scheduler" in self.parts:
            found |= _silent("ticking")
        return found

    async def _database(self) -> dict[str, str]:
        if self.database is None:
            return {"database": "not open yet"}
        try:
            async with asyncio.timeout(PATIENCE):
                schema = await self.database.read(lambda unit: unit.vitals.schema())
        except Exception as error:  # noqa: BLE001 (whatever it is, it is why we are not ready)
            return {"database": type(error).__name__}
        return {"schema": f"{schema}, but {revisions()[-1]} is needed"} if _behind(schema) else {}


def _behind(schema: str | None) -> bool:
    """A revision we do not know is a later program's: tables only grow, and we go on with them."""
    return schema is None or schema in revisions()[:-1]


def _silent(part: str) -> dict[str, str]:
    since = counters.since(part)
    if since is None:
        return {part: "has not begun"}
    return {part: f"no sign of life for {since:.0f} s"} if since > SILENT[part] else {}

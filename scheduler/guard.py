"""The guard: seals what was written since it last looked, and every night looks whether all of it is as it was written."""

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from domain.usecases.alarms import Alarm, alarm
from storage import SqlUnit
from storage.findings import Finding
from storage.verifying import Verification

if TYPE_CHECKING:
    from scheduler.office import Office

NIGHT = timedelta(hours=3)
"""When the agency's day ends for the guard: at three in the morning."""
BATCHES = 4
"""So many batches are sealed at one look: what else is due must not wait behind a long backlog."""
BETWEEN_PAGES = 0.02


class Guard:
    """Of one scheduler; several share the work by what stands in the database."""

    def __init__(self) -> None:
        self._walk: asyncio.Task[list[Finding]] | None = None
        self._day = ""

    async def seal(self, office: "Office") -> int:
        """Nobody waits for this, so it counts as nothing done."""
        if office.database.has_keys and await office.database.read(lambda unit: unit.secrets.unsealed()):
            for _batch in range(BATCHES):
                if not await office.database.run(lambda unit: unit.secrets.seal_some()):
                    break
        return 0

    async def verify(self, office: "Office") -> int:
        """Begins a walk when this night's is due, and tells how it ended; 1 while one is under way."""
        if self._walk is None and office.database.has_keys:
            await self._begin(office)
        if self._walk is None or not self._walk.done():
            return int(self._walk is not None)
        walk, self._walk = self._walk, None
        if findings := walk.result():
            await office.database.run(lambda unit: self._tell(office, unit, findings))
        return 1

    async def close(self) -> None:
        if self._walk is not None:
            self._walk.cancel()
            await asyncio.gather(self._walk, return_exceptions=True)

    async def _begin(self, office: "Office") -> None:
        day = _night_of(office.clock(), office)
        last = await office.database.read(lambda unit: unit.secrets.verified_on())
        if last is not None and last >= day:
            return
        if await office.database.run(lambda unit: unit.secrets.begin_verifying(day)):
            self._day = day
            self._walk = asyncio.create_task(_walked(office), name="verification")

    def _tell(self, office: "Office", unit: SqlUnit, findings: list[Finding]) -> None:
        where = "; ".join(str(finding) for finding in findings[:3])
        more = f" (+{len(findings) - 3})" if len(findings) > 3 else ""
        alarm(office.desk(unit), Alarm.HISTORY_BROKEN, self._day, where=where + more)


async def _walked(office: "Office") -> list[Finding]:
    verification = Verification(office.database)
    while await verification.look_on():  # noqa: ASYNC110 (others have their turn)
        await asyncio.sleep(BETWEEN_PAGES)
    return verification.findings


def _night_of(now: datetime, office: "Office") -> str:
    return (now.astimezone(office.agency.zone) - NIGHT).date().isoformat()

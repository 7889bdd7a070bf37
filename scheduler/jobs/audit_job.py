"""The guard: seals what was written since it last looked, and every night looks whether all of it is as it was written."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from domain.usecases.ops.alarms import Alarm, alarm
from storage import SqlUnit
from storage.audit.findings import Finding
from storage.audit.verifying import Verification

if TYPE_CHECKING:
    from scheduler.jobs.context import JobContext

NIGHT = timedelta(hours=3)
"""When the agency's day ends for the guard: at three in the morning."""
BATCHES = 4
"""So many batches are sealed at one look: what else is due must not wait behind a long backlog."""
BETWEEN_PAGES = 0.02

DUTY = "verification"
AT_IT = 300.0
"""Seconds the one who walks keeps the others from it; said again at each look, which is once a minute."""

AGAIN_AFTER = timedelta(minutes=30)
"""A walk that failed is begun anew so much later: what it stumbled over may have passed."""


class AuditJob:
    """Of one scheduler; several share the work by what stands in the database."""

    def __init__(self) -> None:
        self._walk: asyncio.Task[list[Finding]] | None = None
        self._name = ""
        self._day = ""
        self._not_before: datetime | None = None

    async def seal(self, context: "JobContext") -> int:
        """Nobody waits for this, so it counts as nothing done."""
        if context.database.has_keys and await context.database.read(lambda unit: unit.secrets.unsealed()):
            for _batch in range(BATCHES):
                if not await context.database.run(lambda unit: unit.secrets.seal_some()):
                    break
        return 0

    async def verify(self, context: "JobContext") -> int:
        """Begins a walk when this night's is due, and writes down that it ended; 1 while one is under way."""
        if self._walk is None and context.database.has_keys:
            await self._begin(context)
        if self._walk is None:
            return 0
        if self._walk.done():
            await self._end(context, self._walk)
        else:
            await self._mine(context)
        return 1

    async def close(self, context: "JobContext") -> None:
        """What is under way is given up; the next one to look begins this night's anew."""
        if self._walk is None:
            return
        walk, self._walk = self._walk, None
        walk.cancel()
        await asyncio.gather(walk, return_exceptions=True)
        with suppress(Exception):
            await context.database.run(lambda unit: unit.leases.leave(DUTY, self._name))

    async def _begin(self, context: "JobContext") -> None:
        now = context.clock()
        day = _night_of(now, context)
        last = await context.database.read(lambda unit: unit.secrets.verified_on())
        if last is None:  # a house that has just been built: there is nothing to look through
            await context.database.run(lambda unit: unit.secrets.verified(day))
        elif last < day and (self._not_before is None or self._not_before <= now):
            self._name = self._name or context.tokens()[:40]
            if await self._mine(context):
                self._day = day
                self._walk = asyncio.create_task(_walked(context), name="verification")

    async def _end(self, context: "JobContext", walk: "asyncio.Task[list[Finding]]") -> None:
        """Only what came to its end counts for the night. Raises what the walk raised."""
        self._walk, self._not_before = None, context.clock() + AGAIN_AFTER
        findings = walk.result()
        await context.database.run(lambda unit: self._write(context, unit, findings))

    def _write(self, context: "JobContext", unit: SqlUnit, findings: list[Finding]) -> None:
        unit.secrets.verified(self._day)
        if findings:
            self._tell(context, unit, findings)

    async def _mine(self, context: "JobContext") -> bool:
        return await context.database.run(lambda unit: unit.leases.take(DUTY, self._name, AT_IT))

    def _tell(self, context: "JobContext", unit: SqlUnit, findings: list[Finding]) -> None:
        where = "; ".join(str(finding) for finding in findings[:3])
        more = f" (+{len(findings) - 3})" if len(findings) > 3 else ""
        alarm(context.desk(unit), Alarm.HISTORY_BROKEN, self._day, where=where + more)


async def _walked(context: "JobContext") -> list[Finding]:
    verification = Verification(context.database)
    while await verification.look_on():  # noqa: ASYNC110 (others have their turn)
        await asyncio.sleep(BETWEEN_PAGES)
    return verification.findings


def _night_of(now: datetime, context: "JobContext") -> str:
    return (now.astimezone(context.agency.zone) - NIGHT).date().isoformat()

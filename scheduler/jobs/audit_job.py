"""The audit job: seals new entries of the history, and verifies the whole history every night."""

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
"""When the agency's day ends for the audit: at three in the morning."""
BATCHES = 4
"""Batches sealed at one look: what else is due must not wait behind a long backlog."""
BETWEEN_PAGES = 0.02

LEASE = "verification"
HELD = 300.0
"""Seconds the lease lasts; renewed at each look, which is once a minute."""

AGAIN_AFTER = timedelta(minutes=30)
"""A verification that failed is begun again so much later: its cause may have been transient."""


class AuditJob:
    """Of one scheduler; several share the work by what stands in the database."""

    def __init__(self) -> None:
        self._verification: asyncio.Task[list[Finding]] | None = None
        self._name = ""
        self._day = ""
        self._not_before: datetime | None = None

    async def seal(self, context: "JobContext") -> int:
        """Returns 0: nobody waits for this."""
        if context.database.has_keys and await context.database.read(lambda unit: unit.secrets.unsealed()):
            for _batch in range(BATCHES):
                if not await context.database.run(lambda unit: unit.secrets.seal_some()):
                    break
        return 0

    async def verify(self, context: "JobContext") -> int:
        """Begins this night's verification when it is due, and records its end; 1 while one is running."""
        if self._verification is None and context.database.has_keys:
            await self._begin(context)
        if self._verification is None:
            return 0
        if self._verification.done():
            await self._end(context, self._verification)
        else:
            await self._mine(context)
        return 1

    async def close(self, context: "JobContext") -> None:
        """Cancels the running verification; another scheduler begins this night's again."""
        if self._verification is None:
            return
        running, self._verification = self._verification, None
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        with suppress(Exception):
            await context.database.run(lambda unit: unit.leases.leave(LEASE, self._name))

    async def _begin(self, context: "JobContext") -> None:
        now = context.clock()
        day = _night_of(now, context)
        last = await context.database.read(lambda unit: unit.secrets.verified_on())
        if last is None:  # a new agency: there is nothing to verify
            await context.database.run(lambda unit: unit.secrets.verified(day))
        elif last < day and (self._not_before is None or self._not_before <= now):
            self._name = self._name or context.tokens()[:40]
            if await self._mine(context):
                self._day = day
                self._verification = asyncio.create_task(_verify_all(context), name="verification")

    async def _end(self, context: "JobContext", running: "asyncio.Task[list[Finding]]") -> None:
        """Only a complete verification counts for the night. Raises what it raised."""
        self._verification, self._not_before = None, context.clock() + AGAIN_AFTER
        findings = running.result()
        await context.database.run(lambda unit: self._write(context, unit, findings))

    def _write(self, context: "JobContext", unit: SqlUnit, findings: list[Finding]) -> None:
        unit.secrets.verified(self._day)
        if findings:
            self._tell(context, unit, findings)

    async def _mine(self, context: "JobContext") -> bool:
        return await context.database.run(lambda unit: unit.leases.take(LEASE, self._name, HELD))

    def _tell(self, context: "JobContext", unit: SqlUnit, findings: list[Finding]) -> None:
        where = "; ".join(str(finding) for finding in findings[:3])
        more = f" (+{len(findings) - 3})" if len(findings) > 3 else ""
        alarm(context.desk(unit), Alarm.HISTORY_BROKEN, self._day, where=where + more)


async def _verify_all(context: "JobContext") -> list[Finding]:
    verification = Verification(context.database)
    while await verification.look_on():  # noqa: ASYNC110 (others have their turn)
        await asyncio.sleep(BETWEEN_PAGES)
    return verification.findings


def _night_of(now: datetime, context: "JobContext") -> str:
    return (now.astimezone(context.agency.latest.zone) - NIGHT).date().isoformat()

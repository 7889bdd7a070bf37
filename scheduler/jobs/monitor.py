"""The monitor: looks at queues, disk and quarantine now and then, and alarms the owners, once per incident.

What it judges is in the database, and the key of an alarm names its hour or day: many schedulers raise it once.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from domain.usecases.ops.alarms import Alarm, alarm
from ops.disk import Disk
from scheduler.delivery.rate_limiter import OVERALL
from scheduler.jobs.context import JobContext
from storage import SqlUnit

INBOX_LATE = timedelta(minutes=1)
CROWDED = 100
"""So many of one user wait because that user is too quick: no fault of ours."""

POST_LATE = timedelta(minutes=5)
"""Beyond what the rate limit allows for so many notices."""

REMEMBERED = timedelta(days=14)
"""As long as the inbox keeps what it quarantined."""


@dataclass(frozen=True)
class Trouble:
    """Something an owner should hear of."""

    what: Alarm
    key: str
    facts: dict[str, Any] = field(default_factory=dict)
    passing: bool = False
    """May be gone in a moment: only raised when it is still there at the next look."""


class Monitor:
    """Of one scheduler. `disk` tells what is left where the data folder is."""

    def __init__(self, context: JobContext, disk: Callable[[], Disk | None]) -> None:
        self._context = context
        self._disk = disk
        self._seen: set[Alarm] = set()

    async def look(self) -> int:
        """How many troubles there are, raised already or not."""
        now, disk = self._context.clock(), self._disk()
        found = await self._context.database.read(lambda unit: list(self._troubles(unit, now, disk)))
        said = [trouble for trouble in found if not trouble.passing or trouble.what in self._seen]
        self._seen = {trouble.what for trouble in found}
        if said:
            await self._context.database.run(lambda unit: self._say(unit, said))
        return len(found)

    def _say(self, unit: SqlUnit, troubles: list[Trouble]) -> None:
        desk = self._context.desk(unit)
        for trouble in troubles:
            alarm(desk, trouble.what, trouble.key, **trouble.facts)

    def _troubles(self, unit: SqlUnit, now: datetime, disk: Disk | None) -> Iterator[Trouble]:
        hour = f"{now:%Y-%m-%dT%H}"
        waiting = unit.vitals.inbox(CROWDED)
        if waiting.since and now - waiting.since > INBOX_LATE:
            facts = {"count": waiting.count, "since": waiting.since.isoformat()}
            yield Trouble(Alarm.INBOX_LATE, hour, facts, passing=True)
        post = unit.vitals.post(now)
        if post.since and now - post.since > POST_LATE + timedelta(seconds=post.count / OVERALL):
            facts = {"count": post.count, "since": post.since.isoformat()}
            yield Trouble(Alarm.POST_LATE, hour, facts, passing=True)
        if disk is not None and disk.low:
            facts = {"free": disk.free // 1_000_000, "total": disk.total // 1_000_000}
            yield Trouble(Alarm.DISK_LOW, f"{self._day(now)}", facts)
        aside = Counter(self._day(came) for came in unit.vitals.quarantined(now - REMEMBERED))
        for day, count in aside.items():
            yield Trouble(Alarm.UPDATE_QUARANTINED, day, {"count": count})

    def _day(self, moment: datetime) -> str:
        return moment.astimezone(self._context.agency.latest.zone).date().isoformat()

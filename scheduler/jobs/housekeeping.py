"""Housekeeping: what nobody will ask for again is forgotten."""

from datetime import timedelta

from scheduler.jobs.context import JobContext
from storage import SqlUnit

INBOX_KEPT = timedelta(days=14)
"""Twice as long as update numbers stay in order: a late second delivery is still recognised."""

SCREENS_KEPT = timedelta(days=90)
FAILED_LINKS_KEPT = timedelta(days=1)


async def clear_up(context: JobContext) -> int:
    """Purges updates that are done, screens nobody touched for months, and failed links."""
    now = context.clock()

    def work(unit: SqlUnit) -> int:
        return (
            unit.inbox.purge(now - INBOX_KEPT)
            + unit.screens.purge(now - SCREENS_KEPT)
            + unit.repositories.failed_links.forget(now - FAILED_LINKS_KEPT)
        )

    return await context.database.run(work)

"""After a restore: what the program that was lost had begun may be done, and is not simply done again."""

from datetime import datetime

from sqlalchemy import text, update

from domain.entities.backups import BackupState
from domain.entities.notices import NoticeState
from storage.dump.dump import Target
from storage.mapping import backups, notices


async def put_in_doubt(target: Target, now: datetime) -> int:
    """How many notices were due by `now` and are not known to have been said: they wait for somebody's word."""
    due = update(notices).where(text("state IN ('waiting', 'sending')"), notices.c.due_at <= now)
    begun = update(backups).where(text("state IN ('wanted', 'making')"))
    await target.change(begun.values(state=BackupState.FAILED, leased_until=None, error="interrupted"))
    return await target.change(due.values(state=NoticeState.UNCERTAIN, leased_until=None))

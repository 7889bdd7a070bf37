"""Backups as the owner reads them: the last good one, when the next is made, and what a restore left in doubt."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.entities.backups import Backup, BackupState, last_night
from domain.entities.people import Right
from domain.ports.desk import Desk


@dataclass(frozen=True)
class BackupsCard:
    """`failed` is the newest try, when it failed and no good one came after it; `next_at` None: there is no key."""

    good: Backup | None
    failed: Backup | None
    making: bool
    next_at: datetime | None
    doubtful: int
    """Notices that may have been said before the restore."""

    @property
    def may_begin(self) -> bool:
        return self.next_at is not None and not self.making


def backups_card(desk: Desk) -> BackupsCard:
    """Raises Forbidden."""
    desk.must(Right.KEEP_BACKUPS)
    backups, at = desk.repositories.backups, desk.agency.backup_at
    good, last = backups.last_good(), backups.last()
    failed = last is not None and last.state is BackupState.FAILED and (good is None or last.id > good.id)
    return BackupsCard(
        good,
        last if failed else None,
        bool(backups.unfinished()),
        next_backup(desk, at) if at is not None else None,
        desk.repositories.notices.count_uncertain(),
    )


def next_backup(desk: Desk, at: time) -> datetime:
    """When the next night's is due."""
    return last_night(desk.now, at, desk.agency.zone) + timedelta(days=1)

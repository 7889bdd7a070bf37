"""Backups in the trade's eyes: who may ask for one, when one is due, and what the owner hears of it."""

from datetime import datetime, time, timedelta

from domain.entities.backups import Backup, BackupResult, BackupState, last_night
from domain.entities.notices import NoticeState
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.usecases.ops.alarms import Alarm, alarm

LEASE = timedelta(minutes=5)
"""So long one is believed to be at work on it without a sign of life."""

AGAIN_AFTER = timedelta(minutes=30)
TRIES = 4
"""A night's backup is tried so often; then the owner has heard of it, and the next night comes."""

TOO_OLD = timedelta(hours=36)


def want_backup(desk: Desk) -> Backup:
    """Asked for by the owner; one that waits or is under way is answer enough."""
    desk.must(Right.KEEP_BACKUPS)
    unfinished = desk.repositories.backups.unfinished()
    if unfinished:
        return unfinished[0]
    wanted = Backup(f"asked:{desk.now.isoformat()}", desk.now)
    desk.repositories.backups.add(wanted)
    desk.repositories.flush()
    desk.note("backup", wanted.id, "backup_wanted")
    return wanted


def take_backup(desk: Desk, at: time) -> Backup | None:
    """The one to be made now, taken by this process alone; None when nothing is due. `at` is the nightly time."""
    for backup in desk.repositories.backups.unfinished():
        if backup.state is BackupState.WANTED:
            return _taken(desk, backup)
        if backup.leased_until is None or backup.leased_until > desk.now:
            return None
        backup_failed(desk, backup.id, "interrupted")
    return _nightly(desk, at)


def _nightly(desk: Desk, at: time) -> Backup | None:
    backups, night = desk.repositories.backups, last_night(desk.now, at, desk.agency.zone)
    good = backups.last_good()
    if good is not None and good.asked_at >= night:
        return None
    tries = backups.since(night)
    if len(tries) >= TRIES or (tries and tries[0].asked_at > desk.now - AGAIN_AFTER):
        return None
    tonights = _taken(desk, Backup(f"night:{night.date()}:{len(tries)}", desk.now))
    return tonights if backups.add(tonights) else None


def _taken(desk: Desk, backup: Backup) -> Backup:
    backup.state = BackupState.MAKING
    backup.leased_until = desk.now + LEASE
    return backup


def still_making(desk: Desk, number: int) -> None:
    """A sign of life of whoever makes it."""
    backup = desk.repositories.backups.locked(number)
    if backup.state is BackupState.MAKING:
        backup.leased_until = desk.now + LEASE


def give_back(desk: Desk, number: int) -> None:
    """Whoever makes it is told to stop, and nothing is wrong: the next one to look makes it."""
    backup = desk.repositories.backups.locked(number)
    if backup.state is BackupState.MAKING:
        backup.state, backup.leased_until = BackupState.WANTED, None


def backup_made(desk: Desk, number: int, made: BackupResult) -> None:
    """It was restored on trial and equals what it shows."""
    backup = desk.repositories.backups.locked(number)
    backup.state, backup.leased_until, backup.error = BackupState.GOOD, None, made.trouble
    for fact in ("made_at", "place", "size", "sha256", "rows", "files", "seconds"):
        setattr(backup, fact, getattr(made, fact))
    desk.note("backup", number, "backup_made", rows=made.rows, files=made.files)
    if made.trouble:
        alarm(desk, Alarm.BACKUP_FAILED, backup.key, why=made.trouble)


def backup_failed(desk: Desk, number: int, why: str) -> None:
    """The owner hears it once a night, however often it is tried."""
    backup = desk.repositories.backups.locked(number)
    backup.state, backup.leased_until, backup.error = BackupState.FAILED, None, why
    desk.note("backup", number, "backup_failed", why=why)
    alarm(desk, Alarm.BACKUP_FAILED, backup.key.rpartition(":")[0], why=why)


def watch_backups(desk: Desk, *, has_key: bool) -> int:
    """Tells the owner when there is no key (once a week), or no backup younger than a day and a half (once a day).

    While one is being made there is nothing to tell: an agency that was switched off makes one first.
    """
    if not has_key:
        year, week, _ = desk.today.isocalendar()
        alarm(desk, Alarm.NO_BACKUP_KEY, f"{year}-{week}")
        return 0
    good = desk.repositories.backups.last_good()
    first = next(iter(desk.repositories.staff.active()), None)
    since = good.asked_at if good else first.joined_at if first else desk.now
    if desk.now - since > TOO_OLD and not desk.repositories.backups.unfinished():
        last = good.asked_at.isoformat() if good else None
        alarm(desk, Alarm.BACKUP_OLD, desk.today.isoformat(), last=last)
    return 0


def restored(desk: Desk, made_at: datetime, doubtful: int) -> None:
    """Written down, and told to the owner: some notices may have been said by the program that was lost."""
    desk.note("backup", 0, "restored", made_at=made_at.isoformat(), doubtful=doubtful)
    alarm(desk, Alarm.RESTORED, desk.now.isoformat(), made_at=made_at.isoformat(), count=doubtful)


def say_doubtful(desk: Desk) -> int:
    """The owner decided: rather twice than not at all."""
    return _decided(desk, NoticeState.WAITING)


def drop_doubtful(desk: Desk) -> int:
    """The owner decided: they have arrived, or do not matter any more."""
    return _decided(desk, NoticeState.DROPPED)


def _decided(desk: Desk, becomes: NoticeState) -> int:
    desk.must(Right.KEEP_BACKUPS)
    count = desk.repositories.notices.decide(becomes)
    desk.note("backup", 0, f"doubtful_{becomes}", count=count)
    return count

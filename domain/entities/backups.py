"""Backups: copies of everything the agency knows, of which one is good only when it was restored and compared."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from domain.entities.history import EVERYBODYS, history_of

history_of("backup", reach=EVERYBODYS)


class BackupState(StrEnum):
    """Where one stands: asked for, being made, restored on trial and found whole, or failed."""

    WANTED = "wanted"
    MAKING = "making"
    GOOD = "good"
    FAILED = "failed"


@dataclass(eq=False)
class Backup:
    """One backup, from the wish for it to its end. The same key is never made twice."""

    key: str
    asked_at: datetime
    state: BackupState = BackupState.WANTED
    leased_until: datetime | None = None
    made_at: datetime | None = None
    """The moment it shows, not the one at which it was ready."""
    place: str | None = None
    size: int | None = None
    sha256: str | None = None
    rows: int | None = None
    files: int | None = None
    seconds: int | None = None
    error: str | None = None
    id: int = field(default=0)


@dataclass(frozen=True)
class BackupResult:
    """What came of making one. `trouble` names places that could not take it, although it is good."""

    made_at: datetime
    place: str
    size: int
    sha256: str
    rows: int
    files: int
    seconds: int
    trouble: str | None = None


def last_night(now: datetime, at: time, zone: ZoneInfo) -> datetime:
    """The latest moment at which the clocks of the agency showed this time."""
    here = now.astimezone(zone)
    tonight = datetime.combine(here.date(), at, zone)
    return tonight if tonight <= now else tonight - timedelta(days=1)


def worth_keeping(moments: Iterable[datetime], daily: int, weekly: int, monthly: int) -> set[datetime]:
    """The newest of each of the last days, weeks and months that have any; the newest of all is always among them."""
    newest_first = sorted(moments, reverse=True)
    kept = set(newest_first[:1])
    for most, period in ((daily, _day), (weekly, _week), (monthly, _month)):
        newest_of: dict[Any, datetime] = {}
        for moment in newest_first:
            newest_of.setdefault(period(moment), moment)
        kept |= set(list(newest_of.values())[:most])
    return kept


def _day(moment: datetime) -> Any:
    return moment.date()


def _week(moment: datetime) -> Any:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Any:
    return (moment.year, moment.month)

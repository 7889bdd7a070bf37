"""Wall-clock time where a trip departs: what exists there, what happens twice, and which instant is meant."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from domain.values.refusals import Refusal


@dataclass(frozen=True)
class Resolved:
    """The instant a wall-clock time stands for; `twice` when clocks go back and the earlier of two was taken."""

    instant: datetime
    twice: bool


@cache
def zones() -> frozenset[str]:
    """The names of all IANA zones (looking them up reads the whole folder of them)."""
    return frozenset(available_timezones() - {"Factory", "localtime"})


def zone(name: str) -> ZoneInfo:
    """An IANA zone by name. Raises Refusal: unknown_zone."""
    if name not in zones():
        raise Refusal("unknown_zone", zone=name)
    return ZoneInfo(name)


def exists(local: datetime, where: ZoneInfo) -> bool:
    """False for a time that clocks jump over in spring."""
    there = local.replace(tzinfo=where)
    return there.astimezone(UTC).astimezone(where).replace(tzinfo=None) == local


def resolve(local: datetime, where: ZoneInfo) -> Resolved:
    """The instant of a naive wall-clock time. Raises Refusal: no_such_time (clocks jump over it)."""
    if not exists(local, where):
        raise Refusal("no_such_time", time=local.time(), after=_first_after_gap(local, where).time())
    first, second = (local.replace(tzinfo=where, fold=fold).astimezone(UTC) for fold in (0, 1))
    return Resolved(first, twice=first != second)


def day_before(local: datetime, where: ZoneInfo) -> datetime:
    """The instant of the same wall-clock time on the previous day; a time clocks jump over moves past the gap."""
    return first_that_exists(local - timedelta(days=1), where).replace(tzinfo=where).astimezone(UTC)


def first_that_exists(local: datetime, where: ZoneInfo) -> datetime:
    """This wall-clock time, or the first after it when clocks jump over it."""
    return local if exists(local, where) else _first_after_gap(local, where)


def _first_after_gap(local: datetime, where: ZoneInfo) -> datetime:
    """The first minute that exists after this one."""
    later = local.replace(second=0, microsecond=0)
    while not exists(later, where):
        later += timedelta(minutes=1)
    return later

"""Decent hours: when somebody may be written to unasked, by their own clock, or by all the clocks that may be theirs."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

SINCE, UNTIL = time(9), time(20)
_STEP = timedelta(minutes=15)
"""All clocks of the world differ by whole quarters of an hour."""
_FAR_ENOUGH = timedelta(days=2)


def is_decent(at: datetime, where: ZoneInfo) -> bool:
    return SINCE <= at.astimezone(where).time() < UNTIL


def first_decent(at: datetime, zones: Sequence[ZoneInfo]) -> datetime | None:
    """The first moment from then on that is decent by every one of these clocks; None: there is none."""
    moment = at
    while moment - at <= _FAR_ENOUGH:
        if all(is_decent(moment, where) for where in zones):
            return moment
        moment = _next_quarter(moment)
    return None


def _next_quarter(moment: datetime) -> datetime:
    utc = moment.astimezone(UTC)
    return utc.replace(minute=utc.minute // 15 * 15, second=0, microsecond=0) + _STEP

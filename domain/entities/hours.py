"""Hours: when the office is open, when clients are left in peace, and when each colleague works."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.entities.definitions import definition_kind
from domain.values.local_time import first_that_exists
from domain.values.refusals import Refusal

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LONGEST_QUIET = timedelta(hours=16)
"""What remains of the day is needed to say anything at all."""
TOO_CLOSE = timedelta(hours=12)
"""Within so much time before it is useless, a notice is not held back: the day of a departure has no quiet hours."""


@dataclass(frozen=True)
class Span:
    """From a time of day to another; of the next day when that is not later."""

    since: time
    until: time

    def has(self, moment: time) -> bool:
        if self.since < self.until:
            return self.since <= moment < self.until
        return moment >= self.since or moment < self.until

    @property
    def length(self) -> timedelta:
        begins, ends = (timedelta(hours=one.hour, minutes=one.minute) for one in (self.since, self.until))
        return ends - begins if ends > begins else ends - begins + timedelta(days=1)


OFFICE = Span(time(9), time(18))
Week = tuple[Span | None, ...]
"""From Monday to Sunday; None: closed."""


def week_of(days: Mapping[str, Span]) -> Week:
    return tuple(days.get(day) for day in DAYS)


@dataclass(frozen=True)
class Hours:
    """Of the agency, by its own clock: the office's from Monday to Sunday (None: closed), and the quiet ones."""

    days: Mapping[str, Span] = field(default_factory=lambda: dict.fromkeys(DAYS[:5], OFFICE))
    """Those on which the office is open, "mon" to "sun"."""
    quiet: Span | None = None

    @property
    def office(self) -> Week:
        return week_of(self.days)

    def decent(self, at: datetime, where: ZoneInfo) -> datetime:
        """The first moment from then on at which a client may be told something."""
        return at if self.quiet is None else after_quiet(self.quiet, at, where)

    def is_open(self, at: datetime, where: ZoneInfo) -> bool:
        local = at.astimezone(where)
        span = self.office[local.weekday()]
        return span is not None and span.has(local.time())

    def next_open(self, at: datetime, where: ZoneInfo) -> datetime:
        """The first moment from then on at which the office is open; the same when it never is."""
        if self.is_open(at, where):
            return at
        today = at.astimezone(where).date()
        for ahead in range(8):
            day = today + timedelta(days=ahead)
            span = self.office[day.weekday()]
            opens = span and first_that_exists(datetime.combine(day, span.since), where)
            if opens and (moment := opens.replace(tzinfo=where).astimezone(UTC)) > at:
                return moment
        return at


HOURS = definition_kind("hours", Hours, {"": Hours()})


@dataclass(frozen=True)
class WorkingHours:
    """A colleague's own, from Monday to Sunday; None: they do not work that day."""

    days: Mapping[str, Span] = field(default_factory=dict)

    @property
    def week(self) -> Week:
        return week_of(self.days)


WORKING_HOURS = definition_kind("working_hours", WorkingHours, is_own=True)
"""By the colleague's number."""


def after_quiet(quiet: Span, at: datetime, where: ZoneInfo) -> datetime:
    """The first moment from then on whose wall clock is outside; clocks may jump over its end, or pass it twice."""
    local = at.astimezone(where)
    if not quiet.has(local.time()):
        return at
    for ahead in range(3):
        ends = datetime.combine(local.date() + timedelta(days=ahead), quiet.until)
        for fold in (0, 1):
            end = first_that_exists(ends, where).replace(tzinfo=where, fold=fold).astimezone(UTC)
            if end > at and not quiet.has(end.astimezone(where).time()):
                return end
    raise AssertionError(f"{quiet} never ends")  # pragma: no cover (it does within two days)


def check_hours(hours: Hours) -> None:
    """Raises Refusal: hours_turned_round, quiet_too_long."""
    check_days(hours.days)
    if hours.quiet is not None and hours.quiet.length > LONGEST_QUIET:
        raise Refusal("quiet_too_long", count=LONGEST_QUIET // timedelta(hours=1))


def check_days(days: Mapping[str, Span]) -> None:
    """Raises Refusal: hours_turned_round, not_a_week."""
    if {*days} - {*DAYS}:
        raise Refusal("not_a_week")
    if any(span.since >= span.until for span in days.values()):
        raise Refusal("hours_turned_round")

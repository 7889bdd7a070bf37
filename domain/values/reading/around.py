"""What a day is read against: today, the days that fit, and how the reader writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain.values.language import Language
from domain.values.refusals import Refusal

FIRST_YEAR, FARTHEST_YEAR = 1900, 2100
_LEAP = 8
"""Years within which every day of the calendar comes again."""


@dataclass(frozen=True, kw_only=True)
class Around:
    """`first` and `last` are the days that fit. Without `today`, only days with their year are read.

    Without a language, days are read as most of the region writes them.
    """

    today: date | None = None
    first: date | None = None
    last: date | None = None
    language: Language | None = None

    @property
    def start(self) -> date | None:
        """From here days without a year are looked for: forward, or back when only the last one is known."""
        return (self.first or self.last or self.today) if self.today else None

    @property
    def forward(self) -> bool:
        return self.first is not None or self.last is None

    def fitting(self, days: Iterable[date]) -> tuple[date, ...]:
        """Those that fit, in order; all of them when none does, so that it can be said why."""
        found = sorted(set(days))
        fit = [day for day in found if (self.first or day) <= day <= (self.last or day)]
        return tuple(fit or found)

    def of_the_year(self, day: int, month: int) -> date | None:
        """This day of the year, the nearest from the start."""
        start = self.start
        assert start is not None
        step = 1 if self.forward else -1
        found = (real(start.year + step * ahead, month, day) for ahead in range(_LEAP + 1))
        return next((one for one in found if one and (one >= start if self.forward else one <= start)), None)

    def nearest(self, wanted: Iterator[date]) -> tuple[date, ...]:
        """The first of such days from the start; two when the start itself is one: it may be meant, or the next."""
        start = self.start
        one = next(wanted)
        return (one, next(wanted)) if one == start else (one,)

    def days_from_start(self) -> Iterator[date]:
        start, step = self.start, timedelta(days=1 if self.forward else -1)
        assert start is not None
        while True:
            yield start
            start += step


def real(year: int, month: int, day: int) -> date | None:
    """None for a day that the calendar does not have, or that nobody means."""
    if not FIRST_YEAR <= year <= FARTHEST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def must_be_real(days: Iterable[date | None]) -> tuple[date, ...]:
    """Raises Refusal: no_such_day, when none is."""
    found = tuple(day for day in days if day)
    if not found:
        raise Refusal("no_such_day")
    return found

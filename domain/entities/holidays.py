"""Holidays: when a colleague is away, and whom they have asked to stand in for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.entities.definitions import definition_kind
from domain.values.refusals import Refusal

LONGEST = timedelta(days=365)
"""Who is away for longer has left: somebody else leads their deals."""
FURTHEST = timedelta(days=730)
MOST = 5
"""Of one colleague, planned at once."""


@dataclass(frozen=True)
class Holiday:
    """From a day to another, both included, by the agency's calendar."""

    first: date
    last: date
    deputy: int | None = None
    """The number of the colleague who stands in; None: the supervisor does."""

    def has(self, day: date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, other: "Holiday") -> bool:
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True)
class Holidays:
    """Of one colleague, the next first."""

    planned: tuple[Holiday, ...] = ()

    def on(self, day: date) -> Holiday | None:
        return next((one for one in self.planned if one.has(day)), None)

    def beginning(self, first: date) -> Holiday | None:
        return next((one for one in self.planned if one.first == first), None)

    def ahead(self, today: date) -> tuple[Holiday, ...]:
        """Those that are not over."""
        return tuple(one for one in self.planned if one.last >= today)

    def with_(self, holiday: Holiday, today: date) -> "Holidays":
        """Raises Refusal: holidays_overlap, too_many_holidays."""
        others = self.ahead(today)
        if (other := next((one for one in others if one.overlaps(holiday)), None)) is not None:
            raise Refusal("holidays_overlap", first=other.first, last=other.last)
        if len(others) >= MOST:
            raise Refusal("too_many_holidays", count=MOST)
        return Holidays(_in_order([*others, holiday]))

    def without(self, first: date) -> "Holidays":
        return Holidays(tuple(one for one in self.planned if one.first != first))


HOLIDAYS = definition_kind("holidays", Holidays, is_own=True)
"""By the colleague's number."""


def check_holiday(first: date, last: date, today: date) -> None:
    """Raises Refusal: holiday_is_over, ends_before_it_begins, holiday_too_long, too_far_ahead."""
    if last < first:
        raise Refusal("ends_before_it_begins")
    if last < today:
        raise Refusal("holiday_is_over")
    if last - first >= LONGEST:
        raise Refusal("holiday_too_long", count=LONGEST.days)
    if first - today > FURTHEST:
        raise Refusal("too_far_ahead")


def _in_order(found: Iterable[Holiday]) -> tuple[Holiday, ...]:
    return tuple(sorted(found, key=lambda one: one.first))

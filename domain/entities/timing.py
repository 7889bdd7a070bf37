"""Timing: how long before a departure clients are told, what is due when, and how long something waits."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.entities.definitions import definition_kind
from domain.values.local_time import first_that_exists
from domain.values.refusals import Refusal

BOUNDS = {
    "departure_days": (1, 14),
    "deposit_due": (1, 365),
    "documents_due": (1, 365),
    "balance_due": (1, 365),
    "seat_offer_hours": (1, 168),
    "feedback_days": (7, 365),
    "remind_first": (1, 60),
    "remind_again": (1, 60),
    "remind_late": (1, 30),
    "call_late": (1, 30),
}
"""Of each number: the least and the most."""


A_WEEK = 7


@dataclass(frozen=True)
class Dues:
    """Until when what is to be here."""

    documents: date
    deposit: date
    balance: date


@dataclass(frozen=True)
class Timing:
    """A change applies to what is planned, offered or asked from then on."""

    departure_days: int = 1
    """Days before the departure on which clients are told where to be and when."""
    departure_at: time | None = None
    """At what time of that day, where the trip leaves; None: at the hour of the departure."""
    deposit_due: int = 21
    """Days before the departure, as they are offered for a new trip; and so the next two."""
    documents_due: int = 30
    balance_due: int = 14
    seat_offer_hours: int = 24
    """How long a seat that became free is kept for whoever waits first in line."""
    feedback_days: int = 30
    """After so many days a colleague is asked how they find the program."""
    remind_first: int = 7
    """Days before something is due on which its client is reminded; a second time; and on the day itself."""
    remind_again: int = 3
    remind_late: int = 2
    """Days after it was due on which they are reminded a last time."""
    call_late: int = 3
    """Days after which a colleague is asked to call."""

    @property
    def reminded_on(self) -> tuple[int, ...]:
        """In days after what is due was due."""
        return tuple(sorted({-self.remind_first, -self.remind_again, 0, self.remind_late}))

    @property
    def called_on(self) -> tuple[int, ...]:
        return (self.call_late,)

    @property
    def called_unreached_on(self) -> tuple[int, ...]:
        """Who hears nothing from us is called before, too."""
        return tuple(sorted({-self.remind_again, self.call_late}))

    @property
    def seat_offer(self) -> timedelta:
        return timedelta(hours=self.seat_offer_hours)

    @property
    def feedback(self) -> timedelta:
        return timedelta(days=self.feedback_days)

    def dues(self, leaves: date, today: date) -> "Dues":
        """The usual days; with less time ahead they come closer together, and none is today while another day is left."""
        offsets = {"documents": self.documents_due, "deposit": self.deposit_due, "balance": self.balance_due}
        left = max((leaves - today).days, 0)
        room = left - (min(A_WEEK, left // 3) or min(left, 1))
        longest = max(offsets.values())
        if longest > room:
            offsets = {name: days * room // longest for name, days in offsets.items()}
        return Dues(**{name: leaves - timedelta(days=days) for name, days in offsets.items()})

    def reminder(self, departs: datetime, where: ZoneInfo) -> datetime:
        """The instant at which clients are told; a time clocks jump over moves past the gap."""
        day = departs - timedelta(days=self.departure_days)
        local = day if self.departure_at is None else datetime.combine(day.date(), self.departure_at)
        return first_that_exists(local, where).replace(tzinfo=where).astimezone(UTC)


TIMING = definition_kind("timing", Timing, {"": Timing()})


def check_timing(timing: Timing) -> None:
    """Raises Refusal: not_within."""
    for name, (least, most) in BOUNDS.items():
        check_number(name, getattr(timing, name), least, most)


def check_number(name: str, value: int, least: int, most: int) -> None:
    """Raises Refusal: not_within."""
    if not least <= value <= most:
        raise Refusal("not_within", what=name, least=least, most=most)

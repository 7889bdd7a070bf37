"""An act of the season: who did what on which day, told in days from the morning on which the demo opens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.ports.desk import Desk
from domain.values.money import Money
from sandbox import Sandbox
from tourdesk.cast import character

CURRENCY = "EUR"


@dataclass(frozen=True)
class Opening:
    """The morning on which the demo opens, at the agency."""

    day: date
    zone: ZoneInfo

    def on(self, ahead: int) -> date:
        return self.day + timedelta(days=ahead)

    def at(self, ahead: int, clock: str) -> datetime:
        """ "10:15", so many days from then, as an instant."""
        local = datetime.combine(self.on(ahead), time.fromisoformat(clock), self.zone)
        return local.astimezone(UTC)

    def next_day(self, month: int, day: int, *, not_before: int) -> date:
        """The next such day of a year, at least so many days from then."""
        soonest = self.on(not_before)
        this_year = date(soonest.year, month, day)
        return this_year if this_year >= soonest else date(soonest.year + 1, month, day)


@dataclass
class Season:
    """What the acts know of each other: numbers by the names that are used here, and the practice Telegram."""

    opening: Opening
    sandbox: Sandbox
    trips: dict[str, int] = field(default_factory=dict)
    deals: dict[str, int] = field(default_factory=dict)
    inquiries: dict[str, int] = field(default_factory=dict)
    questions: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Act:
    """`who` is a name of the cast, or None: the agency by itself."""

    day: int
    clock: str
    who: str | None
    does: Callable[[Desk, Season], None]


def member(desk: Desk, key: str) -> int:
    """The number of a colleague, by "boris", "vera" and so on."""
    who = character(key)
    return next(one.id for one in desk.repositories.staff.active() if one.person.telegram_id == who.id)


def euros(amount: int) -> Money:
    return Money(amount * 100, CURRENCY)

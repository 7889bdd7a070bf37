"""Trips: dated departures with seats to sell, called everywhere by name and date ("Ohrid 29.10.2027")."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from domain.entities.history import EVERYBODYS, history_of
from domain.entities.rights import Right
from domain.entities.trip_plans import (
    Point,
    Transport,
    TripPlan,
    ahead,
    check,
    check_deposit,
    check_due,
    check_price,
)
from domain.values.language import Language
from domain.values.local_time import day_before, resolve, zone
from domain.values.money import Money
from domain.values.numbers import NumberOf
from domain.values.refusals import Refusal
from domain.values.secret import SecretText
from domain.values.translated import Title, Translated

history_of("trip", reach=EVERYBODYS, right=Right.PLAN_TRIPS)

TripNumber = Annotated[int, NumberOf("trip")]

Reminder = Callable[[datetime, ZoneInfo], datetime]
"""When clients are told of a departure, by its wall-clock time."""


@dataclass(eq=False)
class Trip:
    """A dated departure. `departs` is naive local time in `zone`; `departs_at` is its instant."""

    name: str
    transport: Transport
    departs: datetime
    zone: str
    departs_at: datetime
    reminder_at: datetime
    place: str
    returns: date
    seats: int
    price: Money
    deposit: Money
    documents_due: date
    deposit_due: date
    balance_due: date
    created_at: datetime
    point: Point | None = None
    bring: str | None = None
    told_at: datetime | None = None
    """When the day-before notices went out; None before."""
    changes: int = 0
    """How often time or place changed after that: each change is told once."""
    join_version: int = 1
    """The join link carries it; a revoked link carries an old one."""
    join_open: bool = True
    branch: int | None = None
    """Who planned it, and takes the inquiries of its join link. It is sold by all."""
    kind: str | None = None
    """Its kind, by the key the owner gave it; None: of no kind."""
    written_in: Language | None = None
    """The language of name, place and what to bring; None when nobody said."""
    translations: dict[str, dict[str, str]] = field(default_factory=dict)
    """The same in other languages: texts by language code, by "name", "place" or "bring"."""
    cancelled_at: datetime | None = None
    """It does not take place: nobody can join or be told of its departure any more."""
    cancel_reason: str | None = None
    extra: SecretText = SecretText()
    id: int = field(default=0)

    @classmethod
    def planned(cls, plan: TripPlan, now: datetime, reminder: "Reminder" = day_before) -> "Trip":
        """A new trip. Raises Refusal for times and figures that cannot be (see `check`)."""
        check(plan, now)
        where = zone(plan.zone)
        return cls(
            **{name: getattr(plan, name) for name in plan.__dataclass_fields__},
            departs_at=resolve(plan.departs, where).instant,
            reminder_at=reminder(plan.departs, where),
            created_at=now,
        )

    @property
    def title(self) -> Title:
        """What it is called everywhere: name and date."""
        return Title.of(self.words("name"), self.departs.date())

    def words(self, what: str) -> Translated:
        """ "name", "place" or "bring" for whoever reads it: an empty text where nothing was written."""
        others = {Language(code): text for code, text in self.translations.get(what, {}).items()}
        return Translated(getattr(self, what) or "", others, self.written_in)

    def write(self, what: str, text: str | None) -> None:
        """ "name", "place" or "bring" anew. What it was called in other languages told of the old one, and is gone."""
        if text == getattr(self, what):
            return
        setattr(self, what, text)
        self.translations = {other: said for other, said in self.translations.items() if other != what}

    def translate(self, language: Language, texts: dict[str, str | None]) -> None:
        """Gives name, place or what to bring in another language; None takes it away again."""
        changed = {what: dict(said) for what, said in self.translations.items()}
        for what, text in texts.items():
            said = changed.setdefault(what, {})
            said.pop(language.value, None)
            if text:
                said[language.value] = text
        self.translations = {what: said for what, said in changed.items() if said}

    @property
    def where(self) -> ZoneInfo:
        return zone(self.zone)

    @property
    def currency(self) -> str:
        return self.price.currency

    def is_over(self, now: datetime) -> bool:
        """Whether its last day is past where it left from."""
        return now.astimezone(self.where).date() > self.returns

    def again(self, day: date, today: date) -> TripPlan:
        """The same on another day: as long, at the same hour, everything due as many days before; nothing before today."""
        later = day - self.departs.date()
        soonest = min(today, day)
        same = {name: getattr(self, name) for name in TripPlan.__dataclass_fields__}
        due = {
            name: max(soonest, same[name] + later) for name in ("documents_due", "deposit_due", "balance_due")
        }
        moved = {"departs": self.departs + later, "returns": self.returns + later}
        return TripPlan(**{**same, **moved, **due})

    def free(self, taken: int) -> int:
        """Seats that are left when so many are taken."""
        return max(self.seats - taken, 0)

    def link_text(self, version: int) -> str:
        """What the agency seals to make the join link of this version."""
        return f"join:{self.id}:{version}"

    def is_ahead(self, now: datetime) -> bool:
        """It takes place, and has not left."""
        return self.cancelled_at is None and self.departs_at > now

    def must_be_ahead(self, now: datetime) -> None:
        """Raises Refusal: trip_cancelled, trip_left."""
        if self.cancelled_at is not None:
            raise Refusal("trip_cancelled", trip=self.title)
        if self.departs_at <= now:
            raise Refusal("trip_left", trip=self.title)

    def must_be_due(self, what: str, day: date, now: datetime) -> None:
        """Of "documents_due", "deposit_due" or "balance_due", as it is now it may stay.

        Raises Refusal: due_after_departure, due_in_the_past.
        """
        if day != getattr(self, what):
            check_due(day, self.departs.date(), now.astimezone(self.where).date())

    def must_cost(self, price: Money, deposit: Money) -> None:
        """Raises Refusal: other_currency, no_price, negative_money, deposit_above_price."""
        if {price.currency, deposit.currency} != {self.currency}:
            raise Refusal("other_currency", currency=self.currency)
        check_price(price)
        check_deposit(deposit, price)

    def reschedule(self, departs: datetime, now: datetime, reminder: "Reminder" = day_before) -> None:
        """Another time of departure: the trip stays as long as it was, and nothing is due after it leaves.

        Raises Refusal: in_the_past, no_such_time.
        """
        instant = ahead(departs, self.where, now)
        day = departs.date()
        self.returns += day - self.departs.date()
        self.documents_due = min(self.documents_due, day)
        self.deposit_due = min(self.deposit_due, day)
        self.balance_due = min(self.balance_due, day)
        self.departs, self.departs_at = departs, instant
        self.reminder_at = reminder(departs, self.where)

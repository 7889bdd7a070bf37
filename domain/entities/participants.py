"""Who travels on a trip, and what they have paid: the list a manager asks for at any time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from domain.entities.field_values import Read, as_read
from domain.entities.fields import Field
from domain.values.labels import Names
from domain.values.money import Money
from domain.values.translated import Translated


@dataclass(frozen=True)
class Participant:
    """One line of the list: a seat, taken by a named traveller or still waiting for a name."""

    deal: int
    client: str
    phone: str | None
    traveller: str | None
    step: str
    confirmed: bool
    absent: bool = field(default=False, kw_only=True)
    """The client has said that they cannot come."""
    late: int | None = field(default=None, kw_only=True)
    """By so many minutes, as the client said."""
    person: int | None = None
    """The traveller's number."""
    told: bool = False
    """Whether all of the particulars are there, and a passport that was not rejected."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What was filled into the fields of the traveller, the deal and the client, by key."""

    def shown(self, key: str, one: Field) -> Read:
        """What stands in the column of this field; None where nothing was filled in."""
        kept = self.values.get(key)
        return None if kept is None else as_read(one, kept)

    @property
    def stage(self) -> str:
        """The stage of the step."""
        return self.step.partition(".")[0]


@dataclass(frozen=True)
class BorderLine:
    """A traveller as a border's officer reads them. Of a deal out of reach only the name is there."""

    person: int
    deal: int
    name: str
    born_on: date | None = None
    citizenship: str | None = None
    passport: str | None = None
    passport_expires: date | None = None
    within_reach: bool = True

    @property
    def complete(self) -> bool:
        return None not in (self.born_on, self.citizenship, self.passport, self.passport_expires)


@dataclass(frozen=True)
class BorderList:
    """Everybody who crosses the border on a trip, deal by deal. `unnamed` seats have no traveller yet."""

    trip: Translated
    departs: date
    returns: date
    lines: tuple[BorderLine, ...]
    unnamed: int

    @property
    def out_of_reach(self) -> int:
        """Whose particulars another branch keeps."""
        return sum(not line.within_reach for line in self.lines)

    @property
    def incomplete(self) -> int:
        """Of whom something is still to come, as far as one may know."""
        return sum(line.within_reach and not line.complete for line in self.lines)


class Among(StrEnum):
    """Whom of a trip's participants one looks at, beside those of a stage."""

    OWING = "!owing"
    WITHOUT_PAPERS = "!papers"


@dataclass(frozen=True)
class ParticipantDeal:
    """The money of one deal on the list."""

    deal: int
    client: str
    seats: int
    price: Money
    paid: Money

    @property
    def owed(self) -> Money:
        return _above_zero(self.price - self.paid)

    @property
    def to_return(self) -> Money:
        """Paid before the price went down."""
        return _above_zero(self.paid - self.price)


@dataclass(frozen=True)
class ParticipantList:
    """A trip's participants, in order of deal, with heads and money in all. `stage` is the filter, if any.

    Without `money` it is for somebody who may not see any: no deal's is in it.
    """

    trip: Translated
    departs: date
    seats: int
    stage: str | None
    participants: tuple[Participant, ...]
    deals: tuple[ParticipantDeal, ...]
    currency: str
    money: bool = True
    which: Among | None = None
    names: Names = field(default_factory=dict)
    """What the owner calls the stages."""
    fields: Mapping[str, Field] = field(default_factory=dict)
    """Those that have a column, by key."""

    def with_fields(self, fields: Mapping[str, Field]) -> "ParticipantList":
        """Of what was filled in, only this stays."""
        shown = tuple(
            replace(one, values={key: kept for key, kept in one.values.items() if key in fields})
            for one in self.participants
        )
        return replace(self, fields=fields, participants=shown if fields else self.participants)

    def among(self, which: Among) -> "ParticipantList":
        """Those who owe, by the money within reach; or those of whom a name, particulars or a passport is missing."""
        owing = {deal.deal for deal in self.deals if deal.owed}
        kept = tuple(
            one for one in self.participants if (one.deal in owing if which is Among.OWING else not one.told)
        )
        there = {one.deal for one in kept}
        return replace(self, participants=kept, deals=tuple(d for d in self.deals if d.deal in there))

    def without_money(self) -> "ParticipantList":
        return replace(self, deals=(), money=False)

    @property
    def heads(self) -> int:
        return len(self.participants)

    @property
    def price(self) -> Money:
        return self._sum(deal.price for deal in self.deals)

    @property
    def paid(self) -> Money:
        return self._sum(deal.paid for deal in self.deals)

    @property
    def owed(self) -> Money:
        """What one client paid too much pays no other's debt."""
        return self._sum(deal.owed for deal in self.deals)

    @property
    def to_return(self) -> Money:
        return self._sum(deal.to_return for deal in self.deals)

    def _sum(self, sums: Iterable[Money]) -> Money:
        return sum(sums, Money.zero(self.currency))


def _above_zero(sum_: Money) -> Money:
    return sum_ if sum_.minor > 0 else Money.zero(sum_.currency)

"""Who travels on a trip, and what they have paid: the list a manager asks for at any time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from domain.entities.field_values import Read, as_read
from domain.entities.fields import Field
from domain.values.labels import Names
from domain.values.money import Money


@dataclass(frozen=True)
class Participant:
    """One line of the list: a seat, taken by a named traveller or still waiting for a name."""

    deal: int
    client: str
    phone: str | None
    traveller: str | None
    step: str
    confirmed: bool
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

    trip: str
    departs: date
    seats: int
    stage: str | None
    participants: tuple[Participant, ...]
    deals: tuple[ParticipantDeal, ...]
    currency: str
    money: bool = True
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

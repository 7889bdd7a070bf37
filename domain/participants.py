"""Who travels on a trip, and what they have paid: the list a manager asks for at any time."""

from dataclasses import dataclass, replace
from datetime import date

from domain.money import Money


@dataclass(frozen=True)
class Participant:
    """One line of the list: a seat, taken by a named traveller or still waiting for a name."""

    deal: int
    client: str
    phone: str | None
    traveller: str | None
    stage: str
    substage: str | None
    confirmed: bool


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
        return self.price - self.paid


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

    def without_money(self) -> "ParticipantList":
        return replace(self, deals=(), money=False)

    @property
    def heads(self) -> int:
        return len(self.participants)

    @property
    def price(self) -> Money:
        return sum((deal.price for deal in self.deals), Money.zero(self.currency))

    @property
    def paid(self) -> Money:
        return sum((deal.paid for deal in self.deals), Money.zero(self.currency))

    @property
    def owed(self) -> Money:
        return self.price - self.paid

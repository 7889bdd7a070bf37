"""Travellers as they are read: who has this passport, and what a deal is without one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.particulars import read_passport
from domain.entities.people import Right
from domain.entities.travellers import Traveller
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.my_deals import serves
from domain.values.money import Money
from domain.values.refusals import Refusal
from domain.values.translated import Translated

REMEMBERED = timedelta(days=30)
"""So long after a trip its guides find who travelled."""


@dataclass(frozen=True)
class Cancelling:
    """What it means that a traveller does not go after all. `back` is to be returned to the client."""

    deal: Deal
    traveller: Traveller
    seats: int
    price: Money
    deposit: Money
    back: Money


def cancelling(desk: Desk, number: int, traveller: int) -> Cancelling:
    """Raises Forbidden, NotFound, Refusal: deal_closed, traveller_cancelled, last_traveller."""
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.get(number)
    deal.must_be_open()
    one, rest = deal.going(traveller), deal.without_one()
    return Cancelling(deal, one, rest.seats, rest.price, rest.deposit, deal.paid - rest.price)


def may_be_changed(desk: Desk, deal: Deal, traveller: Traveller) -> bool:
    """Whether the actor may enter other particulars (see `must_be_changeable`)."""
    try:
        must_be_changeable(desk, deal, traveller)
    except Refusal:
        return False
    return True


def must_be_changeable(desk: Desk, deal: Deal, traveller: Traveller) -> None:
    """Raises Refusal: deal_closed, traveller_cancelled, papers_accepted (then only staff may)."""
    deal.must_be_open()
    deal.going(traveller.id)
    if not serves(desk) and deal.passports(traveller, DocumentState.ACCEPTED):
        raise Refusal("papers_accepted", name=traveller.name)


def who_travels_with(desk: Desk, text: str) -> Sequence[tuple[Deal, Traveller]]:
    """Whoever has exactly this passport number, newest deal first; nobody for who may not see numbers anyway."""
    try:
        number = read_passport(text)
    except Refusal:
        return []
    if not serves(desk):
        return []
    found = desk.repositories.deals.with_passport(number)
    return [(deal, one) for deal in found for one in deal.travellers if one.passport == number]


@dataclass(frozen=True)
class TravellerFound:
    """A traveller as a search finds them."""

    number: int
    name: str
    deal: int
    trip: int | None
    title: Translated


def travellers_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[TravellerFound]:
    """Whoever travels under this name with deals within reach; for a guide, on the trips they go along with.

    Raises Forbidden.
    """
    desk.must(Right.SEE_PARTICIPANTS)
    if desk.actor.may(Right.SEE_DEALS):
        found = desk.repositories.deals.travelling(text, limit, offset)
    else:
        found = desk.archive.deals.travelling(text, limit, offset, _led(desk)) if _led(desk) else []
    return [
        TravellerFound(one.id, one.name, deal.id, deal.trip.id if deal.trip else None, deal.called)
        for deal, one in found
    ]


def _led(desk: Desk) -> list[Trip]:
    """Those the actor goes along with, until a while after they are over."""
    staff = desk.actor.staff
    trips = desk.repositories.trips.guided_by(staff) if staff else []
    return [one for one in trips if not one.is_over(desk.now - REMEMBERED)]

"""Travellers: who goes with a deal, entered by the client or for them, changed, taken off again."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.deals import Deal, Traveller
from domain.entities.documents import DocumentState
from domain.entities.particulars import Particulars, check_all, read_passport
from domain.entities.people import Right, StaffMember
from domain.notices.travellers import TRAVELLERS_ENTERED
from domain.ports.desk import Desk
from domain.usecases.deals.booking import offer_freed_seats
from domain.usecases.staff.branches import colleagues
from domain.values.money import Money
from domain.values.refusals import Forbidden, NotFound, Refusal


def mine(desk: Desk, number: int) -> Deal:
    """The actor's own deal. Raises NotFound: not_found, whether it is somebody else's or does not exist."""
    try:
        deal = desk.archive.deals.get(number)
    except NotFound:
        raise NotFound("not_found") from None
    if desk.actor.client is None or deal.client is not desk.actor.client:
        raise NotFound("not_found")
    return deal


def within_reach(desk: Desk, number: int) -> Deal:
    """A deal whose papers the actor may bring: their own as client, any as staff who open or move deals.

    Raises NotFound, Forbidden.
    """
    if serves(desk):
        return desk.repositories.deals.get(number)
    try:
        return mine(desk, number)
    except NotFound:
        if desk.actor.is_staff:
            raise Forbidden("forbidden") from None
        raise


def serves(desk: Desk) -> bool:
    """Whether the actor enters travellers and sends papers for clients."""
    return desk.actor.may(Right.OPEN_DEALS) or desk.actor.may(Right.MOVE_DEALS)


def to_enter(deal: Deal) -> int:
    """Seats of which nobody said who sits there."""
    return max(deal.seats - len(deal.party), 0)


def all_told(deal: Deal) -> bool:
    """Whether every seat has a traveller with all particulars."""
    return sum(traveller.complete for traveller in deal.party) >= deal.seats


def must_have_room(deal: Deal) -> None:
    """Raises Refusal: deal_closed, all_entered."""
    deal.must_be_open()
    if not to_enter(deal):
        raise Refusal("all_entered", count=deal.seats)


def must_be_changeable(desk: Desk, deal: Deal, traveller: Traveller) -> None:
    """Raises Refusal: deal_closed, traveller_cancelled, papers_accepted (then only staff may)."""
    deal.must_be_open()
    if traveller.cancelled_at is not None:
        raise Refusal("traveller_cancelled", name=traveller.name)
    if not serves(desk) and deal.passports(traveller, DocumentState.ACCEPTED):
        raise Refusal("papers_accepted", name=traveller.name)


def enter_traveller(desk: Desk, number: int, told: Particulars) -> Traveller:
    """One more of the party.

    Raises NotFound, Forbidden, Refusal: deal_closed, all_entered, self_entered, passport_of_another,
    born_in_the_future, passport_expired, passport_ends_before_return.
    """
    deal = _held(desk, number)
    must_have_room(deal)
    check_all(deal, told, desk.today)
    traveller = Traveller(told.relation, told.name, told.born_on, told.passport, told.passport_expires)
    deal.travellers.append(traveller)
    desk.repositories.flush()
    desk.note("deal", deal.id, "traveller_added", name=traveller.name, relation=told.relation.value)
    _tell_when_complete(desk, deal)
    return traveller


def change_traveller(desk: Desk, number: int, traveller: int, told: Particulars) -> Traveller:
    """Other particulars. The history tells which, and never a passport's number.

    Raises NotFound, Forbidden, Refusal as `enter_traveller` does, traveller_cancelled, papers_accepted.
    """
    deal = _held(desk, number)
    changed = deal.traveller(traveller)
    must_be_changeable(desk, deal, changed)
    complete_before = all_told(deal)
    check_all(deal, told, desk.today, apart_from=changed)
    fields = [name for name in told.__dataclass_fields__ if getattr(changed, name) != getattr(told, name)]
    was = changed.name
    for name in fields:
        setattr(changed, name, getattr(told, name))
    if fields:
        desk.note("deal", deal.id, "traveller_changed", name=told.name, was=was, changed=fields)
    if not complete_before:
        _tell_when_complete(desk, deal)
    return changed


@dataclass(frozen=True)
class Without:
    """What a deal costs with one traveller less."""

    seats: int
    price: Money
    deposit: Money


def without_one(deal: Deal) -> Without:
    """A seat of a trip takes its share of the price along; a tailor-made price stays. Raises Refusal: last_traveller."""
    if deal.seats <= 1 or len(deal.party) <= 1:
        raise Refusal("last_traveller")
    left = deal.seats - 1
    if deal.trip is None:
        return Without(left, deal.price, deal.deposit)
    return Without(left, _share(deal.price, left, deal.seats), _share(deal.deposit, left, deal.seats))


def cancel_traveller(desk: Desk, number: int, traveller: int) -> Deal:
    """Somebody does not go after all: their seat is free again, and offered to whoever waits.

    Raises Forbidden, NotFound, Refusal: deal_closed, traveller_cancelled, last_traveller.
    """
    desk.must(Right.MOVE_DEALS)
    trip = desk.repositories.deals.get(number).trip
    if trip is not None:
        # The trip first, as everybody who counts its seats does.
        desk.repositories.trips.locked(trip.id)
    deal = desk.repositories.deals.locked(number)
    leaving = deal.traveller(traveller)
    must_be_changeable(desk, deal, leaving)
    rest = without_one(deal)
    complete_before = all_told(deal)
    leaving.cancelled_at = desk.now
    prices = {"price_was": str(deal.price), "price": str(rest.price)}
    deal.seats, deal.price, deal.deposit = rest.seats, rest.price, rest.deposit
    desk.note("deal", deal.id, "traveller_cancelled", name=leaving.name, seats=deal.seats, **prices)
    if trip is not None:
        offer_freed_seats(desk, trip)
    if not complete_before:
        _tell_when_complete(desk, deal)
    return deal


def known_travellers(desk: Desk, deal: Deal) -> Sequence[Traveller]:
    """Who went with this client before, newest first, whose passport is still good for this deal."""
    found: dict[str, Traveller] = {}
    for earlier in desk.repositories.deals.of(deal.client):
        for traveller in earlier.party:
            name = traveller.name.casefold()
            if name not in found and _good_for(deal, traveller, desk):
                found[name] = traveller
    return list(found.values())


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


def who_hears(desk: Desk, deal: Deal, right: Right) -> Sequence[StaffMember]:
    """The responsible of the deal, or all of its branch who have this right when there is none; never who does it just now."""
    responsible = deal.leader
    able = [responsible] if responsible and responsible.may(right) else colleagues(desk, right, deal.branch)
    return [member for member in able if member is not desk.actor.staff]


def _held(desk: Desk, number: int) -> Deal:
    return desk.repositories.deals.locked(within_reach(desk, number).id)


def _share(whole: Money, seats: int, of: int) -> Money:
    return Money(whole.minor * seats // of, whole.currency)


def _good_for(deal: Deal, known: Traveller, desk: Desk) -> bool:
    if any(one.name.casefold() == known.name.casefold() for one in deal.party):
        return False
    try:
        check_all(deal, particulars_of(known), desk.today)
    except Refusal:
        return False
    return True


def particulars_of(traveller: Traveller) -> Particulars:
    """Raises Refusal: not_all_told."""
    born_on, passport, expires = traveller.born_on, traveller.passport, traveller.passport_expires
    if born_on is None or passport is None or expires is None:
        raise Refusal("not_all_told", name=traveller.name)
    return Particulars(traveller.relation, traveller.name, born_on, passport, expires)


def _tell_when_complete(desk: Desk, deal: Deal) -> None:
    """Whoever leads the deal hears it; a second time only after seats were given up."""
    if not all_told(deal):
        return
    for member in who_hears(desk, deal, Right.MOVE_DEALS):
        key = f"{deal.id}:{deal.seats}"
        desk.notify(member.person, TRAVELLERS_ENTERED, key, deal=deal.id, step=deal.step_key)

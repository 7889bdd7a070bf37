"""Travellers: who goes with a deal, entered by the client or for them, changed, taken off again."""

from collections.abc import Sequence

from domain.entities.companions import Companion
from domain.entities.deals import Deal
from domain.entities.particulars import Particulars, check_all, check_passport
from domain.entities.pasted_lines import Line
from domain.entities.people import Right, StaffMember
from domain.entities.travellers import Relation, Traveller
from domain.notices.travellers import TRAVELLERS_ENTERED
from domain.ports.desk import Desk
from domain.queries.companions import passport_wanted
from domain.queries.my_deals import within_reach
from domain.queries.staff import colleagues
from domain.queries.travellers import must_be_changeable
from domain.usecases.clients.learning import learn_of_traveller
from domain.usecases.clients.noticing import notice_traveller
from domain.usecases.companions.remembering import remember
from domain.usecases.deals.changing import before, tell_changed
from domain.usecases.deals.passing import pass_on
from domain.usecases.deals.waiting_line import offer_freed_seats
from domain.usecases.families.noticing import notice_kin
from domain.usecases.fields.filling import take_over_fields
from domain.values.refusals import NotFound, Refusal


def enter_traveller(desk: Desk, number: int, told: Particulars) -> Traveller:
    """One more of the party.

    Raises NotFound, Forbidden, Refusal: deal_closed, all_entered, self_entered, passport_of_another,
    born_in_the_future, passport_expired, passport_ends_before_return.
    """
    deal = _held(desk, number)
    deal.must_have_room()
    check_all(deal, told, desk.today)
    _must_be_alone(desk, deal, told.name, told.passport)
    traveller = Traveller(**{name: getattr(told, name) for name in told.__dataclass_fields__})
    deal.travellers.append(traveller)
    desk.repositories.flush()
    desk.note("deal", deal.id, "traveller_added", name=traveller.name, relation=told.relation.value)
    _entered(desk, deal, [traveller])
    return traveller


def enter_travellers(desk: Desk, number: int, told: Sequence[Line]) -> Deal:
    """Several more of the party at once, each with what is known so far.

    Raises NotFound, Forbidden, Refusal: deal_closed, all_entered, list_too_long, or the doubt of a line.
    """
    deal = _held(desk, number)
    deal.must_have_room()
    if len(told) > deal.seats_to_enter:
        raise Refusal("list_too_long", count=len(told), seats=deal.seats_to_enter)
    for line in told:
        if line.doubt:
            raise line.doubt
        _must_be_alone(desk, deal, line.name, line.passport)
        relation = _relation(deal, line.name)
        deal.travellers.append(
            Traveller(
                relation,
                line.name,
                line.born_on,
                line.passport,
                line.passport_expires,
                citizenship=line.citizenship,
            )
        )
        desk.note("deal", deal.id, "traveller_added", name=line.name, relation=relation.value)
    desk.repositories.flush()
    _entered(desk, deal, deal.travellers[-len(told) :] if told else ())
    return deal


def enter_companions(desk: Desk, number: int, chosen: Sequence[int]) -> Sequence[Traveller]:
    """Several more of the party, of whom the client's file knows; a passport that will not do is left to be asked for.

    Raises NotFound, Forbidden, Refusal: deal_closed, all_entered, too_many_chosen, known_no_more, self_entered,
    passport_of_another, passport_on_trip.
    """
    deal = _held(desk, number)
    deal.must_have_room()
    if len(chosen) > deal.seats_to_enter:
        raise Refusal("too_many_chosen", count=len(chosen), seats=deal.seats_to_enter)
    known = {one.id: one for one in desk.archive.companions.of(deal.client)}
    if not known.keys() >= set(chosen):
        raise Refusal("known_no_more")
    entered = [_taken_along(desk, deal, known[one]) for one in dict.fromkeys(chosen)]
    desk.repositories.flush()
    for traveller, one in zip(entered, dict.fromkeys(chosen), strict=True):
        if (earlier := known[one].traveller) is not None:
            _take_over(desk, deal, traveller, earlier)
    _entered(desk, deal, entered)
    return entered


def _taken_along(desk: Desk, deal: Deal, one: Companion) -> Traveller:
    valid = passport_wanted(desk, deal, one) is None
    passport = one.passport if valid else None
    if one.relation is Relation.SELF and any(other.relation is Relation.SELF for other in deal.party):
        raise Refusal("self_entered")
    if passport is not None:
        check_passport(passport, deal.party)
        _must_be_alone(desk, deal, one.name, passport)
    expires = one.passport_expires if valid else None
    traveller = Traveller(one.relation, one.name, one.born_on, passport, expires, citizenship=one.citizenship)
    deal.travellers.append(traveller)
    desk.note("deal", deal.id, "traveller_added", name=one.name, relation=one.relation.value)
    return traveller


def _take_over(desk: Desk, deal: Deal, traveller: Traveller, earlier: int) -> None:
    """What the agency's own fields say of them; nothing where the earlier deal is not there any more."""
    try:
        take_over_fields(desk, deal.id, traveller.id, earlier)
    except NotFound:
        return


def _entered(desk: Desk, deal: Deal, travellers: Sequence[Traveller]) -> None:
    remember(desk, deal, travellers)
    _notice(desk, deal, travellers)
    _tell_when_complete(desk, deal)


def _notice(desk: Desk, deal: Deal, travellers: Sequence[Traveller]) -> None:
    """Who may be the same person, who may be of one family, and what is known of the client now."""
    for traveller in travellers:
        notice_traveller(desk, deal, traveller)
        notice_kin(desk, deal, traveller)
        learn_of_traveller(desk, deal, traveller)


def change_traveller(desk: Desk, number: int, traveller: int, told: Particulars) -> Traveller:
    """Other particulars. The history tells which, and never a passport's number.

    Raises NotFound, Forbidden, Refusal as `enter_traveller` does, traveller_cancelled, papers_accepted.
    """
    deal = _held(desk, number)
    changed = deal.traveller(traveller)
    must_be_changeable(desk, deal, changed)
    complete_before = deal.all_told
    check_all(deal, told, desk.today, apart_from=changed)
    if told.passport != changed.passport:
        _must_be_alone(desk, deal, told.name, told.passport)
    fields = [name for name in told.__dataclass_fields__ if getattr(changed, name) != getattr(told, name)]
    was = changed.name
    for name in fields:
        setattr(changed, name, getattr(told, name))
    if fields:
        desk.note("deal", deal.id, "traveller_changed", name=told.name, was=was, changed=fields)
        remember(desk, deal, [changed])
        _notice(desk, deal, [changed])
    if "name" in fields and deal.voucher_sent_at is not None:
        tell_changed(desk, deal, before(deal), renamed=[was, told.name])
    if not complete_before:
        _tell_when_complete(desk, deal)
    return changed


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
    rest = deal.without_one()
    complete_before = deal.all_told
    leaving.cancelled_at = desk.now
    was = before(deal)
    prices = {"price_was": was["price"], "price": str(rest.price)}
    deal.seats, deal.price, deal.deposit = rest.seats, rest.price, rest.deposit
    desk.note("deal", deal.id, "traveller_cancelled", name=leaving.name, seats=deal.seats, **prices)
    tell_changed(desk, deal, was, off=leaving.name)
    if trip is not None:
        offer_freed_seats(desk, trip)
    if not complete_before:
        _tell_when_complete(desk, deal)
    pass_on(desk, deal)
    return deal


def who_hears(desk: Desk, deal: Deal, right: Right) -> Sequence[StaffMember]:
    """The responsible of the deal, or all of its branch who have this right when there is none; never who does it just now."""
    responsible = deal.leader
    able = [responsible] if responsible and responsible.may(right) else colleagues(desk, right, deal.branch)
    return [member for member in able if member is not desk.actor.staff]


def _relation(deal: Deal, name: str) -> Relation:
    """The client is known by name; of the others nobody said who they are."""
    taken = any(one.relation is Relation.SELF for one in deal.party)
    own = not taken and name.casefold() == deal.client.name.casefold()
    return Relation.SELF if own else Relation.OTHER


def _must_be_alone(desk: Desk, deal: Deal, name: str, passport: str | None) -> None:
    """With one passport nobody goes twice: Raises Refusal: passport_on_trip, to staff, and to who has booked both.

    Another client is told nothing of who else travels; the history tells staff.
    """
    if deal.trip is None or passport is None:
        return
    for other in desk.archive.deals.with_passport(passport):
        if other is deal or other.is_lost or other.trip is not deal.trip:
            continue
        if desk.actor.is_staff or other.client is deal.client:
            raise Refusal("passport_on_trip", name=name)
        desk.note("deal", deal.id, "passport_twice", name=name)


def _held(desk: Desk, number: int) -> Deal:
    return desk.repositories.deals.locked(within_reach(desk, number).id)


def _tell_when_complete(desk: Desk, deal: Deal) -> None:
    """Whoever leads the deal hears it; a second time only after seats were given up."""
    if not deal.all_told:
        return
    pass_on(desk, deal)
    for member in who_hears(desk, deal, Right.MOVE_DEALS):
        key = f"{deal.id}:{deal.seats}"
        desk.notify(member.person, TRAVELLERS_ENTERED, key, deal=deal.id, step=deal.step_key)

"""What changes about a deal after it was made: price, seats, days, deadlines. Its client is told of what concerns them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.entities.deals import Deal
from domain.entities.people import Right, StaffMember
from domain.entities.trip_plans import check_returns
from domain.notices.deals import DEAL_CHANGED, DEAL_CHANGED_STAFF, DEAL_CONFIRMED
from domain.ports.desk import Desk
from domain.queries.trips import must_have_seats
from domain.usecases.deals.passing import pass_on
from domain.usecases.deals.waiting_line import offer_freed_seats
from domain.values.money import Money
from domain.values.refusals import Refusal


@dataclass(frozen=True)
class DealDays:
    """When a tailor-made journey is, and until when what is due; None: not known, or as of the trip."""

    starts: date | None = None
    ends: date | None = None
    documents_by: date | None = None
    deposit_by: date | None = None
    balance_by: date | None = None


def set_price(desk: Desk, number: int, price: Money, deposit: Money) -> Deal:
    """What the deal costs in all, and how much of it beforehand. What was paid above it is to be given back.

    Raises Forbidden, NotFound, Refusal: deal_closed, zero_money, other_currency, deposit_above_price.
    """
    desk.must(Right.OPEN_DEALS)
    deal = desk.repositories.deals.locked(number)
    deal.must_be_open()
    deal.must_be_priced(price, deposit)
    was, was_booking = before(deal), deal.is_booking
    deal.price, deal.deposit = price, deposit
    prices = {"price_was": was["price"], "deposit_was": was["deposit"]}
    desk.note("deal", deal.id, "priced", price=str(price), deposit=str(deposit), **prices)
    if was_booking:
        tell_changed(desk, deal, was)
    else:
        tell_leader(desk, deal, was)
        desk.notify(deal.client.person, DEAL_CONFIRMED, f"{deal.id}:booked", deal=deal.id)
    pass_on(desk, deal)
    return deal


def set_seats(desk: Desk, number: int, seats: int) -> Deal:
    """More or fewer of them. On a trip each costs what it does; what was agreed for a tailor-made journey stays.

    Raises Forbidden, NotFound, Refusal: deal_closed, seats_entered, trip_left, sold_out, not_enough_seats,
    seats_promised.
    """
    desk.must(Right.MOVE_DEALS)
    trip = desk.repositories.deals.get(number).trip
    if trip is not None:
        # The trip first, as everybody who counts its seats does.
        trip = desk.repositories.trips.locked(trip.id)
    deal = desk.repositories.deals.locked(number)
    deal.must_hold(seats)
    was, more = before(deal), seats - deal.seats
    if more > 0 and trip is not None:
        trip.must_be_ahead(desk.now)
        must_have_seats(desk, trip, more, deal.client.id)
    costs = deal.with_seats(seats)
    deal.seats, deal.price, deal.deposit = costs.seats, costs.price, costs.deposit
    desk.note("deal", deal.id, "seats_changed", seats=seats, price=str(deal.price), price_was=was["price"])
    tell_changed(desk, deal, was)
    if more < 0 and trip is not None:
        offer_freed_seats(desk, trip)
    pass_on(desk, deal)
    return deal


def set_days(desk: Desk, number: int, days: DealDays) -> Deal:
    """Other days of a tailor-made journey, and other deadlines of any. What the client knew of the old days is told anew.

    Raises Forbidden, NotFound, Refusal: deal_closed, in_the_past, returns_before_departure, absurd_stay,
    due_after_departure.
    """
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.locked(number)
    deal.must_be_open()
    _must_fit(desk, deal, days)
    was = before(deal)
    if deal.trip is None and days.starts != deal.starts:
        deal.has_said_nothing_yet()
    if deal.trip is None:
        deal.starts, deal.ends = days.starts, days.ends or days.starts
    deal.documents_by, deal.deposit_by, deal.balance_by = days.documents_by, days.deposit_by, days.balance_by
    desk.note("deal", deal.id, "days_changed")
    tell_changed(desk, deal, was)
    return deal


def _must_fit(desk: Desk, deal: Deal, days: DealDays) -> None:
    first = deal.first_day if deal.trip else days.starts
    if deal.trip is None and first is not None and first != deal.starts and first < desk.today:
        raise Refusal("in_the_past")
    if first is not None and days.ends is not None and deal.trip is None:
        check_returns(days.ends, first)
    for due in (days.documents_by, days.deposit_by, days.balance_by):
        if due is not None and first is not None and due > first:
            raise Refusal("due_after_departure", day=first)


def before(deal: Deal) -> dict[str, Any]:
    """What a client would hear of if it changed, as facts."""
    kept = {name: day.isoformat() if (day := getattr(deal, name)) else None for name in _DAYS}
    trip = {"name": deal.trip.words("name").kept(), "bring": deal.trip.bring} if deal.trip else {}
    return {"seats": deal.seats, "price": str(deal.price), "deposit": str(deal.deposit), **kept, **trip}


_DAYS = ("starts", "ends", "documents_due", "deposit_due", "balance_due")


def tell_changed(desk: Desk, deal: Deal, was: Mapping[str, Any], **more: Any) -> None:
    """The client and who leads the deal hear what it was and is, unless they did it."""
    tell_client(desk, deal, was, **more)
    tell_leader(desk, deal, was, **more)


def tell_client(desk: Desk, deal: Deal, was: Mapping[str, Any], **more: Any) -> None:
    """Of what nobody has booked yet, nothing."""
    if deal.client is desk.actor.client or not deal.is_booking:
        return
    key = f"{deal.id}:{desk.now.isoformat()}"
    desk.notify(deal.client.person, DEAL_CHANGED, key, deal=deal.id, was=dict(was), **more)


def tell_leader(
    desk: Desk, deal: Deal, was: Mapping[str, Any], *, former: StaffMember | None = None, **more: Any
) -> None:
    """Whoever leads it, or who led it until now."""
    leader = former or deal.leader
    if leader is None or leader is desk.actor.staff:
        return
    key = f"{deal.id}:{desk.now.isoformat()}"
    facts = {"was": dict(was), "by": desk.actor.name, **more}
    desk.notify(leader.person, DEAL_CHANGED_STAFF, key, deal=deal.id, **facts)

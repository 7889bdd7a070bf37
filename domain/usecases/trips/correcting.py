"""What a trip costs, is called, when it is due and what to bring is corrected: whom it concerns hears what it was and is."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain.entities.deals import Deal
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.trip_changes import trip_to_price
from domain.usecases.deals.changing import before, tell_client
from domain.usecases.deals.passing import pass_on
from domain.usecases.trips.concerned import known, tell_concerned
from domain.usecases.trips.planning import retitle, to_change
from domain.values.money import Money

Before = Mapping[Deal, dict[str, Any]]


def reprice(desk: Desk, number: int, price: Money, deposit: Money, *, booked: bool) -> Trip:
    """What a seat costs from now on; with `booked` also for those who have booked at the price that it had.

    Raises Forbidden, NotFound, Refusal: trip_cancelled, trip_left, other_currency, no_price, negative_money,
    deposit_above_price, less_than_paid.
    """
    trip = _ahead(desk, number)
    trip.must_cost(price, deposit)
    was = {"price_was": str(trip.price), "deposit_was": str(trip.deposit)}
    if (price, deposit) == (trip.price, trip.deposit):
        return trip
    deals = _held_to_price(desk, trip, price) if booked else []
    so_far = known(trip)
    trip.price, trip.deposit = price, deposit
    desk.note("trip", trip.id, "repriced", price=str(price), deposit=str(deposit), **was)
    for deal in deals:
        _reprice_deal(desk.across_branches(), deal)
    tell_concerned(desk, trip, so_far, guides=False)
    return trip


def _held_to_price(desk: Desk, trip: Trip, price: Money) -> list[Deal]:
    desk.across_branches().repositories.deals.locked_of_trip(trip)
    found = trip_to_price(desk, trip.id)
    found.must_be_within(price)
    return list(found.alike)


def _reprice_deal(desk: Desk, deal: Deal) -> None:
    assert deal.trip is not None
    was = before(deal)
    deal.price, deal.deposit = deal.trip.price * deal.seats, deal.trip.deposit * deal.seats
    prices = {"price_was": was["price"], "deposit_was": was["deposit"]}
    desk.note("deal", deal.id, "priced", price=str(deal.price), deposit=str(deal.deposit), **prices)
    tell_client(desk, deal, was)
    pass_on(desk, deal)


def rename(desk: Desk, number: int, name: str) -> Trip:
    """Another name; the day stays part of the title. Raises Forbidden, NotFound, Refusal: trip_cancelled, trip_left."""
    trip = _ahead(desk, number)
    if name == trip.name:
        return trip
    was, title, so_far, booked = trip.name, trip.title, known(trip), _booked(desk, trip)
    trip.write("name", name)
    retitle(desk, trip, title)
    desk.note("trip", trip.id, "renamed", name=name, name_was=was)
    _tell(desk, booked)
    tell_concerned(desk, trip, so_far)
    return trip


def change_bring(desk: Desk, number: int, bring: str | None) -> Trip:
    """What travellers bring; None: nothing. Raises Forbidden, NotFound, Refusal: trip_cancelled, trip_left."""
    trip = _ahead(desk, number)
    if bring == trip.bring:
        return trip
    so_far, booked = known(trip), _booked(desk, trip)
    trip.write("bring", bring)
    desk.repositories.trips.renamed(trip)
    desk.note("trip", trip.id, "bring_changed", bring=bring or "—")
    _tell(desk, booked)
    tell_concerned(desk, trip, so_far)
    return trip


def set_due(desk: Desk, number: int, what: str, day: date) -> Trip:
    """ "documents_due", "deposit_due" or "balance_due"; deals with deadlines of their own keep them.

    Raises Forbidden, NotFound, Refusal: trip_cancelled, trip_left, due_after_departure, due_in_the_past.
    """
    trip = _ahead(desk, number)
    trip.must_be_due(what, day, desk.now)
    was = getattr(trip, what)
    if day == was:
        return trip
    so_far, booked = known(trip), _booked(desk, trip)
    setattr(trip, what, day)
    desk.note("trip", trip.id, f"{what}_changed", on=day.isoformat(), on_was=was.isoformat())
    _tell(desk, booked)
    tell_concerned(desk, trip, so_far, guides=False)
    return trip


def _ahead(desk: Desk, number: int) -> Trip:
    trip = to_change(desk, number)
    trip.must_be_ahead(desk.now)
    return trip


def _booked(desk: Desk, trip: Trip) -> Before:
    """What those who have booked know so far, of all branches."""
    booked = desk.across_branches().repositories.deals.locked_of_trip(trip)
    return {deal: before(deal) for deal in booked if deal.is_open}


def _tell(desk: Desk, booked: Before) -> None:
    for deal, was in booked.items():
        tell_client(desk.across_branches(), deal, was)

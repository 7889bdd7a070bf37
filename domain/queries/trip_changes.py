"""Trips as whoever plans them reads them: before they are put up, priced, copied or changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.trips import TripLine, must_change, trip_line, trip_lines
from domain.values.money import Money
from domain.values.refusals import Refusal


def twins(desk: Desk, name: str, day: date) -> Sequence[TripLine]:
    """Trips that leave on this day under this name, in whatever language: for whoever puts up one more. Raises Forbidden."""
    desk.must(Right.PLAN_TRIPS)
    same = name.casefold()
    leaving = desk.repositories.trips.leaving_on(day)
    return trip_lines(desk, (one for one in leaving if same in map(str.casefold, one.words("name").all())))


def trip_to_copy(desk: Desk, number: int) -> Trip:
    """Whoever may put up a trip may put up any once more. Raises Forbidden, NotFound."""
    desk.must(Right.PLAN_TRIPS)
    return desk.repositories.trips.get(number)


def choices_after_cancel(desk: Desk, trip: Trip) -> Sequence[Deal]:
    """The open deals of a trip that was cancelled, with what their clients would like. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return [deal for deal in desk.repositories.deals.of_trip(trip) if deal.is_open]


def trip_to_change(desk: Desk, number: int) -> TripLine:
    """Raises Forbidden, NotFound."""
    desk.must(Right.PLAN_TRIPS)
    trip = desk.repositories.trips.get(number)
    must_change(desk, trip)
    return trip_line(desk, trip)


@dataclass(frozen=True)
class TripPrice:
    """A trip with its open deals: those that cost what it does, and those with a price of their own."""

    trip: Trip
    alike: Sequence[Deal]
    others: Sequence[Deal]

    def must_be_within(self, price: Money) -> None:
        """Raises Refusal: less_than_paid, where a client has paid more for each seat already."""
        for deal in self.alike:
            if price * deal.seats < deal.paid:
                raise Refusal("less_than_paid", number=deal.id, paid=deal.paid)


def trip_to_price(desk: Desk, number: int) -> TripPrice:
    """With the deals of all branches. Raises Forbidden, NotFound."""
    trip = trip_to_change(desk, number).trip
    booked = desk.across_branches().repositories.deals.of_trip(trip)
    ahead = [deal for deal in booked if deal.is_open]
    alike = [deal for deal in ahead if deal.costs_as_trip]
    return TripPrice(trip, alike, [deal for deal in ahead if deal not in alike])


def must_plan(desk: Desk) -> None:
    """Whether the actor may put up a trip. Raises Forbidden."""
    desk.must(Right.PLAN_TRIPS)

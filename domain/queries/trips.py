"""Trips as they are read: those ahead, one with its seats and its waiting line, its join link, and what a client is offered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.entities.branches import within
from domain.entities.people import Right
from domain.entities.trip_plans import check_seats
from domain.entities.trips import Trip
from domain.entities.waiting import SeatsGone, WaitingPlace
from domain.ports.desk import Desk
from domain.values.refusals import Forbidden, Refusal


@dataclass(frozen=True)
class TripLine:
    """A trip, its seats that are taken, and those that are promised to others on its waiting line."""

    trip: Trip
    taken: int
    promised: int = 0

    @property
    def free(self) -> int:
        """What is promised is not free: whoever was offered seats has a day for their answer."""
        return self.trip.free(self.taken + self.promised)


def must_see(desk: Desk) -> None:
    """Whether the actor may look for trips, and whatever else is found as one writes. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)


def trip_lines(desk: Desk, trips: Iterable[Trip], client: int | None = None) -> Sequence[TripLine]:
    """As this client sees them: what is promised to them is free for them."""
    some = list(trips)
    gone = desk.repositories.trips.gone(some, desk.now - desk.agency.timing.seat_offer, client)
    of = {trip.id: gone.get(trip.id, SeatsGone()) for trip in some}
    return [TripLine(trip, of[trip.id].taken, of[trip.id].promised) for trip in some]


def trip_line(desk: Desk, trip: Trip, client: int | None = None) -> TripLine:
    return trip_lines(desk, [trip], client)[0]


@dataclass(frozen=True)
class TripCard:
    """A trip and its seats, how many clients wait for some, and whether the actor may change it."""

    seats: TripLine
    waiting: int
    changeable: bool

    @property
    def trip(self) -> Trip:
        return self.seats.trip


def trip_card(desk: Desk, number: int) -> TripCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_TRIPS)
    trips = desk.repositories.trips
    trip = trips.get(number)
    return TripCard(trip_line(desk, trip), len(trips.waiting(trip)), may_change(desk, trip))


def may_change(desk: Desk, trip: Trip) -> bool:
    """A trip is changed by the branch that planned it, or from head office; sold by all."""
    return desk.actor.may(Right.PLAN_TRIPS) and within(desk.actor.reach, trip.branch)


def must_change(desk: Desk, trip: Trip) -> None:
    """Raises Forbidden."""
    if not may_change(desk, trip):
        raise Forbidden("forbidden")


def free_seats(desk: Desk, trip: Trip, client: int | None = None) -> int:
    """Seats that this client may have, or anybody."""
    return trip_line(desk, trip, client).free


def must_have_seats(desk: Desk, trip: Trip, seats: int, client: int | None = None) -> None:
    """Raises Refusal: sold_out, not_enough_seats; seats_promised to staff, who can take a promise back."""
    line = trip_line(desk, trip, client)
    if seats <= line.free:
        return
    if desk.actor.is_staff and seats <= line.free + line.promised:
        raise _promised_to_others(desk, line, client)
    if not line.free:
        raise Refusal("sold_out", trip=trip.title)
    raise Refusal("not_enough_seats", count=line.free)


def may_have_seats(desk: Desk, trip: Trip, seats: int) -> None:
    """Whether it can have so many, no fewer than are taken and promised. Raises Refusal: not_a_count, seats_taken,
    seats_promised.
    """
    line = trip_line(desk, trip)
    check_seats(seats, line.taken)
    if seats < min(trip.seats, line.taken + line.promised):
        raise _promised_to_others(desk, line)


def _promised_to_others(desk: Desk, line: TripLine, client: int | None = None) -> Refusal:
    """Says how many seats, and when the first promise ends."""
    held = [place for place in promised_places(desk, line.trip) if place.client.id != client]
    return Refusal(
        "seats_promised", count=line.promised, until=min(promised_until(desk, one) for one in held)
    )


def promised_places(desk: Desk, trip: Trip) -> Sequence[WaitingPlace]:
    """Places on the line whose seats were offered and may still be taken, first come first."""
    lasts = desk.agency.timing.seat_offer
    return [one for one in desk.repositories.trips.waiting(trip) if one.is_promised(desk.now, lasts)]


def promised_until(desk: Desk, place: WaitingPlace) -> datetime:
    """Of a place whose seats were offered."""
    assert place.offered_at is not None
    return place.offered_at + desk.agency.timing.seat_offer

"""Trips as they are read: those ahead, one with its seats and its waiting line, its join link, and what a client is offered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.entities.branches import within
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.values.refusals import Forbidden, Refusal


@dataclass(frozen=True)
class TripLine:
    """A trip and its seats that are taken."""

    trip: Trip
    taken: int

    @property
    def free(self) -> int:
        return self.trip.free(self.taken)


def must_see(desk: Desk) -> None:
    """Whether the actor may look for trips, and whatever else is found as one writes. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)


def trip_lines(desk: Desk, trips: Iterable[Trip]) -> Sequence[TripLine]:
    some = list(trips)
    taken = desk.repositories.trips.taken_on(some)
    return [TripLine(trip, taken.get(trip.id, 0)) for trip in some]


@dataclass(frozen=True)
class TripCard:
    """A trip, its seats that are taken, how many clients wait for some, and whether the actor may change it."""

    trip: Trip
    taken: int
    waiting: int
    changeable: bool


def trip_card(desk: Desk, number: int) -> TripCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_TRIPS)
    trips = desk.repositories.trips
    trip = trips.get(number)
    return TripCard(trip, trips.taken(trip), len(trips.waiting(trip)), may_change(desk, trip))


def may_change(desk: Desk, trip: Trip) -> bool:
    """A trip is changed by the branch that planned it, or from head office; sold by all."""
    return desk.actor.may(Right.PLAN_TRIPS) and within(desk.actor.reach, trip.branch)


def must_change(desk: Desk, trip: Trip) -> None:
    """Raises Forbidden."""
    if not may_change(desk, trip):
        raise Forbidden("forbidden")


def free_seats(desk: Desk, trip: Trip) -> int:
    return trip.free(desk.repositories.trips.taken(trip))


def must_have_seats(desk: Desk, trip: Trip, seats: int) -> None:
    """Raises Refusal: sold_out, not_enough_seats."""
    free = free_seats(desk, trip)
    if not free:
        raise Refusal("sold_out", trip=trip.title)
    if seats > free:
        raise Refusal("not_enough_seats", count=free)

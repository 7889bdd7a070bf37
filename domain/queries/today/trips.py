"""Today: trips that leave soon and are not ready, those half empty, and the guide's own day."""

from collections.abc import Sequence
from datetime import timedelta

from domain.entities.people import Right, Role
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.ports.today import TripDeals, TripSeats
from domain.queries.today.declared import Found, today_line

SOON = timedelta(days=3)
WEEK = timedelta(days=7)
LONGEST = timedelta(days=31)
"""A trip that is still on its way left no longer ago."""
DEPARTURES = 100
"""So many of the next ones are looked at: nobody looks after more at once."""
FILLED_BY = timedelta(days=30)
"""So long before the departure a trip should be half full."""


def unready_trips(desk: Desk, limit: int = 7, offset: int = 0) -> Sequence[TripDeals]:
    """That leave soon, with how many of their deals have no voucher though their stages have one. Raises Forbidden."""
    return _with_deals(desk, _unready(desk)[offset : offset + limit])


def _with_deals(desk: Desk, numbers: Sequence[int]) -> Sequence[TripDeals]:
    return desk.repositories.today.without_voucher(numbers, desk.agency.pipelines.without_vouchers)


def _unready(desk: Desk) -> Sequence[int]:
    desk.must(Right.SEE_DEALS)
    apart = desk.agency.pipelines.without_vouchers
    return desk.repositories.today.unready(desk.now, desk.now + SOON, apart, DEPARTURES)


def half_empty_trips(desk: Desk, limit: int = 7, offset: int = 0) -> Sequence[TripSeats]:
    """That leave within a month, with more seats free than taken. Raises Forbidden."""
    return desk.repositories.today.seats(_half_empty(desk)[offset : offset + limit])


def _half_empty(desk: Desk) -> Sequence[int]:
    desk.must(Right.SEE_TRIPS)
    return desk.repositories.today.half_empty(desk.now, desk.now + FILLED_BY, DEPARTURES)


def trips_of_the_week(desk: Desk) -> list[Trip]:
    """On their way, or leaving within a week, in the order of departure: those a guide goes along with, else all.

    Raises Forbidden.
    """
    desk.must(Right.SEE_TRIPS)
    if own := [trip for trip in _along(desk) if _is_of_the_week(desk, trip)]:
        return sorted(own, key=lambda trip: (trip.departs_at, trip.id))
    since, day = desk.now - LONGEST, desk.now.date() - timedelta(days=1)  # UTC's is a day behind or ahead
    found = desk.repositories.today.leaving(since, desk.now + WEEK, day, DEPARTURES)
    return [trip for trip in found if _is_of_the_week(desk, trip)]


def _is_of_the_week(desk: Desk, trip: Trip) -> bool:
    leaves = desk.now - LONGEST < trip.departs_at <= desk.now + WEEK
    return leaves and trip.returns >= desk.now.astimezone(trip.where).date()


def _along(desk: Desk) -> Sequence[Trip]:
    """The guide's own, and no others'."""
    guide = desk.actor.staff
    return desk.repositories.trips.guided_by(guide) if guide and guide.role is Role.GUIDE else ()


def boarding(desk: Desk) -> list[Trip]:
    """That leave today or tomorrow, where they leave. Raises Forbidden."""
    ahead = [trip for trip in trips_of_the_week(desk) if trip.departs_at > desk.now]
    return [
        trip
        for trip in ahead
        if trip.departs.date() <= desk.now.astimezone(trip.where).date() + timedelta(days=1)
    ]


@today_line("unready", {Role.MANAGER: 33, Role.OPERATOR: 25}, Right.SEE_DEALS)
def _unready_line(desk: Desk) -> Found:
    """Which trip it is, and how many of its deals, is asked only where there is no other."""
    numbers = _unready(desk)
    if len(numbers) != 1:
        return Found(len(numbers))
    [only] = _with_deals(desk, numbers)
    return Found(1, only.trip.id, {"trip": only.trip, "deals": only.count})


@today_line("half_empty", {Role.OWNER: 50}, Right.SEE_TRIPS)
def _half_empty_line(desk: Desk) -> Found:
    numbers = _half_empty(desk)
    return Found(len(numbers), numbers[0] if len(numbers) == 1 else None)


@today_line("my_trips", {Role.GUIDE: 10}, Right.SEE_TRIPS)
def _my_trips_line(desk: Desk) -> Found:
    return _found(trips_of_the_week(desk))


@today_line("boarding", {Role.GUIDE: 20}, Right.SEE_PARTICIPANTS)
def _boarding_soon_line(desk: Desk) -> Found:
    return _found(boarding(desk))


@today_line("phones", {Role.GUIDE: 30}, Right.SEE_PARTICIPANTS)
def _phones_line(desk: Desk) -> Found:
    """Who will be there, who was told, and how they are called."""
    return _found(boarding(desk))


def _found(trips: Sequence[Trip]) -> Found:
    only = trips[0] if len(trips) == 1 else None
    facts = {"trip": only, "departs": only.departs} if only else {}
    return Found(len(trips), only.id if only else None, facts)

"""Who goes along with a trip, and with which trips a colleague does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.entities.people import Right, Role, StaffMember
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.holidays import whose_time
from domain.queries.trip_changes import trip_to_change
from domain.queries.trips import TripLine, trip_lines


@dataclass(frozen=True)
class GuideChoice:
    """Who goes along with a trip, and the guides who do not."""

    trip: Trip
    along: tuple[StaffMember, ...]
    others: tuple[StaffMember, ...]


def guide_choice(desk: Desk, number: int) -> GuideChoice:
    """Raises Forbidden, NotFound."""
    trip = trip_to_change(desk, number).trip
    along = tuple(one.member for one in desk.repositories.trips.guides(trip))
    guides = [one for one in desk.repositories.staff.active() if one.role is Role.GUIDE]
    return GuideChoice(trip, along, tuple(one for one in guides if one not in along))


def guides_of(desk: Desk, trip: Trip) -> list[str]:
    """Their names, for whoever sees the trip. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    return [one.member.name for one in desk.repositories.trips.guides(trip)]


def trips_guided(desk: Desk) -> Sequence[TripLine]:
    """Those the actor goes along with, latest departure first. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    staff = desk.actor.staff
    return trip_lines(desk, desk.repositories.trips.guided_by(staff)) if staff else []


def guided_between(desk: Desk, number: int, first: date, last: date) -> Sequence[Trip]:
    """With which a colleague goes along on one of these days, for whoever settles their time. Raises Forbidden, NotFound."""
    member = whose_time(desk, number)
    found = desk.archive.trips.guided_by(member)
    return [
        one for one in found if one.departs.date() <= last and one.returns >= first and not one.cancelled_at
    ]

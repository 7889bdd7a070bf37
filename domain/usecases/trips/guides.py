"""Guides: which colleagues go along with a trip."""

from domain.entities.people import Right, Role
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.notices.trips import GUIDE_ASSIGNED, GUIDE_RELIEVED
from domain.ports.desk import Desk
from domain.queries.trips import must_change
from domain.values.refusals import Refusal


def assign_guide(desk: Desk, number: int, member: int) -> Trip:
    """They hear of it, and see the trip as theirs. Twice is once. Raises Forbidden, NotFound, Refusal: not_a_guide."""
    trip = _to_change(desk, number)
    guide = desk.repositories.staff.get(member)
    if guide.role is not Role.GUIDE or not guide.active:
        raise Refusal("not_a_guide", name=guide.name)
    if all(one.member is not guide for one in desk.repositories.trips.guides(trip)):
        desk.repositories.trips.guide(TripGuide(trip, guide, desk.now))
        desk.note("trip", number, "guide_assigned", name=guide.name)
        desk.notify(guide.person, GUIDE_ASSIGNED, f"{number}:{desk.now:%Y%m%d%H%M%S}", trip=number)
    return trip


def relieve_guide(desk: Desk, number: int, member: int) -> Trip:
    """They go along no more, and hear it. Raises Forbidden, NotFound."""
    trip = _to_change(desk, number)
    for one in desk.repositories.trips.guides(trip):
        if one.member.id == member:
            one.left_at = desk.now
            desk.note("trip", number, "guide_relieved", name=one.member.name)
            desk.notify(one.member.person, GUIDE_RELIEVED, f"{one.id}", trip=number)
    return trip


def _to_change(desk: Desk, number: int) -> Trip:
    desk.must(Right.PLAN_TRIPS)
    trip = desk.repositories.trips.locked(number)
    must_change(desk, trip)
    return trip

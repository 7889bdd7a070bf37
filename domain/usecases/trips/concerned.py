"""Whom a change of a trip concerns besides those who booked: who would like to go, who goes along, and who leads its deals."""

from collections.abc import Iterable, Mapping
from typing import Any

from domain.entities.clients import Client
from domain.entities.people import StaffMember
from domain.entities.trips import Trip
from domain.notices.trips import TRIP_CHANGED_STAFF, TRIP_NEWS
from domain.ports.desk import Desk

Known = Mapping[str, Any]
"""What they know of the trip so far, as facts."""


def known(trip: Trip) -> Known:
    """To be asked for before anything is changed."""
    return {
        "name": trip.words("name").kept(),
        "departs": trip.departs.isoformat(),
        "place": trip.place,
        "point": [trip.point.latitude, trip.point.longitude] if trip.point else None,
        "bring": trip.bring,
        "price": str(trip.price),
        "deposit": str(trip.deposit),
        **{what: getattr(trip, what).isoformat() for what in ("documents_due", "deposit_due", "balance_due")},
    }


def tell_concerned(desk: Desk, trip: Trip, was: Known, *, guides: bool = True) -> None:
    """It is another one now than it `was`. `guides`: whether it concerns those who go along."""
    tell_interested(desk, trip, was)
    key = f"{trip.id}:{desk.now.isoformat()}"
    for member in colleagues_of(desk, trip, guides=guides):
        desk.notify(member.person, TRIP_CHANGED_STAFF, key, trip=trip.id, was=dict(was), by=desk.actor.name)


def tell_interested(desk: Desk, trip: Trip, was: Known | None = None) -> int:
    """Open inquiries and the waiting line, without it: that it does not take place. How many heard."""
    as_it_is = "cancelled" if was is None else desk.now.isoformat()
    facts: dict[str, Any] = {"trip": trip.id} | ({} if was is None else {"was": dict(was)})
    told = (
        desk.notify(one.person, TRIP_NEWS, f"{trip.id}:{as_it_is}", client=one.id, **facts)
        for one in _interested(desk, trip)
    )
    return sum(told)


def colleagues_of(desk: Desk, trip: Trip, *, guides: bool = True) -> list[StaffMember]:
    """Each once, without who does it just now."""
    deals = desk.across_branches().repositories.deals.of_trip(trip)
    leaders = (deal.leader for deal in deals if deal.is_open)
    along = (one.member for one in desk.archive.trips.guides(trip)) if guides else ()
    return list(dict.fromkeys(_others(desk, (*along, *leaders))))


def _others(desk: Desk, found: Iterable[StaffMember | None]) -> Iterable[StaffMember]:
    return (one for one in found if one is not None and one.active and one is not desk.actor.staff)


def _interested(desk: Desk, trip: Trip) -> list[Client]:
    everywhere = desk.across_branches().repositories
    asked = (inquiry.client for inquiry in everywhere.inquiries.open_for(trip))
    waiting = (place.client for place in everywhere.trips.waiting(trip))
    return list(dict.fromkeys([*asked, *waiting]))

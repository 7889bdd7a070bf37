"""Those who would like to go with a trip and have not booked: open inquiries and the waiting line hear what becomes of it."""

from domain.entities.clients import Client
from domain.entities.trips import Trip
from domain.notices.trips import TRIP_NEWS
from domain.ports.desk import Desk


def tell_interested(desk: Desk, trip: Trip, called: str | None = None) -> int:
    """As it is now; once for each time, place and name, and once that it does not take place. How many heard.

    `called` is the name it had until now.
    """
    as_it_is = "cancelled" if trip.cancelled_at else f"{trip.departs.isoformat()}:{trip.place}"
    if called is not None:
        as_it_is = f"called:{trip.name}:{as_it_is}"
    key = f"{trip.id}:{as_it_is}"[:200]
    told = (
        desk.notify(one.person, TRIP_NEWS, key, trip=trip.id, client=one.id, called=called)
        for one in _interested(desk, trip)
    )
    return sum(told)


def _interested(desk: Desk, trip: Trip) -> list[Client]:
    everywhere = desk.across_branches().repositories
    asked = (inquiry.client for inquiry in everywhere.inquiries.open_for(trip))
    waiting = (place.client for place in everywhere.trips.waiting(trip))
    return list(dict.fromkeys([*asked, *waiting]))

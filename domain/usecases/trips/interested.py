"""Those who would like to go with a trip and have not booked: open inquiries and the waiting line hear what becomes of it."""

from domain.entities.clients import Client
from domain.entities.trips import Trip
from domain.notices.trips import TRIP_NEWS
from domain.ports.desk import Desk


def tell_interested(desk: Desk, trip: Trip) -> int:
    """As it is now; once for each time and place of departure, and once that it does not take place. How many heard."""
    as_it_is = "cancelled" if trip.cancelled_at else f"{trip.departs.isoformat()}:{trip.place}"
    key = f"{trip.id}:{as_it_is}"[:200]
    told = (
        desk.notify(one.person, TRIP_NEWS, key, trip=trip.id, client=one.id)
        for one in _interested(desk, trip)
    )
    return sum(told)


def _interested(desk: Desk, trip: Trip) -> list[Client]:
    everywhere = desk.across_branches().repositories
    asked = (inquiry.client for inquiry in everywhere.inquiries.open_for(trip))
    waiting = (place.client for place in everywhere.trips.waiting(trip))
    return list(dict.fromkeys([*asked, *waiting]))

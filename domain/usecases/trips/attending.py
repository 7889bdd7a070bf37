"""Whether clients come: they will be there, they cannot come, or they are late. Who waits for them hears of it at once."""

from collections.abc import Sequence
from typing import Any

from domain.entities.deals import Deal
from domain.entities.trips import Trip
from domain.notices.trips import ATTENDING
from domain.ports.desk import Desk
from domain.queries.bookings import bookings_beside
from domain.queries.late import callers
from domain.values.refusals import NotFound, Refusal

LATEST = 600
"""Minutes after which somebody is not late, but does not come."""


def confirm(desk: Desk, number: int, change: int | None = None) -> Deal:
    """The client will be there, also after they said something else. Twice is fine. `change` is the one they were told of.

    Raises NotFound (not theirs), Refusal: deal_closed, trip_left, departure_changed (since they were told).
    """
    deal, trip = _mine(desk, number)
    if change is not None and change < trip.changes:
        raise Refusal("departure_changed", trip=trip.title, departs=trip.departs, place=trip.place)
    if deal.confirmed_at is not None and deal.late_minutes is None:
        return deal
    had_said = deal.absent_at is not None or deal.late_minutes is not None
    for one in _with_others(desk, deal):
        one.comes(desk.now)
        desk.note("deal", one.id, "confirmed", departs=trip.departs.isoformat(), place=trip.place)
    if had_said:
        _tell(desk, deal, trip)
    return deal


def stay_away(desk: Desk, number: int) -> Deal:
    """The client cannot come. Twice is fine. Raises NotFound (not theirs), Refusal: deal_closed, trip_left."""
    deal, trip = _mine(desk, number)
    if deal.absent_at is None:
        for one in _with_others(desk, deal):
            one.stays_away(desk.now)
            desk.note("deal", one.id, "stays_away", departs=trip.departs.isoformat())
        _tell(desk, deal, trip)
    return deal


def come_late(desk: Desk, number: int, minutes: int) -> Deal:
    """The client comes so much later. Twice is fine. Raises NotFound (not theirs), Refusal: deal_closed, trip_left."""
    deal, trip = _mine(desk, number)
    minutes = max(1, min(minutes, LATEST))
    if deal.late_minutes != minutes:
        for one in _with_others(desk, deal):
            one.comes(desk.now, minutes)
            desk.note("deal", one.id, "comes_late", minutes=minutes)
        _tell(desk, deal, trip)
    return deal


def _with_others(desk: Desk, deal: Deal) -> Sequence[Deal]:
    """It, and whatever else the client has booked on the trip, held: of all that they were told once."""
    others = sorted(bookings_beside(desk, deal), key=lambda one: one.id)
    return [deal, *(one for other in others if not (one := desk.archive.deals.locked(other.id)).is_lost)]


def _mine(desk: Desk, number: int) -> tuple[Deal, Trip]:
    """Held. Raises NotFound, Refusal: deal_closed, trip_left."""
    deal = desk.archive.deals.locked(number)
    client = desk.actor.client
    if client is None or deal.client is not client or deal.trip is None:
        raise NotFound("not_found")
    trip = desk.archive.trips.anew(deal.trip.id)
    if deal.is_lost:
        raise Refusal("deal_closed", number=deal.id)
    if trip.departs_at <= desk.now:
        raise Refusal("trip_left", trip=trip.title)
    return deal, trip


def _tell(desk: Desk, deal: Deal, trip: Trip) -> None:
    """Who looks after them and who goes along; what is not true any more when it is worded is not said."""
    along = [one.member for one in desk.archive.trips.guides(trip)]
    said: dict[str, Any] = {"absent": deal.absent_at is not None, "minutes": deal.late_minutes}
    for member in dict.fromkeys([*callers(desk, deal), *along]):
        key = f"{deal.id}:{desk.now.isoformat()}"
        desk.notify(
            member.person, ATTENDING, key, useless_after=trip.departs_at, deal=deal.id, trip=trip.id, **said
        )

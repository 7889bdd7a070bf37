"""A trip does not take place: its clients say what they would like instead, and their colleagues hear it."""

from domain.entities.deals import AfterCancel, Deal
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.notices.trips import CANCEL_CHOSEN, TRIP_CANCELLED, TRIP_CANCELLED_STAFF
from domain.ports.desk import Desk
from domain.queries.my_deals import mine
from domain.queries.trips import must_change
from domain.usecases.travellers.travellers import who_hears
from domain.usecases.trips.concerned import colleagues_of, tell_interested
from domain.values.refusals import Refusal


def cancel_trip(desk: Desk, number: int, reason: str) -> Trip:
    """Nobody can join it any more or is told of its departure. Its deals stay open until each client's wish is met.

    Raises Forbidden, NotFound, Refusal: trip_left, trip_cancelled.
    """
    desk.must(Right.PLAN_TRIPS)
    trip = desk.repositories.trips.locked(number)
    must_change(desk, trip)
    trip.must_be_ahead(desk.now)
    trip.cancelled_at, trip.cancel_reason, trip.join_open = desk.now, reason, False
    desk.note("trip", trip.id, "cancelled", reason=reason)
    everywhere = desk.across_branches()
    for deal in everywhere.repositories.deals.locked_of_trip(trip):
        if deal.is_open:
            _tell(everywhere, deal, trip)
    for member in colleagues_of(desk, trip):
        desk.notify(member.person, TRIP_CANCELLED_STAFF, f"{trip.id}", trip=trip.id)
    tell_interested(desk, trip)
    return trip


def _tell(desk: Desk, deal: Deal, trip: Trip) -> None:
    """The client, and whoever leads the deal: they call who cannot be reached."""
    desk.notify(deal.client.person, TRIP_CANCELLED, f"{deal.id}", deal=deal.id)
    for member in who_hears(desk, deal, Right.MOVE_DEALS):
        desk.notify(member.person, TRIP_CANCELLED_STAFF, f"{trip.id}", trip=trip.id)


def choose_after_cancel(desk: Desk, number: int, choice: AfterCancel) -> Deal:
    """What the client would like instead of a trip that was cancelled; the last word counts, and staff hear each.

    Raises NotFound (not theirs), Refusal: deal_closed, trip_takes_place.
    """
    deal = desk.archive.deals.locked(mine(desk, number).id)
    deal.must_be_open()
    if deal.trip is None or deal.trip.cancelled_at is None:
        raise Refusal("trip_takes_place")
    if deal.after_cancel is choice:
        return deal
    deal.after_cancel = choice
    desk.note("deal", deal.id, "chosen_after_cancel", choice=choice.value)
    for member in who_hears(desk, deal, Right.MOVE_DEALS):
        key = f"{deal.id}:{desk.now.isoformat()}"
        desk.notify(member.person, CANCEL_CHOSEN, key, deal=deal.id, choice=choice.value)
    return deal

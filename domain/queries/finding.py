"""Finding: what fits a name, a phone or passport number, a trip or a deal's number, as far as the asker may see it."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right
from domain.entities.travellers import Traveller
from domain.ports.desk import Desk
from domain.queries.travellers import who_travels_with
from domain.queries.trips import TripLine, trip_lines
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class Found:
    """What fits. Deal, inquiry and travellers are found by number, on the first page only."""

    deal: Deal | None
    inquiry: Inquiry | None
    travelling: Sequence[tuple[Deal, Traveller]]
    trips: Sequence[TripLine]
    clients: Sequence[Client]
    more: bool
    """Whether more trips or clients come after these."""

    def __bool__(self) -> bool:
        by_number = self.deal is not None or self.inquiry is not None or bool(self.travelling)
        return by_number or bool(self.trips) or bool(self.clients)


def found(desk: Desk, text: str, number: int | None = None, limit: int = 5, offset: int = 0) -> Found:
    """`number` is the one in the text, if it is one; `limit` is of trips and of clients each. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    trips = desk.repositories.trips.search(text, limit + 1, offset)
    sees_clients = desk.actor.may(Right.SEE_DEALS)
    clients = desk.repositories.clients.search(text, limit + 1, offset) if sees_clients else ()
    by_number = None if offset else number
    return Found(
        _deal(desk, by_number),
        _inquiry(desk, by_number),
        () if offset else who_travels_with(desk, text)[:limit],
        trip_lines(desk, trips[:limit]),
        clients[:limit],
        len(trips) > limit or len(clients) > limit,
    )


def _deal(desk: Desk, number: int | None) -> Deal | None:
    if number is None or not desk.actor.may(Right.SEE_DEALS):
        return None
    try:
        return desk.repositories.deals.get(number)
    except NotFound:
        return None


def _inquiry(desk: Desk, number: int | None) -> Inquiry | None:
    if number is None or not desk.actor.may(Right.TAKE_INQUIRIES):
        return None
    try:
        return desk.repositories.inquiries.get(number)
    except NotFound:
        return None

"""All that one client has booked on one trip: they come or stay away as one, and hear of the departure once."""

from collections.abc import Iterable, Sequence

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.ports.desk import Desk


def bookings_beside(desk: Desk, deal: Deal) -> Sequence[Deal]:
    """The client's other deals on the trip of this one that are not lost."""
    if deal.trip is None:
        return ()
    theirs = desk.archive.deals.of(deal.client)
    return [one for one in theirs if one is not deal and one.trip is deal.trip and not one.is_lost]


def by_client(deals: Iterable[Deal]) -> dict[Client, list[Deal]]:
    """Of one trip, the first deal of each client first."""
    theirs: dict[Client, list[Deal]] = {}
    for deal in sorted(deals, key=lambda one: one.id):
        theirs.setdefault(deal.client, []).append(deal)
    return theirs

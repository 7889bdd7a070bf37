"""A client who was told of the departure, and cannot be written to any more before they confirmed it: somebody calls."""

from domain.entities.deals import Deal
from domain.notices.trips import DEPARTURE_SILENT
from domain.ports.desk import Desk
from domain.queries.late import callers


def went_silent(desk: Desk) -> None:
    """The actor has just blocked us: whoever leads their deals on announced trips hears it at once."""
    client = desk.actor.client
    if client is None:
        return
    for deal in desk.archive.deals.of(client, only_open=True):
        if deal.trip is not None and _must_confirm(desk, deal):
            for member in callers(desk, deal):
                desk.notify(member.person, DEPARTURE_SILENT, f"{deal.id}:{deal.trip.changes}", deal=deal.id)


def _must_confirm(desk: Desk, deal: Deal) -> bool:
    ahead = deal.trip is not None and deal.trip.is_ahead(desk.now)
    return ahead and deal.told_at is not None and deal.confirmed_at is None and deal.absent_at is None

"""Trips with their free seats, found as one types: for the flows in which staff choose one."""

from collections.abc import Sequence
from itertools import islice

from bot.conversation.exchange import Exchange
from bot.flows.inquiries.wishes import trip_choice
from domain.entities.trips import Trip
from domain.queries.trips import free_seats
from locales import Sentence

_LOOKED_AT = 60
"""Search finds past trips too; so many are looked at to fill a page with those ahead."""


def trips_found(exchange: Exchange, text: str, limit: int, offset: int) -> Sequence[tuple[int, Sentence]]:
    """Trips ahead, soonest first; those that `text` names when it is not empty."""
    desk = exchange.desk
    found: Sequence[Trip]
    if text:
        matching = desk.repositories.trips.search(text, offset + limit + _LOOKED_AT)
        ahead = sorted((trip for trip in matching if trip.departs_at > desk.now), key=lambda t: t.departs_at)
        found = list(islice(ahead, offset, offset + limit))
    else:
        found = desk.repositories.trips.upcoming(desk.now, limit, offset)
    return [(trip.id, trip_choice(trip, free_seats(desk, trip))) for trip in found]

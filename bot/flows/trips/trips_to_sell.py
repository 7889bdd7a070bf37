"""Trips with their free seats, found as one types: for the flows in which staff choose one."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.flows.inquiries.wishes import trip_choice
from domain.queries.trip_lists import trips_to_sell
from locales import Sentence


def trips_found(
    exchange: Exchange, text: str, limit: int, offset: int, client: int | None = None
) -> Sequence[tuple[int, Sentence]]:
    """Trips ahead, soonest first; those that `text` names when it is not empty. Raises Forbidden."""
    found = trips_to_sell(exchange.desk, text, limit, offset, client)
    return [(one.trip.id, trip_choice(one.trip, one.free)) for one in found]

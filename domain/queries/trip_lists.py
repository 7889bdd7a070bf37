"""Lists of trips: those ahead, under way and past, those found by words, and those to sell."""

from collections.abc import Sequence
from enum import StrEnum

from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.trip_guides import trips_guided
from domain.queries.trips import TripLine, trip_lines
from domain.values.refusals import Forbidden

_LOOKED_AT = 60
"""Search finds past trips too; so many are looked at to fill a page with those ahead."""


class Phase(StrEnum):
    """Where a trip is in time."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    PAST = "past"
    MINE = "mine"
    """With which the actor goes along, whenever that is."""


def trips_in(desk: Desk, phase: Phase, limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """Upcoming ones soonest departure first, the others latest departure first. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    if phase is Phase.MINE:
        return trips_guided(desk)[offset : offset + limit]
    trips = desk.repositories.trips
    found = {Phase.UPCOMING: trips.upcoming, Phase.RUNNING: trips.running, Phase.PAST: trips.past}[phase]
    return trip_lines(desk, found(desk.now, limit, offset))


def upcoming(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """Soonest departure first. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    return trip_lines(desk, desk.repositories.trips.upcoming(desk.now, limit, offset))


def trips_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """By name, date or both, past trips too; latest departure first. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    return trip_lines(desk, desk.repositories.trips.search(text, limit, offset))


def trips_to_sell(
    desk: Desk, text: str = "", limit: int = 8, offset: int = 0, client: int | None = None
) -> Sequence[TripLine]:
    """Trips ahead, soonest first, with what is free for this client; those that `text` names when it is not empty.

    Raises Forbidden.
    """
    if not (desk.actor.may(Right.OPEN_DEALS) or desk.actor.may(Right.TAKE_INQUIRIES)):
        raise Forbidden("forbidden")
    return trip_lines(desk, _ahead(desk, text, limit, offset), client)


def trips_ahead(desk: Desk, text: str = "", limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """For anybody who is shown one of them; soonest first; those that `text` names when it is not empty. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    return trip_lines(desk, _ahead(desk, text, limit, offset))


def _ahead(desk: Desk, text: str, limit: int, offset: int) -> Sequence[Trip]:
    trips = desk.repositories.trips
    if not text:
        return trips.upcoming(desk.now, limit, offset)
    matching = trips.search(text, offset + limit + _LOOKED_AT)
    ahead = sorted((trip for trip in matching if trip.is_ahead(desk.now)), key=lambda t: t.departs_at)
    return ahead[offset : offset + limit]

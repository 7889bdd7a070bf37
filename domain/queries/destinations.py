"""Where the next trips go: for whoever is asked where to."""

from domain.ports.desk import Desk
from domain.values.translated import Translated

KNOWN = 50
"""Trips ahead among whose names a destination is looked for."""


def names_ahead(desk: Desk, limit: int) -> list[Translated]:
    """Where the next trips go, each name once: for anybody who is asked where to."""
    return list(
        dict.fromkeys(trip.words("name") for trip in desk.repositories.trips.upcoming(desk.now, limit))
    )


def known_destination(desk: Desk, written: str) -> Translated:
    """The name of a trip ahead where these words are one, in whatever language; else the words alone."""
    if isinstance(written, Translated) and written.others:
        return written
    for name in names_ahead(desk, KNOWN):
        if written.casefold() in map(str.casefold, name.all()):
            return name
    return Translated(written)

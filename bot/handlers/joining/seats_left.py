"""How many seats are left of a trip, said to whoever wanted more."""

from domain.entities.trips import Trip
from locales import Sentence, _, n_

TAKE_FEWER = n_("💺 Take {count} seat", "💺 Take {count} seats")
_ONLY = n_("Only {count} seat is free on {trip}.", "Only {count} seats are free on {trip}.")


def seats_left(trip: Trip, free: int) -> Sentence:
    if free:
        return _ONLY(count=free, trip=trip.title)
    return _("{trip} is sold out.")(trip=trip.title)

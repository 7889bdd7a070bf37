"""A trip's terms and line, as people see them."""

from domain.entities.trips import Transport, Trip
from locales.sentence import Sentence, _, n_

TRANSPORTS: dict[Transport, Sentence] = {
    Transport.COACH: _("Coach"),
    Transport.PLANE: _("Plane"),
    Transport.TRAIN: _("Train"),
    Transport.SHIP: _("Ship"),
    Transport.OWN: _("Own transport"),
}
SEATS = n_("{count} seat", "{count} seats")


def seats(count: int) -> Sentence:
    return SEATS(count=count)


def trip_line(trip: Trip, taken: int) -> Sentence:
    """ "Ohrid 29.10.2027 · 12 of 45 seats"."""
    return _("{trip} · {taken} of {seats} seats")(trip=trip.title, taken=taken, seats=trip.seats)

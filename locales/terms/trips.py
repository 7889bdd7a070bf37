"""A trip's terms and line, as people see them."""

from datetime import UTC

from domain.entities.trip_plans import Transport
from domain.entities.trips import Trip
from domain.queries.trips import TripLine
from domain.values.language import Language
from domain.values.month import Month
from domain.values.translated import Translated
from locales.sentence import Sentence, Weekday, _, n_, verbatim
from locales.voice import Voice

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
    """ "Ohrid 29.10 · 12 of 45 seats"; or that it does not take place."""
    if trip.cancelled_at is not None:
        return _("✖ {trip} · cancelled")(trip=trip.title)
    return _("{trip} · {taken} of {seats} seats")(trip=trip.title, taken=taken, seats=trip.seats)


def tailor_made_title(destination: Translated, when: Month | str | None, written_in: Language) -> Translated:
    """ "Lisbon March 2027", in each language in which any of it can be told otherwise."""
    if when is None:
        return destination
    said = {language: _named(destination, when, language) for language in Language}
    written = said.pop(written_in)
    return Translated(
        written, {language: text for language, text in said.items() if text != written}, written_in
    )


def _named(destination: Translated, when: Month | str, language: Language) -> str:
    return f"{destination.said(language)} {Voice(language, UTC, None).plain(verbatim(when))}"


WAITING = n_("🕐 {count} client on the waiting list", "🕐 {count} clients on the waiting list")
PROMISED = n_("🕐 {count} seat promised to the waiting list", "🕐 {count} seats promised to the waiting list")
OPEN_SEATS = n_("{count} seat left", "{count} seats left")


def open_trip(one: TripLine) -> Sentence:
    """ "Ohrid · Friday 29 October · €300 · 5 seats left"."""
    trip = one.trip
    told = _("<b>{trip}</b> · {day} · {price} · {seats}")
    left = OPEN_SEATS(count=one.free)
    return told(trip=trip.words("name"), day=Weekday(trip.departs.date()), price=trip.price, seats=left)

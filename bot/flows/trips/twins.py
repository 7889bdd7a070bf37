"""A second trip of the same name and day: rarely meant, so it is asked about before it is put up."""

from collections.abc import Iterable
from datetime import date

from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.trip_changes import twins
from locales import Sentence, _
from locales.terms.trips import trip_line


def twin_words(desk: Desk, names: Iterable[str], day: date, but: Trip | None = None) -> Sentence | None:
    """None when no other trip is called so on that day; `but` is no twin of itself."""
    found = next((one for name in names for one in twins(desk, name, day) if one.trip is not but), None)
    if found is None:
        return None
    return _("⚠️ There already is {trip}. Is this a second one? “Save” adds it as well.")(
        trip=trip_line(found.trip, found.taken)
    )

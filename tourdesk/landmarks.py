"""Where the demo's clock may be turned with one tap: the moments at which something happens by itself."""

from datetime import timedelta

from domain.ports.desk import Desk
from locales import Voice, _

DAY_BEFORE = _("{trip}: the day before")
AFTER = _("{trip}: back home")


def days_before(desk: Desk, voice: Voice) -> list[dict[str, str]]:
    """For the page: {label, at} of the day-before notice and of the return of the next trips."""
    marks = []
    for trip in desk.repositories.trips.upcoming(desk.now - timedelta(days=1), limit=4):
        home = trip.departs_at + (trip.returns - trip.departs.date()) + timedelta(days=2)
        for words, at in ((DAY_BEFORE, trip.reminder_at), (AFTER, home)):
            if at > desk.now:
                marks.append({"label": voice.plain(words(trip=trip.title)), "at": at.isoformat()})
    return marks

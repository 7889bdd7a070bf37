"""Trips, found by their name or day."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import PAGE, Page, finds
from domain.entities.people import Right
from locales import _
from locales.terms.trips import trip_line


@finds(rank=40, right=Right.SEE_TRIPS, paged=True)
def by_name_or_day(exchange: Exchange, page: Page) -> list[Button]:
    trips = exchange.desk.repositories.trips
    some = trips.search(page.text, page.limit, page.offset)
    line = _("🚌 {trip}")
    taken = {trip.id: trips.taken(trip) for trip in some[:PAGE]}
    return [go(line(trip=trip_line(trip, taken.get(trip.id, 0))), "trip", trip.id) for trip in some]

"""Trips, found by their name or day."""

from bot.conversation.exchange import Exchange
from bot.conversation.screen import Button, go
from bot.conversation.searches import Page, finds
from bot.links.trips import TRIP
from domain.entities.people import Right
from domain.queries.trip_lists import trips_found
from locales import _
from locales.terms.trips import trip_line


@finds(rank=40, right=Right.SEE_TRIPS, paged=True)
def by_name_or_day(exchange: Exchange, page: Page) -> list[Button]:
    label = _("🚌 {trip}")
    found = trips_found(exchange.desk, page.text, page.limit, page.offset)
    return [go(label(trip=trip_line(one.trip, one.taken)), TRIP, one.trip.id) for one in found]

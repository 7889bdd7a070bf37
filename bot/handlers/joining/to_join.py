"""The trips a client can join, at home and as a list; one tap begins to join."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from bot.conversation.widgets.listing import listing
from bot.flows.inquiries.tour import Tour
from bot.flows.joining.join import Join
from bot.links.home import CLIENT_HOME_SLOTS, HOME
from bot.links.trips import TRIPS_TO_JOIN
from domain.entities.deals import Deal
from domain.queries.joining import trips_to_join
from domain.queries.trips import TripLine
from locales import _
from locales.terms.trips import open_trip

routes = Routes()

SIZE = 6
"""On a page: the wish for another tour stands below them."""


@routes.draws(TRIPS_TO_JOIN)
def to_join(exchange: Exchange, page: int) -> Screen:

    def opens(one: TripLine) -> Button:
        return ask(_("🚌 {trip}")(trip=one.trip.title), Join, trip=one.trip.id)

    return listing(
        _("<b>🚌 Trips you can join</b>"),
        trips_to_join(exchange.desk, SIZE + 1, page * SIZE),
        page,
        line=open_trip,
        opens=opens,
        turns=lambda label, other: go(label, TRIPS_TO_JOIN, other),
        size=SIZE,
        empty=_("No trips are open just now. Tell us where you would like to go!"),
        below=column([ask(_("🏝 Ask for a tour"), Tour), go(_("◀ Home"), HOME)]),
    )


@CLIENT_HOME_SLOTS.button(15)
def trips_at_home(exchange: Exchange, _own: Sequence[Deal]) -> Button | None:
    some = trips_to_join(exchange.desk, 1)
    return go(_("🚌 Trips to join"), TRIPS_TO_JOIN, 0) if some else None

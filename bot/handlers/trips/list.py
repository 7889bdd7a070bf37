"""Trips: the list of those ahead."""

from bot.conversation.exchange import Exchange
from bot.conversation.keyboard import keyboard_key
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, column, go
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import SIZE, listing
from bot.flows.trips.trip import TripFlow
from bot.links.trips import TRIP, TRIPS
from domain.entities.people import Right
from domain.queries.trips import upcoming
from locales import _
from locales.terms.trips import trip_line

routes = Routes(rank=650)


keyboard_key(40, _("🚌 Trips"), "trips", Right.SEE_TRIPS)


@routes.command("trips", _("The trips ahead"), right=Right.SEE_TRIPS, rank=40)
def trips(exchange: Exchange, _argument: str) -> None:
    exchange.show(TRIPS, 0)


@routes.draws(TRIPS)
def trip_list(exchange: Exchange, page: int) -> Screen:
    found = upcoming(exchange.desk, SIZE + 1, page * SIZE)
    if page and not found:
        return trip_list(exchange, page - 1)
    plans = exchange.desk.actor.may(Right.PLAN_TRIPS)
    return listing(
        _("<b>Trips</b>"),
        found,
        page,
        opens=lambda one: go(trip_line(one.trip, one.taken), TRIP, one.trip.id),
        turns=lambda label, other: go(label, TRIPS, other),
        empty=_("No trip is ahead."),
        below=column([ask(_("➕ New trip"), TripFlow) if plans else None, go(_("◀ Home"), HOME)]),
    )


@home_button(rank=60, right=Right.PLAN_TRIPS)
def new_trip_at_home(_exchange: Exchange) -> Button:
    return ask(_("➕ New trip"), TripFlow)

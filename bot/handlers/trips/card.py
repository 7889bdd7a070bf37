"""The card of a trip: when and where it leaves, its seats, and what may be done with it."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, go, pairs
from bot.conversation.slots import buttons_of, lines_of
from bot.flows.trips.change_departure import ChangeDepartureFlow
from bot.links.trips import JOIN_LINK, TRIP, TRIP_MORE, TRIP_SLOTS, TRIPS, WAITING_LINE
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.trips import TripNumber
from domain.ports.desk import Actor
from domain.queries import trips
from domain.queries.trip_lists import Phase
from domain.queries.trips import TripCard
from locales import _, lines, n_
from locales.terms.trip_words import about_trip, deadline_words, money_words
from locales.terms.trips import PROMISED, WAITING

routes = Routes()

MOST = 8
"""Buttons of a card."""

TAKEN = n_("💺 {taken} of {count} seat taken, {free} free", "💺 {taken} of {count} seats taken, {free} free")


@routes.draws(TRIP)
def trip_card(exchange: Exchange, number: TripNumber) -> Screen:
    found, actor = trips.trip_card(exchange.desk, number), exchange.desk.actor
    trip = found.trip
    shown_lines = [
        *about_trip(trip, exchange.voice),
        TAKEN(taken=found.seats.taken, count=trip.seats, free=found.seats.free),
        PROMISED(count=found.seats.promised) if found.seats.promised else None,
        WAITING(count=found.waiting) if found.waiting else None,
        *([money_words(trip), deadline_words(trip)] if actor.may(Right.SEE_MONEY) else []),
    ]
    offered = buttons_of(exchange, TRIP_SLOTS.card, trip, _buttons(actor, found))
    if len(offered) > MOST:
        offered = [*offered[: MOST - 1], go(_("⋯ More"), TRIP_MORE, number)]
    told = lines(*shown_lines, *lines_of(exchange, TRIP_SLOTS.card, trip))
    return Screen(told, (*pairs(offered), (back(TRIPS, 0, Phase.UPCOMING),)))


@routes.draws(TRIP_MORE)
def trip_more(exchange: Exchange, number: TripNumber) -> Screen:
    """What the card has no room for."""
    found = trips.trip_card(exchange.desk, number)
    offered = buttons_of(exchange, TRIP_SLOTS.card, found.trip, _buttons(exchange.desk.actor, found))
    rest = offered[MOST - 1 :] if len(offered) > MOST else []
    return Screen(_("<b>{trip}</b>")(trip=found.trip.title), (*pairs(rest), (back(TRIP, number),)))


def _buttons(actor: Actor, found: TripCard) -> list[tuple[int, Button]]:
    number, goes = found.trip.id, found.trip.cancelled_at is None
    line = go(_("🕐 Waiting list · {count}")(count=found.waiting), WAITING_LINE, number)
    change = ask(_("✏️ Change"), ChangeDepartureFlow, trip=number)
    offered = [
        (10, found.waiting > 0 and actor.may(Right.OPEN_DEALS), line),
        (40, goes and actor.may(Right.OPEN_DEALS), go(_("🔗 Join link"), JOIN_LINK, number)),
        (50, goes and found.changeable, change),
    ]
    return [(rank, button) for rank, fits, button in offered if fits]


@routes.verb("open_trip")
def open_trip(exchange: Exchange, notice: Notice) -> None:
    exchange.show(TRIP, notice.facts["trip"])

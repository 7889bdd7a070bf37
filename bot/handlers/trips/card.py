"""The card of a trip: when and where it leaves, its seats, and what may be done with it."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, ask, back, go
from bot.conversation.widgets.card import card
from bot.flows.trips.change_departure import ChangeDepartureFlow
from bot.links.trips import JOIN_LINK, TRIP, TRIP_SLOTS, TRIPS, WAITING_LINE
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.trips import TripNumber
from domain.ports.desk import Actor
from domain.queries import trips
from domain.queries.trips import Phase, TripCard
from locales import _, n_
from locales.terms.trip_words import about_trip, deadline_words, money_words

routes = Routes()

TAKEN = n_("💺 {taken} of {count} seat taken, {free} free", "💺 {taken} of {count} seats taken, {free} free")
WAITING = n_("⏱ {count} client in the waiting line", "⏱ {count} clients in the waiting line")


@routes.draws(TRIP)
def trip_card(exchange: Exchange, number: TripNumber) -> Screen:
    found, actor = trips.trip_card(exchange.desk, number), exchange.desk.actor
    trip = found.trip
    shown_lines = [
        *about_trip(trip, exchange.voice),
        TAKEN(taken=found.taken, count=trip.seats, free=trip.free(found.taken)),
        WAITING(count=found.waiting) if found.waiting else None,
        *([money_words(trip), deadline_words(trip)] if actor.may(Right.SEE_MONEY) else []),
    ]
    return card(
        exchange,
        trip,
        shown_lines,
        TRIP_SLOTS,
        buttons=_buttons(actor, found),
        away=(back(TRIPS, 0, Phase.UPCOMING),),
    )


def _buttons(actor: Actor, found: TripCard) -> list[tuple[int, Button]]:
    number = found.trip.id
    line = go(_("⏱ Waiting line · {count}")(count=found.waiting), WAITING_LINE, number)
    change = ask(_("✏️ Change"), ChangeDepartureFlow, trip=number)
    offered = [
        (10, found.waiting > 0 and actor.may(Right.OPEN_DEALS), line),
        (40, actor.may(Right.OPEN_DEALS), go(_("🔗 Join link"), JOIN_LINK, number)),
        (50, found.changeable, change),
    ]
    return [(rank, button) for rank, fits, button in offered if fits]


@routes.verb("open_trip")
def open_trip(exchange: Exchange, notice: Notice) -> None:
    exchange.show(TRIP, notice.facts["trip"])

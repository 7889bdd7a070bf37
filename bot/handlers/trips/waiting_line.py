"""The waiting line of a trip, for staff: who waits for seats, and putting a client into it when a trip is sold out."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go
from bot.flows.deals.open_deal import DealFlow
from bot.handlers.trips.card import WAITING
from bot.handlers.trips.seats_left import TAKE_FEWER, seats_left
from bot.links.clients import CLIENT
from bot.links.inquiries import INQUIRY
from bot.links.trips import NO_ROOM_FOR, PUT_IN_LINE, TRIP, WAITING_LINE
from domain.entities.trips import TripNumber
from domain.entities.waiting import WaitingPlace
from domain.queries import clients, joining
from domain.queries.joining import turn_in_line
from domain.usecases.deals.booking import wait
from locales import Sentence, _, lines, n_
from locales.terms.clients import whom_to_call
from locales.terms.trips import seats as seats_words

routes = Routes()

SHOWN = 8
"""The first of the line: the others come after them."""
WANTED = n_("{name} wants {count} seat.", "{name} wants {count} seats.")


@routes.draws(WAITING_LINE)
def waiting_line(exchange: Exchange, number: TripNumber) -> Screen:
    """Who waits for seats, in their order; one tap begins the deal of whoever was called."""
    found = joining.waiting_line(exchange.desk, number)
    shown, ahead = found.places[:SHOWN], found.trip.departs_at > exchange.desk.now
    text = lines(
        _("<b>{trip}</b>: waiting list")(trip=found.trip.title),
        WAITING(count=len(found.places)),
        *(_line(turn, place) for turn, place in enumerate(shown, 1)),
    )
    deals = [_deal(place) for place in shown if place.seats <= found.free and ahead]
    return Screen(text, column([*deals, back(TRIP, number)]))


def _line(turn: int, place: WaitingPlace) -> Sentence:
    return _("{turn}. {client} · {seats}")(
        turn=turn, client=whom_to_call(place.client), seats=seats_words(place.seats)
    )


def _deal(place: WaitingPlace) -> Button:
    label, client = _("➕ Deal: {name}")(name=place.client.name), place.client.id
    return ask(label, DealFlow, client=client, trip=place.trip.id, seats=place.seats)


@routes.draws(NO_ROOM_FOR)
def no_room_for(
    exchange: Exchange, number: TripNumber, wanted: int, client: int, inquiry: int | None
) -> Screen:
    """Somebody was faster than the colleague who wanted to open a deal."""
    found = joining.waiting_line(exchange.desk, number)
    name = clients.client(exchange.desk, client).name
    fewer = TAKE_FEWER(count=found.free)
    rows = column(
        [
            act(_("🕐 Waiting list: {name}")(name=name), PUT_IN_LINE, number, wanted, client),
            ask(fewer, DealFlow, trip=number, seats=found.free, client=client, inquiry=inquiry)
            if 0 < found.free < wanted
            else None,
            go(_("◀ Inquiry"), INQUIRY, inquiry) if inquiry else None,
            go(_("👤 {name}")(name=name), CLIENT, client),
        ]
    )
    return Screen(lines(seats_left(found.trip, found.free), WANTED(count=wanted, name=name)), rows)


@routes.does(PUT_IN_LINE)
def put_in_line(exchange: Exchange, number: TripNumber, seats: int, client: int) -> None:
    place = wait(exchange.desk, number, seats, client)
    exchange.note(
        _("{name} is number {turn} on the waiting list.")(
            name=place.client.name, turn=turn_in_line(exchange.desk, place)
        )
    )
    exchange.show(CLIENT, client)

"""The waiting line of a trip, for staff: who waits for seats, what is promised to them, and putting a client into it."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, column, go
from bot.flows.deals.open_deal import DealFlow
from bot.handlers.joining.seats_left import TAKE_FEWER, seats_left
from bot.links.clients import CLIENT
from bot.links.inquiries import INQUIRY
from bot.links.trips import NO_ROOM_FOR, OFFER_LINE, PUT_IN_LINE, TAKE_BACK, TAKE_BACK_FOR, TRIP, WAITING_LINE
from domain.entities.trips import TripNumber
from domain.entities.waiting import WaitingPlace
from domain.queries import clients, joining
from domain.queries.joining import WaitingLine, turn_in_line
from domain.queries.trips import promised_until
from domain.usecases.deals.waiting_line import offer_line, take_back, wait
from locales import Sentence, _, lines, n_
from locales.terms.clients import whom_to_call
from locales.terms.trips import PROMISED, WAITING
from locales.terms.trips import seats as seats_words

routes = Routes()

SHOWN = 8
"""The first of the line: the others come after them."""
DEALS, TAKEN_BACK = 3, 3
"""Buttons of each kind: a screen has eight."""
WANTED = n_("{name} wants {count} seat.", "{name} wants {count} seats.")


@routes.draws(WAITING_LINE)
def waiting_line(exchange: Exchange, number: TripNumber) -> Screen:
    """Who waits for seats, in their order; one tap begins the deal of whoever was called."""
    found = joining.waiting_line(exchange.desk, number)
    shown, ahead = found.places[:SHOWN], found.trip.is_ahead(exchange.desk.now)
    text = lines(
        _("<b>{trip}</b>: waiting list")(trip=found.trip.title),
        WAITING(count=len(found.places)),
        PROMISED(count=found.seats.promised) if found.promised else None,
        *(_line(exchange, found, turn, place) for turn, place in enumerate(shown, 1)),
    )
    if not ahead:
        return Screen(text, column([back(TRIP, number)]))
    first = sorted(found.places, key=lambda place: place not in found.promised)
    deals = [_deal(place) for place in first if found.suffices(place)][:DEALS]
    withdrawn = [
        act(_take_it_back(place), TAKE_BACK, number, place.id) for place in found.promised[:TAKEN_BACK]
    ]
    fits = any(found.suffices(place) for place in found.places if place not in found.promised)
    offer = act(_("💺 Offer free seats"), OFFER_LINE, number) if fits else None
    return Screen(text, column([*deals, *withdrawn, offer, back(TRIP, number)]))


def _line(exchange: Exchange, found: WaitingLine, turn: int, place: WaitingPlace) -> Sentence:
    who, seats = whom_to_call(place.client), seats_words(place.seats)
    if place not in found.promised:
        return _("{turn}. {client} · {seats}")(turn=turn, client=who, seats=seats)
    until = promised_until(exchange.desk, place)
    return _("{turn}. {client} · {seats} · promised until {until}")(
        turn=turn, client=who, seats=seats, until=until
    )


def _deal(place: WaitingPlace) -> Button:
    label, client = _("➕ Deal: {name}")(name=place.client.name), place.client.id
    return ask(label, DealFlow, client=client, trip=place.trip.id, seats=place.seats)


@routes.draws(NO_ROOM_FOR)
def no_room_for(
    exchange: Exchange, number: TripNumber, wanted: int, client: int, inquiry: int | None
) -> Screen:
    """Somebody was faster than the colleague who wanted to open a deal, or the seats are promised to others."""
    found = joining.waiting_line(exchange.desk, number)
    free = joining.trip_offered(exchange.desk, number, client).free
    others = [place for place in found.promised if place.client.id != client]
    name = clients.client(exchange.desk, client).name
    seats = min(free, wanted)
    in_the_way = others[:TAKEN_BACK] if seats < wanted else []
    label = TAKE_FEWER(count=seats) if seats < wanted else _("➕ Deal: {name}")(name=name)
    rows = column(
        [
            ask(label, DealFlow, trip=number, seats=seats, client=client, inquiry=inquiry) if seats else None,
            *(
                act(_take_it_back(place), TAKE_BACK_FOR, number, place.id, wanted, client, inquiry)
                for place in in_the_way
            ),
            act(_("🕐 Waiting list: {name}")(name=name), PUT_IN_LINE, number, wanted, client)
            if seats < wanted
            else None,
            go(_("◀ Inquiry"), INQUIRY, inquiry) if inquiry else None,
            go(_("👤 {name}")(name=name), CLIENT, client),
        ]
    )
    promised = [_promised(exchange, place) for place in others]
    return Screen(lines(seats_left(found.trip, free), *promised, WANTED(count=wanted, name=name)), rows)


def _promised(exchange: Exchange, place: WaitingPlace) -> Sentence:
    return _("Promised to {name} until {until}: {seats}")(
        name=place.client.name, until=promised_until(exchange.desk, place), seats=seats_words(place.seats)
    )


def _take_it_back(place: WaitingPlace) -> Sentence:
    return _("✖ Take back: {name}")(name=place.client.name)


@routes.does(TAKE_BACK)
def take_back_promise(exchange: Exchange, number: TripNumber, place: int) -> None:
    _taken_back(exchange, take_back(exchange.desk, number, place))
    exchange.show(WAITING_LINE, number)


@routes.does(TAKE_BACK_FOR)
def take_back_for(
    exchange: Exchange, number: TripNumber, place: int, wanted: int, client: int, inquiry: int | None
) -> None:
    """In the middle of a sale to somebody else: it goes on with one more tap."""
    _taken_back(exchange, take_back(exchange.desk, number, place))
    exchange.show(NO_ROOM_FOR, number, wanted, client, inquiry)


def _taken_back(exchange: Exchange, place: WaitingPlace) -> None:
    seats, name = seats_words(place.seats), place.client.name
    told = _("No longer promised to {name}: {seats}. We tell them here.")
    call = _("No longer promised to {name}: {seats}. Please call them.")
    exchange.note((told if place.client.reachable else call)(name=name, seats=seats))


@routes.does(OFFER_LINE)
def offer_free(exchange: Exchange, number: TripNumber) -> None:
    """To the first whom the free seats suffice, also to those who missed an offer before."""
    offer_line(exchange.desk, number)
    exchange.show(WAITING_LINE, number)


@routes.does(PUT_IN_LINE)
def put_in_line(exchange: Exchange, number: TripNumber, seats: int, client: int) -> None:
    place = wait(exchange.desk, number, seats, client)
    exchange.note(
        _("{name} is number {turn} on the waiting list.")(
            name=place.client.name, turn=turn_in_line(exchange.desk, place)
        )
    )
    exchange.show(CLIENT, client)

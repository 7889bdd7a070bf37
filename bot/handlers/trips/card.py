"""Trips: the list of those ahead, the card of one, and its join link."""

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, ask, column, go, pages, pairs
from bot.conversation.slots import buttons_of, home_button, lines_of
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.trips import Trip, TripNumber
from domain.queries.trips import free_seats, join_payload, may_change
from domain.usecases.trips.planning import renew_link, revoke_link
from locales import Link, Sentence, _, lines, n_
from locales.terms.clients import whom_to_call
from locales.terms.trip_words import about_trip, deadline_words, money_words
from locales.terms.trips import seats, trip_line

routes = Routes(rank=650)

PAGE = 8
TAKEN = n_("💺 {taken} of {count} seat taken, {free} free", "💺 {taken} of {count} seats taken, {free} free")
WAITING = n_("⏱ {count} client in the waiting line", "⏱ {count} clients in the waiting line")


@routes.command("trips", _("The trips ahead"), right=Right.SEE_TRIPS)
def trips(exchange: Exchange, _argument: str) -> None:
    exchange.show("trips", 0)


@routes.view("trips")
def trip_list(exchange: Exchange, page: int) -> Screen:
    desk = exchange.desk
    desk.must(Right.SEE_TRIPS)
    found = desk.repositories.trips.upcoming(desk.now, PAGE + 1, page * PAGE)
    if page and not found:
        return trip_list(exchange, page - 1)
    buttons = [
        go(trip_line(trip, desk.repositories.trips.taken(trip)), "trip", trip.id) for trip in found[:PAGE]
    ]
    ends = [
        ask(_("➕ New trip"), "trip") if desk.actor.may(Right.PLAN_TRIPS) else None,
        go(_("◀ Home"), "home"),
    ]
    empty = None if found else _("No trip is ahead.")
    return Screen(
        lines(_("<b>Trips</b>"), empty),
        (*column(buttons), *pages("trips", (), page, len(found) > PAGE), *column(ends)),
    )


@routes.view("trip")
def trip_card(exchange: Exchange, number: TripNumber) -> Screen:
    desk = exchange.desk
    desk.must(Right.SEE_TRIPS)
    trip = desk.repositories.trips.get(number)
    taken, waiting = desk.repositories.trips.taken(trip), len(desk.repositories.trips.waiting(trip))
    text = lines(
        *about_trip(trip, exchange.voice),
        TAKEN(taken=taken, count=trip.seats, free=trip.free(taken)),
        WAITING(count=waiting) if waiting else None,
        *([money_words(trip), deadline_words(trip)] if desk.actor.may(Right.SEE_MONEY) else []),
        *lines_of(exchange, "trip", trip),
    )
    return Screen(
        text,
        (
            *pairs(buttons_of(exchange, "trip", trip, _card_buttons(exchange, trip, waiting))),
            (go(_("◀ Trips"), "trips", 0),),
        ),
    )


@routes.view("line")
def waiting_line(exchange: Exchange, number: TripNumber) -> Screen:
    """Who waits for seats, in their order; one tap begins the deal of whoever was called."""
    desk = exchange.desk
    desk.must(Right.OPEN_DEALS)
    trip = desk.repositories.trips.get(number)
    line = desk.repositories.trips.waiting(trip)
    free = free_seats(desk, trip)
    told = [
        _("{turn}. {client} · {seats}")(
            turn=turn, client=whom_to_call(place.client), seats=seats(place.seats)
        )
        for turn, place in enumerate(line[:PAGE], 1)
    ]
    deals = [
        ask(
            _("➕ Deal: {name}")(name=place.client.name),
            "deal",
            client=place.client.id,
            trip=trip.id,
            seats=place.seats,
        )
        for place in line[:PAGE]
        if place.seats <= free and trip.departs_at > desk.now
    ]
    text = lines(_("<b>{trip}</b>: waiting line")(trip=trip.title), WAITING(count=len(line)), *told)
    return Screen(text, (*column(deals), (go(_("◀ Back"), "trip", number),)))


def _card_buttons(exchange: Exchange, trip: Trip, waiting: int) -> list[tuple[int, Button]]:
    line = go(_("⏱ Waiting line · {count}")(count=waiting), "line", trip.id)
    change = ask(_("✏️ Change"), "change_departure", trip=trip.id)
    offered = [
        (10, waiting > 0, Right.OPEN_DEALS, line),
        (40, True, Right.OPEN_DEALS, go(_("🔗 Join link"), "join_link", trip.id)),
        (50, may_change(exchange.desk, trip), Right.PLAN_TRIPS, change),
    ]
    return [
        (rank, button) for rank, fits, right, button in offered if fits and exchange.desk.actor.may(right)
    ]


@routes.view("join_link")
def join_link(exchange: Exchange, number: TripNumber) -> Screen:
    exchange.desk.must(Right.OPEN_DEALS)
    trip = exchange.desk.repositories.trips.get(number)
    title = _("<b>{trip}</b>: join link")(trip=trip.title)
    text = lines(title, *_link_words(exchange, trip))
    return Screen(text, (*_link_buttons(exchange, trip), (go(_("◀ Back"), "trip", number),)))


def _link_words(exchange: Exchange, trip: Trip) -> list[Sentence | Link]:
    if trip.departs_at <= exchange.desk.now:
        return [_("The trip has left: nobody can join it any more.")]
    if not trip.join_open:
        return [_("There is no open link: nobody can join by one.")]
    address = exchange.deep_link(join_payload(exchange.desk, trip))
    return [_("Send it to a client or a whole group: whoever opens it can join."), Link(address, address)]


def _link_buttons(exchange: Exchange, trip: Trip) -> tuple[Row, ...]:
    if not may_change(exchange.desk, trip) or trip.departs_at <= exchange.desk.now:
        return ()
    revoke = Button(_("🚫 Close the link"), "revoke_link", (trip.id, trip.join_version))
    renew = Button(_("🔄 New link"), "renew_link", (trip.id, trip.join_version))
    return ((revoke, renew),) if trip.join_open else ((renew,),)


@routes.action("revoke_link")
def close(exchange: Exchange, number: TripNumber, version: int) -> None:
    revoke_link(exchange.desk, number, version)
    exchange.note(_("The link is closed."))
    exchange.show("join_link", number)


@routes.action("renew_link")
def renew(exchange: Exchange, number: TripNumber, version: int) -> None:
    renew_link(exchange.desk, number, version)
    exchange.note(_("Here is a new link; the old one is closed."))
    exchange.show("join_link", number)


@routes.verb("open_trip")
def open_trip(exchange: Exchange, notice: Notice) -> None:
    exchange.show("trip", notice.facts["trip"])


@home_button(rank=50, right=Right.SEE_TRIPS)
def trips_at_home(_exchange: Exchange) -> Button:
    return go(_("🚌 Trips"), "trips", 0)

"""Joining: a trip's own link, the line for a trip that is sold out, and the seats that get free."""

from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, ask, column, go
from bot.flows.deals.join import offer_lines
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.trips import Trip, TripNumber
from domain.queries.trips import free_seats, turn_in_line
from domain.usecases.deals.booking import leave_line, take_seat, wait
from domain.usecases.inquiries.intake import Introduction, become_client
from domain.usecases.trips.planning import trip_of_link
from domain.values.refusals import NotFound
from locales import Sentence, _, lines, n_
from locales.terms.trips import seats as seats_words

routes = Routes()

ONLY = n_("Only {count} seat is free on {trip}.", "Only {count} seats are free on {trip}.")
WANTED = n_("Wanted: {count} seat for {name}.", "Wanted: {count} seats for {name}.")
WAIT_FOR = n_("🕐 Wait for {count} seat", "🕐 Wait for {count} seats")
TAKE_FEWER = n_("💺 Take {count} seat", "💺 Take {count} seats")


@routes.link("t")
def join_link(exchange: Exchange, token: str) -> None:
    """Clients are asked how many seats; staff, who pass such links on, see the trip itself."""
    trip = trip_of_link(exchange.desk, token)
    if exchange.desk.actor.is_staff:
        exchange.show("trip", trip.id)
        return
    exchange.refresh_menu()
    if free_seats(exchange.desk, trip):
        begin(exchange, "join", trip=trip.id)
    else:
        exchange.show("sold_out", trip.id)


@routes.view("sold_out")
def sold_out(exchange: Exchange, number: TripNumber) -> Screen:
    """The trip, and the line for it: one tap says for how many."""
    trip = exchange.desk.repositories.trips.get(number)
    line = tuple(Button(seats_words(count), "wait_in_line", (number, count)) for count in range(1, 5))
    text = lines(
        offer_lines(exchange.desk, trip),
        "",
        _("Shall we tell you when seats get free? For how many would you wait?"),
    )
    return Screen(text, (line[:2], line[2:], (ask(_("🏝 Ask for another tour"), "tour"),)))


@routes.view("no_room")
def no_room(exchange: Exchange, number: TripNumber, wanted: int) -> Screen:
    """Somebody was faster: what is left, and the line."""
    trip = exchange.desk.repositories.trips.get(number)
    free = free_seats(exchange.desk, trip)
    fewer = ask(TAKE_FEWER(count=free), "join", trip=number, seats=free) if 0 < free < wanted else None
    rows = column(
        [
            Button(WAIT_FOR(count=wanted), "wait_in_line", (number, wanted)),
            fewer,
            ask(_("🏝 Ask for another tour"), "tour"),
        ]
    )
    return Screen(lines(_left(trip, free), _("Shall we tell you when seats get free?")), rows)


def _left(trip: Trip, free: int) -> Sentence:
    if free:
        return ONLY(count=free, trip=trip.title)
    return _("{trip} is sold out.")(trip=trip.title)


@routes.action("wait_in_line")
def wait_in_line(exchange: Exchange, number: TripNumber, seats: int) -> None:
    become_client(exchange.desk, Introduction(exchange.desk.actor.name))
    place = wait(exchange.desk, number, seats)
    exchange.show("my_place", number, place.id)


@routes.view("my_place")
def my_place(exchange: Exchange, number: TripNumber, place_id: int) -> Screen:
    """A client's place in the line."""
    trip = exchange.desk.repositories.trips.get(number)
    place = next((one for one in exchange.desk.repositories.trips.waiting(trip) if one.id == place_id), None)
    if place is None or place.client is not exchange.desk.actor.client:
        raise NotFound("not_found")
    text = _("You are number {turn} in the line for {trip}: {seats}. We write to you when they are free.")(
        turn=turn_in_line(exchange.desk, place), trip=trip.title, seats=seats_words(place.seats)
    )
    leave = Button(_("✖ Leave the line"), "leave_line", (number, place_id))
    return Screen(text, column([ask(_("💬 Write to us"), "question"), leave, go(_("🏠 Home"), "home")]))


@routes.action("leave_line")
def leave(exchange: Exchange, number: TripNumber, place_id: int) -> None:
    place = leave_line(exchange.desk, number, place_id)
    exchange.note(_("You have left the line for {trip}.")(trip=place.trip.title))
    exchange.show("home")


@routes.view("no_room_for")
def no_room_for(
    exchange: Exchange, number: TripNumber, wanted: int, client: int, inquiry: int | None
) -> Screen:
    """The same, said to staff who wanted to open a deal."""
    exchange.desk.must(Right.OPEN_DEALS)
    trip = exchange.desk.repositories.trips.get(number)
    name = exchange.desk.repositories.clients.get(client).name
    free = free_seats(exchange.desk, trip)
    known: dict[str, Any] = {"trip": number, "seats": free, "client": client}
    if inquiry is not None:
        known["inquiry"] = inquiry
    fewer = ask(TAKE_FEWER(count=free), "deal", **known) if 0 < free < wanted else None
    rows: tuple[Row, ...] = column(
        [
            Button(_("🕐 {name} waits in line")(name=name), "put_in_line", (number, wanted, client)),
            fewer,
            go(_("◀ Inquiry"), "inquiry", inquiry) if inquiry else None,
            go(_("👤 {name}")(name=name), "client", client),
        ]
    )
    return Screen(lines(_left(trip, free), WANTED(count=wanted, name=name)), rows)


@routes.action("put_in_line")
def put_in_line(exchange: Exchange, number: TripNumber, seats: int, client: int) -> None:
    place = wait(exchange.desk, number, seats, client)
    exchange.note(
        _("{name} is number {turn} in the line.")(
            name=place.client.name, turn=turn_in_line(exchange.desk, place)
        )
    )
    exchange.show("client", client)


@routes.verb("take_seat")
def take(exchange: Exchange, notice: Notice) -> None:
    trip = exchange.desk.repositories.trips.get(notice.facts["trip"])
    try:
        deal = take_seat(exchange.desk, trip.id, notice.facts["place"])
    except NotFound:
        _taken_before(exchange, trip)
        return
    if deal is None:
        exchange.note(
            _("Those seats are gone already. You keep your place in the line, and we write again."),
            alert=True,
        )
        exchange.show("my_place", trip.id, notice.facts["place"])
        return
    exchange.note(_("They are yours!"))
    exchange.show("my_deal", deal.id)


@routes.verb("leave_place")
def leave_announced(exchange: Exchange, notice: Notice) -> None:
    """What is not wanted goes to the next in line."""
    try:
        leave(exchange, notice.facts["trip"], notice.facts["place"])
    except NotFound:
        raise NotFound("out_of_date") from None


def _taken_before(exchange: Exchange, trip: Trip) -> None:
    """The place was left: usually because this button was pressed before."""
    client = exchange.desk.actor.client
    deals = exchange.desk.repositories.deals.of(client, only_open=True) if client else []
    mine = next((deal for deal in deals if deal.trip is trip), None)
    if mine is None:
        raise NotFound("out_of_date")
    exchange.show("my_deal", mine.id)

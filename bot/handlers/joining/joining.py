"""Joining a trip, as a client: by its own link, by waiting in line when it is sold out, and by taking seats that get free."""

from bot.conversation.exchange import Exchange
from bot.conversation.flow.open_flows import begin
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, ask, column, go
from bot.flows.clients.question import QuestionFlow
from bot.flows.inquiries.tour import Tour
from bot.flows.joining.join import Join
from bot.flows.joining.offer import offer_lines
from bot.flows.joining.wait import WaitInLine, is_unknown
from bot.handlers.joining.seats_left import TAKE_FEWER, seats_left
from bot.links.deals import MY_DEAL
from bot.links.trips import LEAVE_LINE, MY_PLACE, NO_ROOM, SOLD_OUT, TRIP, WAIT_IN_LINE
from domain.entities.notices import Notice
from domain.entities.trips import TripNumber
from domain.queries import joining, my_deals
from domain.usecases.deals.booking import take_seat
from domain.usecases.deals.waiting_line import leave_line, wait
from domain.usecases.trips.planning import trip_of_link
from domain.values.refusals import NotFound
from locales import _, lines, n_
from locales.terms.trips import seats as seats_words

routes = Routes()

MOST = 4
"""For so many one tap waits; a larger party says how many they are."""
WAIT_FOR = n_("🕐 Wait for {count} seat", "🕐 Wait for {count} seats")


@routes.link("t")
def join_link(exchange: Exchange, token: str) -> None:
    """Clients are asked how many seats; staff, who pass such links on, see the trip itself."""
    trip = trip_of_link(exchange.desk, token)
    if exchange.desk.actor.is_staff:
        exchange.show(TRIP, trip.id)
        return
    exchange.refresh_menu()
    if joining.trip_offered(exchange.desk, trip.id).free:
        begin(exchange, Join, trip=trip.id)
    else:
        exchange.show(SOLD_OUT, trip.id)


@routes.draws(SOLD_OUT)
def sold_out(exchange: Exchange, number: TripNumber) -> Screen:
    """The trip, and the line for it: one tap says for how many."""
    line = tuple(act(seats_words(count), WAIT_IN_LINE, number, count) for count in range(1, MOST + 1))
    text = lines(
        offer_lines(joining.trip_offered(exchange.desk, number)),
        "",
        _("Should we tell you when seats become free? How many do you need?"),
    )
    more = ask(_("⋯ More"), WaitInLine, trip=number)
    return Screen(text, (line[:2], line[2:], (more,), (ask(_("🏝 Ask for another tour"), Tour),)))


@routes.draws(NO_ROOM)
def no_room(exchange: Exchange, number: TripNumber, wanted: int) -> Screen:
    """Somebody was faster: what is left, and the line."""
    offered = joining.trip_offered(exchange.desk, number)
    free = offered.free
    rows = column(
        [
            act(WAIT_FOR(count=wanted), WAIT_IN_LINE, number, wanted),
            ask(TAKE_FEWER(count=free), Join, trip=number, seats=free) if 0 < free < wanted else None,
            ask(_("🏝 Ask for another tour"), Tour),
        ]
    )
    return Screen(
        lines(seats_left(offered.trip, free), _("Should we tell you when seats become free?")), rows
    )


@routes.does(WAIT_IN_LINE)
def wait_in_line(exchange: Exchange, number: TripNumber, seats: int) -> None:
    """Whoever is new is asked who they are, as at every other way to a trip."""
    if is_unknown(exchange.desk):
        begin(exchange, WaitInLine, trip=number, seats=seats)
        return
    place = wait(exchange.desk, number, seats)
    exchange.show(MY_PLACE, number, place.id)


@routes.draws(MY_PLACE)
def my_place(exchange: Exchange, number: TripNumber, place_id: int) -> Screen:
    """A client's place in the line."""
    mine = joining.my_place(exchange.desk, number, place_id)
    text = _(
        "You are number {turn} on the waiting list for {trip}: {seats}. We will write to you when they are free."
    )(turn=mine.turn, trip=mine.place.trip.title, seats=seats_words(mine.place.seats))
    leave_it = act(_("✖ Stop waiting"), LEAVE_LINE, number, place_id)
    return Screen(text, column([ask(_("💬 Write to us"), QuestionFlow), leave_it, go(_("🏠 Home"), HOME)]))


@routes.does(LEAVE_LINE)
def leave(exchange: Exchange, number: TripNumber, place_id: int) -> None:
    place = leave_line(exchange.desk, number, place_id)
    exchange.note(_("You are no longer on the waiting list for {trip}.")(trip=place.trip.title))
    exchange.show(HOME)


@routes.verb("take_seat")
def take(exchange: Exchange, notice: Notice) -> None:
    trip, place = notice.facts["trip"], notice.facts["place"]
    try:
        deal = take_seat(exchange.desk, trip, place)
    except NotFound:
        _taken_before(exchange, trip)
        return
    if deal is None:
        exchange.note(
            _(
                "Those seats are already gone. You keep your place on the waiting list, and we will write again."
            ),
            alert=True,
        )
        exchange.show(MY_PLACE, trip, place)
        return
    exchange.note(_("The seats are yours!"))
    exchange.show(MY_DEAL, deal.id)


@routes.verb("leave_place")
def leave_announced(exchange: Exchange, notice: Notice) -> None:
    """What is not wanted goes to the next in line."""
    try:
        leave(exchange, notice.facts["trip"], notice.facts["place"])
    except NotFound:
        raise NotFound("out_of_date") from None


def _taken_before(exchange: Exchange, trip: int) -> None:
    """The place was left: usually because this button was pressed before."""
    mine = my_deals.mine_on(exchange.desk, trip)
    if mine is None:
        raise NotFound("out_of_date")
    exchange.show(MY_DEAL, mine.id)

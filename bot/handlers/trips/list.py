"""Trips: the list of those ahead, under way or past, each with its participants beside it."""

from bot.conversation.exchange import Exchange
from bot.conversation.keyboard import keyboard_key
from bot.conversation.links import HOME
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, Screen, apart, ask, column, go
from bot.conversation.slots import home_button
from bot.conversation.widgets.listing import chips, listing
from bot.flows.trips.trip import TripFlow
from bot.links.trips import PARTICIPANTS, TRIP, TRIPS
from domain.entities.people import Right, Role
from domain.queries.trip_lists import Phase, trips_in
from domain.queries.trips import TripLine
from locales import Sentence, _, verbatim
from locales.terms.trips import trip_line

routes = Routes(rank=650)

SIZE = 7
"""Trips on a page: there is room for a new one."""

PHASES: dict[Phase, Sentence] = {
    Phase.UPCOMING: _("Upcoming"),
    Phase.RUNNING: _("Running"),
    Phase.PAST: _("Past"),
    Phase.MINE: _("🧭 Mine"),
}
NONE: dict[Phase, Sentence] = {
    Phase.UPCOMING: _("No upcoming trips."),
    Phase.RUNNING: _("No trips under way."),
    Phase.PAST: _("No past trips yet."),
    Phase.MINE: _("You have no trips to guide yet."),
}


keyboard_key(40, _("🚌 Trips"), "trips", Right.SEE_TRIPS)


@routes.command("trips", _("Upcoming trips"), right=Right.SEE_TRIPS, rank=40)
def trips(exchange: Exchange, _argument: str) -> None:
    exchange.show(TRIPS, 0, Phase.UPCOMING)


@routes.draws(TRIPS)
def trip_list(exchange: Exchange, page: int, which: str = Phase.UPCOMING) -> Screen:
    phase = Phase(which) if which in set(Phase) else Phase.UPCOMING
    found = trips_in(exchange.desk, phase, SIZE + 1, page * SIZE)
    if page and not found:
        return trip_list(exchange, page - 1, which)
    may = exchange.desk.actor.may
    return listing(
        _("<b>Trips</b>"),
        found,
        page,
        chips=(chips(_offered(exchange), phase, lambda label, other: go(label, TRIPS, 0, other.value)),),
        row=lambda one: _row(one, participants=may(Right.SEE_PARTICIPANTS)),
        line=lambda one: trip_line(one.trip, one.taken),
        turns=lambda label, other: go(label, TRIPS, other, which),
        size=SIZE,
        empty=NONE[phase],
        below=column(
            [ask(_("➕ New trip"), TripFlow) if may(Right.PLAN_TRIPS) else None, go(_("◀ Home"), HOME)]
        ),
    )


def _offered(exchange: Exchange) -> list[tuple[Phase, Sentence]]:
    """Only guides go along with trips."""
    staff = exchange.desk.actor.staff
    guide = staff is not None and staff.role is Role.GUIDE
    return [(phase, words) for phase, words in PHASES.items() if guide or phase is not Phase.MINE]


def _row(one: TripLine, *, participants: bool) -> Row:
    """Half a line each: the whole of its name stands in the text above."""
    opens = go(verbatim(one.trip.title), TRIP, one.trip.id)
    heads = _("👥 {taken}/{seats}")(taken=one.taken, seats=one.trip.seats)
    short_way = apart(go(heads, PARTICIPANTS, one.trip.id, None, 0))
    return (opens, short_way) if participants else (opens,)


@home_button(rank=60, right=Right.PLAN_TRIPS)
def new_trip_at_home(_exchange: Exchange) -> Button:
    return ask(_("➕ New trip"), TripFlow)

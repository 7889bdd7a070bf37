"""Today: trips that leave soon and are not ready, those half empty, and the guide's own."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, go
from bot.conversation.today import today_opens
from bot.conversation.widgets.listing import listing
from bot.links.home import HOME
from bot.links.today import BOARDING, HALF_EMPTY, UNREADY, WEEK
from bot.links.trips import DEPARTURE, PARTICIPANTS, TRIP
from domain.queries.today import TodayLine
from domain.queries.today import trips as days
from locales import Sentence, _
from locales.terms.today import counted
from locales.terms.trips import trip_line

routes = Routes()

SIZE = 7
T = TypeVar("T")


@today_opens("unready")
def unready_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, PARTICIPANTS, line.found.only, None, 0) if line.found.only else go(label, UNREADY, 0)


@today_opens("half_empty")
def half_empty_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, TRIP, line.found.only) if line.found.only else go(label, HALF_EMPTY, 0)


@today_opens("my_trips")
def week_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, TRIP, line.found.only) if line.found.only else go(label, WEEK, 0)


@today_opens("boarding")
def boarding_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, PARTICIPANTS, line.found.only, None, 0) if line.found.only else go(label, BOARDING, 0)


@today_opens("phones")
def phones_line(label: Sentence, line: TodayLine) -> Button:
    return go(label, DEPARTURE, line.found.only) if line.found.only else go(label, BOARDING, 0)


@routes.draws(UNREADY)
def unready(exchange: Exchange, page: int) -> Screen:
    return _listed(
        _("<b>⚠️ Leaving soon, not ready</b>"),
        days.unready_trips(exchange.desk, SIZE + 1, page * SIZE),
        page,
        lambda one: go(
            _("{trip} · without voucher: {count}")(trip=one.trip.title, count=counted(one.count)),
            PARTICIPANTS,
            one.trip.id,
            None,
            0,
        ),
        lambda label, other: go(label, UNREADY, other),
    )


@routes.draws(HALF_EMPTY)
def half_empty(exchange: Exchange, page: int) -> Screen:
    return _listed(
        _("<b>💺 Half-empty trips</b>"),
        days.half_empty_trips(exchange.desk, SIZE + 1, page * SIZE),
        page,
        lambda one: go(trip_line(one.trip, one.taken), TRIP, one.trip.id),
        lambda label, other: go(label, HALF_EMPTY, other),
    )


@routes.draws(WEEK)
def week(exchange: Exchange, page: int) -> Screen:
    return _listed(
        _("<b>🚌 This week</b>"),
        days.trips_of_the_week(exchange.desk)[page * SIZE :],
        page,
        lambda trip: go(_("🚌 {trip}")(trip=trip.title), TRIP, trip.id),
        lambda label, other: go(label, WEEK, other),
    )


@routes.draws(BOARDING)
def boarding(exchange: Exchange, page: int) -> Screen:
    return _listed(
        _("<b>👥 Boarding</b>"),
        days.boarding(exchange.desk)[page * SIZE :],
        page,
        lambda trip: go(_("👥 {trip}")(trip=trip.title), DEPARTURE, trip.id),
        lambda label, other: go(label, BOARDING, other),
    )


def _listed(
    head: Sentence,
    found: Sequence[T],
    page: int,
    opens: Callable[[T], Button],
    turns: Callable[[Sentence, int], Button],
) -> Screen:
    return listing(
        head,
        found,
        page,
        opens=opens,
        turns=turns,
        empty=_("There is none."),
        below=((back(HOME),),),
        size=SIZE,
    )

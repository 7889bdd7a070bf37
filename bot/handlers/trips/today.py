"""Today: trips that leave soon and are not ready, those half empty, and the guide's own."""

from collections.abc import Callable

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, back, go
from bot.conversation.today import today_opens
from bot.conversation.widgets.listing import listing
from bot.links.home import HOME
from bot.links.today import BOARDING, HALF_EMPTY, UNREADY, WEEK
from bot.links.trips import DEPARTURE, PARTICIPANTS, TRIP
from domain.entities.trips import Trip
from domain.queries.today import TodayLine
from domain.queries.today import trips as days
from locales import Sentence, _
from locales.terms.today import counted
from locales.terms.trips import trip_line

routes = Routes()

SIZE = 7


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
    found = days.unready_trips(exchange.desk)
    return _trips(
        _("<b>⚠️ Leaving soon, not ready</b>"),
        [*found],
        page,
        lambda trip: go(
            _("{trip} · without voucher: {count}")(trip=trip.title, count=counted(found[trip])),
            PARTICIPANTS,
            trip.id,
            None,
            0,
        ),
        lambda label, other: go(label, UNREADY, other),
    )


@routes.draws(HALF_EMPTY)
def half_empty(exchange: Exchange, page: int) -> Screen:
    found = {one.trip: one.taken for one in days.half_empty_trips(exchange.desk)}
    return _trips(
        _("<b>💺 Half-empty trips</b>"),
        [*found],
        page,
        lambda trip: go(trip_line(trip, found[trip]), TRIP, trip.id),
        lambda label, other: go(label, HALF_EMPTY, other),
    )


@routes.draws(WEEK)
def week(exchange: Exchange, page: int) -> Screen:
    return _trips(
        _("<b>🚌 This week</b>"),
        days.trips_of_the_week(exchange.desk),
        page,
        lambda trip: go(_("🚌 {trip}")(trip=trip.title), TRIP, trip.id),
        lambda label, other: go(label, WEEK, other),
    )


@routes.draws(BOARDING)
def boarding(exchange: Exchange, page: int) -> Screen:
    return _trips(
        _("<b>👥 Boarding</b>"),
        days.boarding(exchange.desk),
        page,
        lambda trip: go(_("👥 {trip}")(trip=trip.title), DEPARTURE, trip.id),
        lambda label, other: go(label, BOARDING, other),
    )


def _trips(
    head: Sentence,
    found: list[Trip],
    page: int,
    opens: Callable[[Trip], Button],
    turns: Callable[[Sentence, int], Button],
) -> Screen:
    return listing(
        head,
        found[page * SIZE :],
        page,
        opens=opens,
        turns=turns,
        empty=_("There is none."),
        below=((back(HOME),),),
        size=SIZE,
    )

"""Copying a trip: like last time, on another day. Only the day is asked for.

Boris: [🔁 Copy]
Bot:   Like Ohrid 29.10, but on which day?
Boris: 05.11.2027
Bot:   Ohrid 05.11 · Coach
Boris: [✅ Save]
Bot:   0 of 45 seats taken
"""

import datetime
from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.flow.flow import Flow
from bot.conversation.questions.days import Day
from bot.conversation.routes import Routes
from bot.flows.trips.trip_questions import not_over
from bot.flows.trips.twins import twin_words
from bot.links.trips import TRIP
from domain.entities.trip_plans import check
from domain.entities.trips import Trip
from domain.queries.trip_changes import trip_to_copy
from domain.usecases.trips.planning import copy_trip
from locales import Sentence, _, lines, n_
from locales.terms.trip_words import about_trip, deadline_words, money_words, twice_words

routes = Routes()

LATER = n_("{count} week later · {day}", "{count} weeks later · {day}")
A_YEAR = 52
"""Weeks: the same day of the week."""


@dataclass(kw_only=True)
class CopyAnswers:
    trip: int
    day: datetime.date = asked()


def _before(exchange: Exchange, answers: CopyAnswers) -> Trip:
    return trip_to_copy(exchange.desk, answers.trip)


def _asks(exchange: Exchange, answers: CopyAnswers) -> Sentence:
    return _("Like {trip}, but on which day?")(trip=_before(exchange, answers).title)


def _later(exchange: Exchange, answers: CopyAnswers) -> list[tuple[datetime.date, Sentence]]:
    """The same day of a week ahead, and of the next year."""
    left = _before(exchange, answers).departs.date()
    days = [(weeks, left + datetime.timedelta(weeks=weeks)) for weeks in (1, 2, A_YEAR)]
    return [(day, LATER(count=weeks, day=day)) for weeks, day in days if day > exchange.desk.today]


def _near(exchange: Exchange, answers: CopyAnswers) -> datetime.date:
    return max(_before(exchange, answers).departs.date(), exchange.desk.today)


def _fits(exchange: Exchange, day: datetime.date, answers: CopyAnswers) -> None:
    not_over(exchange, day, answers)
    trip = _before(exchange, answers)
    check(trip.again(day, exchange.desk.now.astimezone(trip.where).date()), exchange.desk.now)


@routes.flow
class CopyTrip(Flow[CopyAnswers]):
    name = "copy_trip"
    called = _("copy of a trip")
    answers_type = CopyAnswers
    questions = (Day(name="day", asks=_asks, label=_("Departure"), offers=_later, near=_near, check=_fits),)
    send = _("✅ Save")

    def prepare(self, exchange: Exchange, answers: CopyAnswers) -> None:
        _before(exchange, answers)

    def review(self, exchange: Exchange, answers: CopyAnswers) -> Sentence:
        before = _before(exchange, answers)
        plan = before.again(answers.day, exchange.desk.now.astimezone(before.where).date())
        seats = n_("💺 {count} seat", "💺 {count} seats")(count=plan.seats)
        return lines(
            *about_trip(plan, exchange.voice),
            seats,
            money_words(plan),
            deadline_words(plan),
            twin_words(exchange.desk, before.words("name").all(), answers.day),
        )

    def finish(self, exchange: Exchange, answers: CopyAnswers) -> None:
        trip = copy_trip(exchange.desk, answers.trip, answers.day)
        if twice := twice_words(trip):
            exchange.head(twice)
        exchange.show(TRIP, trip.id)

"""The owner settles how long before a departure clients are told, what is due when, and how long something waits.

Olga: /settings
Olga: [🕒 Hours]
Olga: [⏳ Deadlines]
Olga: [✏️ Clients told]
Bot:  How many days? From 1 to 14.
Olga: 20
Bot:  From 1 to 14, please.
Olga: 2
Bot:  Clients told: 2 days before the departure
"""

from dataclasses import dataclass
from datetime import time

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Count, Time
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.agency import TIMING as SCREEN
from domain.entities.timing import BOUNDS, TIMING, check_number
from domain.queries.settings import agency_timing
from domain.usecases.settings.hours import change_departure_time, change_timing
from domain.values.refusals import Refusal
from locales import Sentence, _

routes = Routes()


@dataclass(kw_only=True)
class TimingAnswers:
    seen: int
    what: str
    number: int = asked()


def _how_many(_exchange: Exchange, answers: TimingAnswers) -> Sentence:
    least, most = BOUNDS[answers.what]
    if answers.what.endswith("_hours"):
        return _("How many hours? From {least} to {most}.")(least=least, most=most)
    return _("How many days? From {least} to {most}.")(least=least, most=most)


def _within(_exchange: Exchange, number: int, answers: TimingAnswers) -> None:
    check_number(answers.what, number, *BOUNDS[answers.what])


@routes.flow
class ChangeTiming(Changing[TimingAnswers]):
    name = "change_timing"
    called = _("time of notices")
    answers_type = TimingAnswers
    kind = TIMING
    questions = (
        Count(name="number", asks=_how_many, label=_("Number"), most=9999, offered=(), check=_within),
    )

    def prepare(self, exchange: Exchange, answers: TimingAnswers) -> None:
        agency_timing(exchange.desk)
        if answers.what not in BOUNDS:
            raise Refusal("out_of_date")

    def finish(self, exchange: Exchange, answers: TimingAnswers) -> None:
        change_timing(exchange.desk, answers.seen, answers.what, answers.number)
        exchange.show_origin(SCREEN)


@dataclass(kw_only=True)
class DepartureTimeAnswers:
    seen: int
    at: time | None = asked()


@routes.flow
class DepartureTime(Changing[DepartureTimeAnswers]):
    name = "departure_time"
    called = _("time of notices")
    answers_type = DepartureTimeAnswers
    kind = TIMING
    questions = (
        Time(
            name="at",
            asks=_("What time are clients told? Skip: at the hour of departure."),
            label=_("Time"),
            hours=("09:00", "10:00", "12:00", "15:00", "17:00", "18:00", "19:00", "20:00"),
            optional=True,
        ),
    )

    def prepare(self, exchange: Exchange, answers: DepartureTimeAnswers) -> None:  # noqa: ARG002
        agency_timing(exchange.desk)

    def finish(self, exchange: Exchange, answers: DepartureTimeAnswers) -> None:
        change_departure_time(exchange.desk, answers.seen, answers.at)
        exchange.show_origin(SCREEN)

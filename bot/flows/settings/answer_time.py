"""The owner settles how long a client may wait for an answer.

Olga: /settings
Olga: [🕒 Hours]
Olga: [💬 Time to answer]
Bot:  Every client hears from us within 5 minutes of working time.
Olga: [✏️ New inquiries]
Bot:  Within how many minutes of working time? From 1 to 1440.
Olga: 2000
Bot:  From 1 to 1440, please.
Olga: 10
Bot:  New inquiries: within 10 minutes.
"""

from dataclasses import dataclass

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Count
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.conversations import ANSWER_TIME
from domain.entities.answer_clock import ANSWER_CLOCK, LEAST, MOST, check_minutes
from domain.queries.settings import agency_answer_clock
from domain.usecases.settings.answer_clock import change_answer_time
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class AnswerTimeAnswers:
    seen: int
    which: str
    minutes: int | None = asked()


def _within(_exchange: Exchange, minutes: int | None, _answers: AnswerTimeAnswers) -> None:
    if minutes is not None:
        check_minutes(minutes)


@routes.flow
class AnswerTime(Changing[AnswerTimeAnswers]):
    name = "answer_time"
    called = _("time to answer")
    answers_type = AnswerTimeAnswers
    kind = ANSWER_CLOCK
    questions = (
        Count(
            name="minutes",
            asks=_("Within how many minutes of working time? From {least} to {most}.")(
                least=LEAST, most=MOST
            ),
            label=_("Minutes"),
            most=9999,
            offered=(5, 10, 15, 30),
            optional=True,
            check=_within,
        ),
    )

    def prepare(self, exchange: Exchange, answers: AnswerTimeAnswers) -> None:  # noqa: ARG002
        agency_answer_clock(exchange.desk)

    def finish(self, exchange: Exchange, answers: AnswerTimeAnswers) -> None:
        """Skipped: as in general."""
        change_answer_time(exchange.desk, answers.seen, answers.which, answers.minutes)
        exchange.show_origin(ANSWER_TIME)

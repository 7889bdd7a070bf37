"""A colleague chooses the hour of their morning message.

Boris: /settings
Boris: [☀️ Another hour]
Bot:  What time should the morning message come?
Boris: [07:30]
Bot:  ☀️ Every working day at 07:30
"""

from dataclasses import dataclass
from datetime import time

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Time
from bot.conversation.routes import Routes
from bot.flows.settings.changing import Changing
from bot.links.settings import MINE
from domain.entities.morning import MORNING
from domain.queries.settings import own_morning
from domain.usecases.settings.morning import change_morning
from locales import _

routes = Routes()


@dataclass(kw_only=True)
class MorningAnswers:
    seen: int
    at: time = asked()


@routes.flow
class MorningHour(Changing[MorningAnswers]):
    name = "morning_hour"
    called = _("morning message")
    answers_type = MorningAnswers
    kind = MORNING
    questions = (
        Time(
            name="at",
            asks=_("What time should the morning message come?"),
            label=_("Morning message"),
            hours=("07:00", "07:30", "08:00", "08:30", "09:00", "09:30", "10:00", "12:00"),
        ),
    )

    def key(self, exchange: Exchange, answers: MorningAnswers) -> str:  # noqa: ARG002
        member = exchange.desk.actor.staff
        return str(member.id) if member else ""

    def prepare(self, exchange: Exchange, answers: MorningAnswers) -> None:  # noqa: ARG002
        own_morning(exchange.desk)

    def finish(self, exchange: Exchange, answers: MorningAnswers) -> None:
        change_morning(exchange.desk, answers.seen, answers.at)
        exchange.show_origin(MINE)

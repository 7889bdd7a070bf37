"""A message to a client is written now and sent later; until then its words and its time may be changed.

Boris: [✉️ Write]
Bot:   What should I tell Anna?
Boris: [🕒 Send later]
Bot:   What should I tell Anna, later?
Boris: Hello, Anna! The coach leaves from the other side.
Bot:   When? A day and an hour, like “tomorrow at 10”.
Boris: [🕒 Tomorrow at 9:00]
Bot:   ✉️ To Anna, written by Boris
       It will be sent to Anna on 2 March, 09:00.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import asked
from bot.conversation.questions.basic import Words
from bot.conversation.questions.moments import Moment
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.conversation.widgets.reword import Reword, new_words
from bot.flows.clients.question import MOST
from bot.links.later import LATER
from domain.entities.later_messages import LaterMessage
from domain.queries.clients import client_called
from domain.queries.later import clock_for, later_to_change
from domain.usecases.later.writing import change_later, move_later, write_later
from locales import Sentence, _

routes = Routes()

_WHEN = _("When? A day and an hour, like “tomorrow at 10”. It goes by the client's clock.")


@dataclass(kw_only=True)
class LaterAnswers:
    client: int
    inquiry: int | None = None
    deal: int | None = None
    text: str = asked()
    due: datetime = asked()


def _what(exchange: Exchange, answers: LaterAnswers) -> Sentence:
    return _("What should I tell {name}, later?")(name=client_called(exchange.desk, answers.client).name)


def _clock(exchange: Exchange, answers: LaterAnswers) -> ZoneInfo:
    return clock_for(exchange.desk, answers.client)


@routes.flow
class WriteLater(AskOnce[LaterAnswers]):
    name = "write_later"
    called = _("message to a client")
    answers_type = LaterAnswers
    questions = (
        Words(name="text", asks=_what, label=_("Message"), most=MOST),
        Moment(name="due", asks=_WHEN, label=_("When"), clock=_clock),
    )

    def prepare(self, exchange: Exchange, answers: LaterAnswers) -> None:
        clock_for(exchange.desk, answers.client)

    def finish(self, exchange: Exchange, answers: LaterAnswers) -> None:
        one = write_later(
            exchange.desk, answers.client, answers.text, answers.due, answers.inquiry, answers.deal
        )
        _shown(exchange, one, answers.due)


@dataclass(kw_only=True)
class LaterTextAnswers:
    later: int
    text: str = asked()


def _now(exchange: Exchange, answers: LaterTextAnswers) -> str:
    return later_to_change(exchange.desk, answers.later).text


@routes.flow
class ChangeLater(Reword[LaterTextAnswers]):
    name = "change_later"
    called = _("message to a client")
    answers_type = LaterTextAnswers
    questions = (new_words(_now, _("Message"), MOST),)

    def finish(self, exchange: Exchange, answers: LaterTextAnswers) -> None:
        exchange.show(LATER, change_later(exchange.desk, answers.later, answers.text).id)


@dataclass(kw_only=True)
class LaterTimeAnswers:
    later: int
    due: datetime = asked()


def _their_clock(exchange: Exchange, answers: LaterTimeAnswers) -> ZoneInfo:
    return clock_for(exchange.desk, later_to_change(exchange.desk, answers.later).client.id)


@routes.flow
class MoveLater(AskOnce[LaterTimeAnswers]):
    name = "move_later"
    called = _("message to a client")
    answers_type = LaterTimeAnswers
    questions = (Moment(name="due", asks=_WHEN, label=_("When"), clock=_their_clock),)

    def prepare(self, exchange: Exchange, answers: LaterTimeAnswers) -> None:
        later_to_change(exchange.desk, answers.later)

    def finish(self, exchange: Exchange, answers: LaterTimeAnswers) -> None:
        _shown(exchange, move_later(exchange.desk, answers.later, answers.due), answers.due)


def _shown(exchange: Exchange, one: LaterMessage, wanted: datetime) -> None:
    if one.due_at != wanted:
        exchange.head(_("Nobody is written to at that hour there: it goes later."))
    exchange.show(LATER, one.id)

"""A colleague has answered or taken it while the actor wrote: that is seen, and the actor's goes out only when they say so."""

from typing import Any

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, column, go
from bot.flows.conversations.twice import SEND_ANYWAY
from bot.flows.interactions.answering import send_answer
from bot.links.clients import CLIENT
from bot.links.interactions import OVERTAKEN, SEND_TOO
from domain.queries.answering import SeenBefore, taken_unseen
from domain.queries.interactions import interaction_card
from locales import Sentence, _, lines
from locales.terms.clients import MEDIA, what_was_said

routes = Routes()


@routes.draws(OVERTAKEN)
def overtaken(exchange: Exchange, question: int, answer: int, holder: int, unsent: dict[str, Any]) -> Screen:
    asked = interaction_card(exchange.desk, question).said
    taken = taken_unseen(exchange.desk, question, 0) if holder else None
    text = lines(
        _answered(exchange, answer) if answer else None,
        _("✍️ {name} sees to it")(name=taken.name) if taken else None,
        _("Yours is not sent yet: “{text}”")(text=_mine(Content.loaded(unsent))),
    )
    label = _("✉️ Send mine too") if answer else SEND_ANYWAY
    return Screen(
        text,
        column(
            [
                act(label, SEND_TOO, question, answer, holder, unsent),
                go(_("🗑 Do not send"), CLIENT, asked.client.id),
            ]
        ),
    )


def _answered(exchange: Exchange, number: int) -> Sentence:
    theirs = interaction_card(exchange.desk, number).said
    name = theirs.staff.first_name if theirs.staff else exchange.desk.agency.name
    return lines(
        _("⚠️ {name} has answered just now:")(name=name),
        _("<blockquote>{text}</blockquote>")(text=what_was_said(theirs, theirs.words[:1000])),
    )


def _mine(content: Content) -> Sentence | str:
    enclosed = content.sent.enclosed
    return content.text[:1000] if enclosed is None else MEDIA[enclosed.original.medium]


@routes.does(SEND_TOO)
def send_too(exchange: Exchange, question: int, answer: int, holder: int, unsent: dict[str, Any]) -> None:
    send_answer(exchange, question, Content.loaded(unsent), SeenBefore(answer, holder))

"""A colleague has answered while the actor wrote: both answers are seen, and the actor's goes out only when they say so."""

from typing import Any

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Screen, act, column, go
from bot.flows.interactions.answering import send_answer
from bot.links.clients import CLIENT
from bot.links.interactions import OVERTAKEN, SEND_TOO
from domain.queries.interactions import interaction_card
from locales import _, lines
from locales.terms.clients import MEDIA, what_was_said

routes = Routes()


@routes.draws(OVERTAKEN)
def overtaken(exchange: Exchange, question: int, answer: int, unsent: dict[str, Any]) -> Screen:
    theirs, mine = interaction_card(exchange.desk, answer).said, Content.loaded(unsent)
    name = theirs.staff.first_name if theirs.staff else exchange.desk.agency.name
    enclosed = mine.sent.enclosed
    words = mine.text[:1000] if enclosed is None else MEDIA[enclosed.original.medium]
    text = lines(
        _("⚠️ {name} has answered just now:")(name=name),
        _("<blockquote>{text}</blockquote>")(text=what_was_said(theirs, theirs.words[:1000])),
        _("Yours is not sent yet: “{text}”")(text=words),
    )
    return Screen(
        text,
        column(
            [
                act(_("✉️ Send mine too"), SEND_TOO, question, answer, unsent),
                go(_("🗑 Do not send"), CLIENT, theirs.client.id),
            ]
        ),
    )


@routes.does(SEND_TOO)
def send_too(exchange: Exchange, question: int, answer: int, unsent: dict[str, Any]) -> None:
    send_answer(exchange, question, Content.loaded(unsent), answer)

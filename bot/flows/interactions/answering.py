"""An answer goes out, unless a colleague has answered meanwhile: then that is seen first, and whoever wrote decides."""

from typing import Any

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.links.clients import CLIENT
from bot.links.interactions import OVERTAKEN
from domain.queries.messages import answered_unseen
from domain.usecases.clients.messages import answer_question
from locales import _


def send_answer(exchange: Exchange, question: int, content: Content, seen: int | None) -> None:
    """What was written is kept under the buttons when it is not sent at once."""
    unseen = answered_unseen(exchange.desk, question, seen)
    if unseen is not None:
        kept: dict[str, Any] = content.dumped()
        exchange.show(OVERTAKEN, question, unseen.id, kept)
        return
    answer = answer_question(exchange.desk, question, content.text, content.sent, seen)
    exchange.head(_("Sent to {name}.")(name=answer.client.name))
    exchange.show(CLIENT, answer.client.id)

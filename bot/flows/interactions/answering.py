"""An answer goes out, unless a colleague has answered or taken it meanwhile: that is seen first, and whoever wrote decides."""

from typing import Any

from bot.conversation.contents import Content
from bot.conversation.exchange import Exchange
from bot.links.clients import CLIENT
from bot.links.interactions import OVERTAKEN
from domain.queries.answering import SeenBefore, taken_unseen
from domain.queries.messages import answered_unseen
from domain.usecases.clients.messages import answer_question
from locales import _

NOTHING = SeenBefore(0)


def send_answer(exchange: Exchange, question: int, content: Content, seen: SeenBefore = NOTHING) -> None:
    """What was written is kept under the buttons when it is not sent at once."""
    answered = answered_unseen(exchange.desk, question, seen.said)
    taken = taken_unseen(exchange.desk, question, seen.holder)
    if answered is not None or taken is not None:
        kept: dict[str, Any] = content.dumped()
        holder = taken.id if taken else seen.holder
        exchange.show(OVERTAKEN, question, answered.id if answered else 0, holder, kept)
        return
    answer = answer_question(exchange.desk, question, content.text, content.sent, seen.said)
    exchange.head(_("Sent to {name}.")(name=answer.client.name))
    exchange.show(CLIENT, answer.client.id)

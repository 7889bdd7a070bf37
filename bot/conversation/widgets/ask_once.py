"""One question, and it is done: a flow without a review."""

from typing import Any, TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.flow.flow import Flow

A = TypeVar("A")


class AskOnce(Flow[A]):
    """A flow that finishes after its last question: for a reason, a note, a name. Nothing in it needs a second look."""

    def review(self, exchange: Exchange, answers: Any) -> None:  # noqa: ARG002
        return None

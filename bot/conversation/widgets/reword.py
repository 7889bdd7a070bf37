"""Words that were written before are put differently: what they say now stands above the question for new ones."""

from collections.abc import Callable
from typing import Any, TypeVar

from bot.conversation.exchange import Exchange
from bot.conversation.questions.basic import Words
from bot.conversation.widgets.ask_once import AskOnce
from locales import Sentence, _, lines

A = TypeVar("A")


def new_words(now: Callable[[Exchange, Any], str], label: Sentence, most: int) -> Words:
    """The only question of `Reword`, answered in `text`. `now` reads the words, and refuses whoever may not change them."""

    def asks(exchange: Exchange, answers: Any) -> Sentence:
        return lines(
            _("<blockquote>{text}</blockquote>")(text=now(exchange, answers)), _("What should it say?")
        )

    return Words(name="text", asks=asks, label=label, most=most)


class Reword(AskOnce[A]):
    """A flow that asks for nothing but new words."""

    def prepare(self, exchange: Exchange, answers: A) -> None:
        self.questions[0].prompt(exchange, answers)

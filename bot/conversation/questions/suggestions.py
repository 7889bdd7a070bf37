"""Questions that are answered in own words, with likely answers as buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Question
from bot.conversation.questions.basic import Count, Name, Words
from bot.conversation.screen import Button, Row
from locales import _, verbatim

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True, kw_only=True)
class Suggested(Question):
    """`offers` finds likely answers: each is a button, and is kept as it stands."""

    offers: "Callable[[Exchange, Any], Sequence[str]]"
    columns: int = 2

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        buttons = [Button(verbatim(text), "answer", (text,)) for text in self.offers(exchange, answers)]
        return tuple(tuple(buttons[i : i + self.columns]) for i in range(0, len(buttons), self.columns))


@dataclass(frozen=True, kw_only=True)
class SuggestedName(Suggested, Name):
    """A name, of a person or a place."""


@dataclass(frozen=True, kw_only=True)
class SuggestedWords(Suggested, Words):
    """Free words."""


@dataclass(frozen=True, kw_only=True)
class SuggestedCount(Count):
    """A number; the one `likely` finds stands above the others."""

    likely: "Callable[[Exchange, Any], int | None]"

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        number = self.likely(exchange, answers)
        first = (
            ((Button(_("✓ {number}, as asked for")(number=number), "answer", (number,)),),) if number else ()
        )
        return (*first, *super().rows(exchange, answers, scratch))

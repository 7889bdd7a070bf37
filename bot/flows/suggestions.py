"""Questions that are answered in own words, with likely answers as buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.flows.answers import Answers, Question
from bot.flows.questions import Count, Name, Words
from bot.screen import Button, Row
from locales import _, verbatim

if TYPE_CHECKING:
    from bot.talk import Talk


@dataclass(frozen=True, kw_only=True)
class Suggested(Question):
    """`offers` finds likely answers: each is a button, and is kept as it stands."""

    offers: "Callable[[Talk, Answers], Sequence[str]]"
    columns: int = 2

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        buttons = [Button(verbatim(text), "answer", (text,)) for text in self.offers(talk, answers)]
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

    likely: "Callable[[Talk, Answers], int | None]"

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:
        number = self.likely(talk, answers)
        first = (
            ((Button(_("✓ {number}, as asked for")(number=number), "answer", (number,)),),) if number else ()
        )
        return (*first, *super().rows(talk, answers, scratch))

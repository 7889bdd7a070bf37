"""Questions that are answered in own words, with likely answers as buttons."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Question
from bot.conversation.questions.basic import Count, Name, Words
from bot.conversation.questions.person_names import PersonName
from bot.conversation.screen import MOST, Button, Row, apart, pairs
from domain.values.month import Month, month_or_words
from domain.values.reading.months import read_month
from domain.values.translated import Translated
from locales import Fact, Sentence, _, verbatim

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True, kw_only=True)
class Suggested(Question):
    """`offers` finds likely answers: each is a button, and is kept as it stands."""

    offers: "Callable[[Exchange, Any], Sequence[str | Month]]"
    columns: int = 2

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        offered = self.offers(exchange, answers)
        buttons = [Button(verbatim(one), "answer", (self.dump(one),)) for one in offered]
        return tuple(tuple(buttons[i : i + self.columns]) for i in range(0, len(buttons), self.columns))


@dataclass(frozen=True, kw_only=True)
class SuggestedName(PersonName, Suggested):
    """A name of a person."""


@dataclass(frozen=True, kw_only=True)
class SuggestedWords(Suggested, Words):
    """Free words."""


@dataclass(frozen=True, kw_only=True)
class UsualWords(Words):
    """One of the usual answers, which is kept by its key, or any other in own words."""

    usual: Mapping[str, Sentence]

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        return pairs([Button(words, "answer", (str(key),)) for key, words in self.usual.items()])

    def shown(self, value: str) -> Fact:
        return self.usual.get(value) or value


@dataclass(frozen=True, kw_only=True)
class SuggestedPlace(Suggested, Name):
    """A place. One that is tapped takes along its other languages; one that is typed is looked up at the end."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Translated:
        return Translated(super().hear(exchange, answers, scratch))

    def dump(self, value: Translated | str) -> Any:
        return value.kept() if isinstance(value, Translated) else value

    def load(self, kept: Any) -> Translated:
        return Translated.of_kept(kept)


@dataclass(frozen=True, kw_only=True)
class SuggestedMonth(Suggested, Words):
    """When: a month, tapped or named in any language we speak, or somebody's own words. The months are a calendar."""

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        return tuple(tuple(map(apart, row)) for row in super().rows(exchange, answers, scratch))

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Month | str:
        typed: str = super().hear(exchange, answers, scratch)
        return read_month(typed) or typed

    def dump(self, value: Month | str) -> str:
        return str(value)

    def load(self, kept: str) -> Month | str:
        return month_or_words(kept)


@dataclass(frozen=True, kw_only=True)
class SuggestedCount(Count):
    """A number; the one `likely` finds stands above the others."""

    likely: "Callable[[Exchange, Any], int | None]"

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        number = self.likely(exchange, answers)
        rows = super().rows(exchange, answers, scratch)
        if not number:
            return rows
        others = [button for row in rows for button in row if button.args != (number,)][: MOST - 1]
        first = Button(_("✓ {number}, as asked for")(number=number), "answer", (number,))
        return ((first,), *(tuple(others[i : i + 4]) for i in range(0, len(others), 4)))

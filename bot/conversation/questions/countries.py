"""The question of a country: the likely ones as buttons, any other by its name in any language, or by its code."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Question
from bot.conversation.screen import Button, Row, pairs
from domain.values.refusals import Refusal
from domain.values.text import words
from locales import Fact, verbatim
from locales.terms.countries import country_named, country_words

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

USUAL = ("BG", "RU", "CN", "RO", "MK", "RS", "TR", "UA")
"""Whose people travel with us most often; eight buttons are enough."""


@dataclass(frozen=True, kw_only=True)
class Country(Question):
    """An ISO 3166 code; what `likely` finds stands first."""

    likely: "Callable[[Exchange, Any], str | None]"

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        codes = dict.fromkeys(code for code in (self.likely(exchange, answers), *USUAL) if code)
        return pairs(
            [Button(verbatim(country_words(code)), "answer", (code,)) for code in list(codes)[: len(USUAL)]]
        )

    def read(self, exchange: "Exchange", text: str) -> str:  # noqa: ARG002
        found = country_named(words(text, 100))
        if found is None:
            raise Refusal("not_a_country")
        return found

    def shown(self, value: str) -> Fact:
        return country_words(value)

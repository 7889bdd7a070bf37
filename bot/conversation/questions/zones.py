"""The question of time zones: the agency's and its neighbours' as buttons, any other by city or name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Question
from bot.conversation.screen import Button, Row, pairs
from domain.values.refusals import Refusal
from domain.values.text import words
from locales import verbatim
from locales.terms.cities import city, zone_named

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

NEIGHBOURS = ("Europe/Sofia", "Europe/Skopje", "Europe/Belgrade", "Europe/Moscow", "Asia/Shanghai")


@dataclass(frozen=True, kw_only=True)
class Zone(Question):
    """An IANA time zone, the agency's first."""

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        offered = dict.fromkeys((exchange.desk.agency.zone.key, *NEIGHBOURS))
        return pairs(
            [
                Button(verbatim(f"🕒 {city(name, exchange.voice.locale)}"), "answer", (name,))
                for name in offered
            ]
        )

    def read(self, exchange: "Exchange", text: str) -> str:  # noqa: ARG002
        written = words(text, 100)
        found = zone_named(written.removeprefix("🕒"))
        if found is None:
            raise Refusal("unknown_zone", zone=written)
        return found

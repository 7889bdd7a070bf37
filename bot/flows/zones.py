"""The question of time zones: the agency's and its neighbours' as buttons, any other by city or name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.flows.answers import Answers, Question
from bot.screen import Button, Row, pairs
from domain.refusals import Refusal
from domain.text import words
from locales import verbatim
from locales.cities import city, zone_named

if TYPE_CHECKING:
    from bot.talk import Talk

NEIGHBOURS = ("Europe/Sofia", "Europe/Skopje", "Europe/Belgrade", "Europe/Moscow", "Asia/Shanghai")


@dataclass(frozen=True, kw_only=True)
class Zone(Question):
    """An IANA time zone, the agency's first."""

    def rows(self, talk: "Talk", answers: Answers, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        offered = dict.fromkeys((talk.desk.agency.zone.key, *NEIGHBOURS))
        return pairs(
            [Button(verbatim(f"🕒 {city(name, talk.voice.locale)}"), "answer", (name,)) for name in offered]
        )

    def read(self, talk: "Talk", text: str) -> str:  # noqa: ARG002
        written = words(text, 100)
        found = zone_named(written.removeprefix("🕒"))
        if found is None:
            raise Refusal("unknown_zone", zone=written)
        return found

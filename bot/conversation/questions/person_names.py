"""The name of a person, who is asked about once when it is written in two scripts that look alike: "Иванoва" with a Latin o."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Unanswered
from bot.conversation.questions.basic import Name
from bot.conversation.screen import Button, Row
from domain.values.lookalikes import in_one_script, is_cyrillic
from locales import Sentence, _, verbatim

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

_READINGS = "readings"
"""Under this name the scratch keeps the name in one script, and as it was written."""


@dataclass(frozen=True, kw_only=True)
class PersonName(Name):
    """Somebody who writes it once more has answered."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        heard = super().hear(exchange, answers, scratch)
        asked = scratch.pop(_READINGS, None)
        if not isinstance(heard, str) or in_one_script(heard) == heard or (asked and asked[1] == heard):
            return heard
        scratch[_READINGS] = [in_one_script(heard), heard]
        raise Unanswered

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        if not scratch.get(_READINGS):
            return super().rows(exchange, answers, scratch)
        one_script, written = scratch[_READINGS]
        return (
            (Button(verbatim(one_script), "answer", (one_script,)),),
            (Button(_("As I wrote"), "answer", (written,)),),
        )

    def shown_prompt(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Sentence:
        if not scratch.get(_READINGS):
            return super().shown_prompt(exchange, answers, scratch)
        one_script, written = scratch[_READINGS]
        asks = _("“{name}” mixes Cyrillic and Latin letters that look alike. Is it all Cyrillic?")
        if not is_cyrillic(one_script):
            asks = _("“{name}” mixes Cyrillic and Latin letters that look alike. Is it all Latin?")
        return asks(name=written)

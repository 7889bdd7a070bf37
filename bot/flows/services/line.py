"""What a service is; or all about it in one line or a pasted confirmation: what was read is shown before it is saved."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Heard
from bot.conversation.questions.basic import Choice, Words
from domain.entities.services import ServiceKind
from domain.queries.services import deal_to_serve
from domain.values.reading.around import Around
from domain.values.reading.service_line import ServiceLine, read_service_line
from domain.values.refusals import Refusal
from domain.values.text import words

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

LONGEST_PASTED = 3000


@dataclass(frozen=True, kw_only=True)
class KindOrLine(Choice):
    """One of the kinds, or everything at once."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        try:
            return super().hear(exchange, answers, scratch)
        except Refusal:
            line = _line(exchange, answers, None)
        if line is None or not line.tells:
            raise Refusal("choice_wanted")
        kind = ServiceKind(line.kind) if line.kind else ServiceKind.OTHER
        return Heard(kind, _also(line, "title"))


@dataclass(frozen=True, kw_only=True)
class TitleOrLine(Words):
    """What it is called; whatever else is plainly said along with it is heard, too."""

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        line = _line(exchange, answers, answers.kind)
        if line is None or line.title is None or not line.tells:
            return super().hear(exchange, answers, scratch)
        return Heard(line.title, _also(line))


def _line(exchange: "Exchange", answers: Any, kind: ServiceKind | None) -> ServiceLine | None:
    said = exchange.event.text or ""
    if not said.strip():
        return None
    today = exchange.desk.today
    around = Around(today=today, first=today, language=exchange.voice.language)
    currency = deal_to_serve(exchange.desk, answers.deal).currency
    return read_service_line(words(said, LONGEST_PASTED), around, currency, kind)


def _also(line: ServiceLine, *more: str) -> dict[str, Any]:
    """What was not said is not asked for: it can be added at the end."""
    first, last = ([*of, None, None][:2] for of in (line.days, line.times)), [*line.places, None, None]
    (day, to_day), (clock, to_clock) = first
    found: dict[str, Any] = {
        "day": day,
        "clock": clock,
        "to_day": to_day,
        "to_clock": to_clock,
        "from_place": last[0],
        "to_place": last[1],
        "confirmation": line.confirmation,
        "option_until": line.option_until,
        "free_until": line.free_until,
        "price": line.price,
        "net": line.net,
    }
    named = {name: getattr(line, name) for name in more if getattr(line, name)}
    return found | named

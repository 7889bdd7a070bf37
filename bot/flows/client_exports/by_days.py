"""Whose files are given: those who travelled in some time.

Olga: [When]
Bot:  Who travelled when? Choose, or write it: “2025”, “July 2026”, “01.05.2026 – 31.08.2026”.
Olga: 2024-2025
Bot:  📇 Clients as a file: Travelled between 1 January 2024 and 31 December 2025
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question, asked
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Row, pairs
from bot.flows.client_exports.narrowing import Narrowing
from domain.queries.client_exports import LATELY
from domain.values.reading.around import Around
from domain.values.reading.periods import read_period, year_span
from domain.values.reading.spans import Span
from domain.values.refusals import Refusal
from locales import _, verbatim

routes = Routes()

WHENEVER = ""
YEARS = 4


@dataclass(frozen=True, kw_only=True)
class Period(Question):
    """Some time that is over, kept as "2026-01-01..2026-12-31"."""

    def rows(self, exchange: Exchange, answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        today = exchange.desk.today
        years = [
            Button(verbatim(f"{year}"), "answer", (_kept(year_span(year, year)),))
            for year in range(today.year, today.year - YEARS, -1)
        ]
        lately = Button(_("Past year"), "answer", (_kept(Span(today - LATELY, today)),))
        return pairs([*years, lately, Button(_("Whenever"), "answer", (WHENEVER,))])

    def read(self, exchange: Exchange, text: str) -> str:
        today = exchange.desk.today
        around = Around(today=today, last=today + timedelta(days=365), language=exchange.voice.language)
        if (found := read_period(text, around)) is None:
            raise Refusal("period_wanted")
        return _kept(found)


@dataclass(kw_only=True)
class DaysAnswers:
    wanted: str = ""
    days: str = asked()


@routes.flow
class ExportByDays(Narrowing[DaysAnswers]):
    name = "export_by_days"
    called = _("clients who travelled as a file")
    answers_type = DaysAnswers
    questions = (
        Period(
            name="days",
            asks=_(
                "Who travelled when? Choose, or write it: “2025”, “July 2026”, “01.05.2026 – 31.08.2026”."
            ),
            label=_("When"),
        ),
    )

    def narrows(self, answers: DaysAnswers) -> dict[str, object]:
        first, _between, last = answers.days.partition("..")
        if not last:
            return {"travelled_since": None, "travelled_until": None}
        return {"travelled_since": date.fromisoformat(first), "travelled_until": date.fromisoformat(last)}


def _kept(span: Span) -> str:
    return f"{span.first}..{span.last}"

"""A day far from today, chosen by decade, year, month and day: births, and the end of passports."""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from babel.dates import get_month_names

from bot.conversation.questions.basic import Day
from bot.conversation.screen import Button, Row
from locales import _, verbatim
from locales.days import in_figures

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True, kw_only=True)
class DayByYear(Day):
    """Typed, or taken in a few taps. `years` are the first and the last that are offered; many begin with decades."""

    years: "Callable[[Exchange], tuple[int, int]]"
    reads: "Callable[[Exchange, str], date] | None" = None

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        first, last = self.years(exchange)
        decade, year, month = scratch.get("decade"), scratch.get("year"), scratch.get("month")
        if year and month:
            return (_up("month", exchange.voice.month(date(year, month, 1))), *_days(year, month))
        if year:
            return (_up("year", str(year)), *_months(exchange))
        if decade or last - first <= 12:
            shown = range(max(decade or first, first), min((decade or last) + 9, last) + 1)
            return (*([_up("decade", f"{decade}…")] if decade else []), *_grid("year", shown))
        return _grid("decade", range(first - first % 10, last + 1, 10), "{}…")

    def read(self, exchange: "Exchange", text_: str) -> date:
        return self.reads(exchange, in_figures(text_)) if self.reads else super().read(exchange, text_)


def _up(name: str, label: str) -> Row:
    """What is chosen so far; a tap takes it back."""
    return (Button(_("◀ {chosen}")(chosen=label), "scratch", (name, None)),)


def _grid(name: str, numbers: range, label: str = "{}") -> tuple[Row, ...]:
    return _rows([Button(verbatim(label.format(n)), "scratch", (name, n)) for n in numbers], 4)


def _months(exchange: "Exchange") -> tuple[Row, ...]:
    names = get_month_names("abbreviated", "stand-alone", locale=exchange.voice.locale)
    return _rows([Button(verbatim(names[month]), "scratch", ("month", month)) for month in range(1, 13)], 4)


def _days(year: int, month: int) -> tuple[Row, ...]:
    count = calendar.monthrange(year, month)[1]
    days = [date(year, month, day) for day in range(1, count + 1)]
    return _rows([Button(verbatim(str(day.day)), "answer", (day.isoformat(),)) for day in days], 7)


def _rows(buttons: Sequence[Button], wide: int) -> tuple[Row, ...]:
    return tuple(tuple(buttons[start : start + wide]) for start in range(0, len(buttons), wide))

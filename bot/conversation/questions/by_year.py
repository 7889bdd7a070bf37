"""A day far from today, chosen by decade, year, month and day: births, and the end of passports."""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from babel.dates import get_month_names

from bot.conversation.questions.days import Day
from bot.conversation.screen import Button, Row
from domain.values.reading.around import Around
from locales import FullDay, _, verbatim

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange


@dataclass(frozen=True, kw_only=True)
class DayByYear(Day):
    """Typed with its year, or taken in a few taps. `years` are the first and the last; many begin with decades."""

    years: "Callable[[Exchange], tuple[int, int]]"
    likely: "Callable[[Exchange, Any], Sequence[int]] | None" = None
    """The decades that are offered at first; the others stand behind a button."""
    reads: "Callable[[str, Around], Sequence[date]] | None" = None

    def around(self, exchange: "Exchange", answers: Any) -> Around:
        """Neither "tomorrow" nor "29.10" is a day of birth."""
        last = self.last(exchange, answers) if self.last else None
        return Around(last=last, language=exchange.voice.language)

    def calendar(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        first, last = self.years(exchange)
        decade, year, month = scratch.get("decade"), scratch.get("year"), scratch.get("month")
        if year and month:
            return (_up("month", exchange.voice.month(date(year, month, 1))), *_days(year, month))
        if year:
            return (_up("year", str(year)), *_months(exchange))
        if decade or last - first <= 12:
            shown = range(max(decade or first, first), min((decade or last) + 9, last) + 1)
            return (*([_up("decade", f"{decade}…")] if decade else []), *_grid("year", shown))
        return self._decades(exchange, answers, scratch)

    def _decades(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        first, last = self.years(exchange)
        decades = range(first - first % 10, last + 1, 10)
        likely = list(self.likely(exchange, answers)) if self.likely else []
        if not likely or scratch.get("all"):
            return _grid("decade", decades, "{}…")
        more = (Button(_("Other years"), "scratch", ("all", True)),)
        return (*_grid("decade", [one for one in decades if one in likely], "{}…"), more)

    def shown(self, value: date) -> FullDay:
        return FullDay(value)

    def readings(self, exchange: "Exchange", answers: Any, written: str) -> Sequence[date]:
        around = self.around(exchange, answers)
        return self.reads(written, around) if self.reads else super().readings(exchange, answers, written)


def _up(name: str, label: str) -> Row:
    """What is chosen so far; a tap takes it back."""
    return (Button(_("◀ {chosen}")(chosen=label), "scratch", (name, None)),)


def _grid(name: str, numbers: Sequence[int], label: str = "{}") -> tuple[Row, ...]:
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

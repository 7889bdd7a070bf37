"""The question of a day: typed in whatever way people write days, or taken from a calendar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import chain
from typing import TYPE_CHECKING, Any

from bot.conversation.flow.answers import Heard, Question, Unanswered
from bot.conversation.questions.basic import bare
from bot.conversation.questions.calendar import calendar_rows
from bot.conversation.screen import Button, Row, apart
from domain.values import text
from domain.values.reading.days import Around, has_year, read_days
from domain.values.reading.spans import read_span
from domain.values.reading.times import day_and_time, read_time
from locales import Sentence, Weekday, _

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

_WHICH = _("Which of these days do you mean?")
_ANOTHER = _("📅 Another day")
_READ = _("📅 {day}")
_SPAN = _("📅 {day} – {last}")


@dataclass(frozen=True, kw_only=True)
class Day(Question):
    """A day, typed or taken from a calendar that opens at `near` (by default the first day that fits).

    `first` and `last` find the days between which it lies: from today on, when nothing else is said. `offers` are
    days that stand above the calendar with their words.
    """

    near: "Callable[[Exchange, Any], date] | None" = None
    first: "Callable[[Exchange, Any], date] | None" = None
    last: "Callable[[Exchange, Any], date] | None" = None
    offers: "Callable[[Exchange, Any], Sequence[tuple[date, Sentence]]] | None" = None
    time_question: str | None = None
    """The question of the time, which is answered too when a time stands beside the day."""
    last_question: str | None = None
    """The question of the last day, which is answered too by "12.07 – 20.07"."""

    def around(self, exchange: "Exchange", answers: Any) -> Around:
        today = exchange.desk.today
        last = self.last(exchange, answers) if self.last else None
        first = self.first(exchange, answers) if self.first else None
        return Around(
            today=today,
            first=first or (None if last else today),
            last=last,
            language=exchange.voice.language,
        )

    def shown_prompt(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Sentence:
        return _WHICH if scratch.get("readings") else self.prompt(exchange, answers)

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        if scratch.get("readings"):
            return _which(scratch["readings"])
        days = self.calendar(exchange, answers, scratch)
        return (*self.named(exchange, answers), *(tuple(map(apart, row)) for row in days))

    def calendar(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        around = self.around(exchange, answers)
        near = self.near(exchange, answers) if self.near else around.first or around.last
        assert near is not None
        return calendar_rows(exchange.voice, scratch.get("month") or near.isoformat(), around)

    def named(self, exchange: "Exchange", answers: Any) -> tuple[Row, ...]:
        """Buttons with a day's own words."""
        offered = self.offers(exchange, answers) if self.offers else ()
        return tuple((Button(words, "answer", (day.isoformat(),)),) for day, words in offered)

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Any:
        """What stands on a button ("Yesterday", "2 weeks later · 16 December") may be written too; a concluded day is said."""
        written = text.one_line(exchange.event.text or "")
        for button in chain(*self.named(exchange, answers)):
            label = exchange.voice.plain(button.label)
            if written and bare(written) in {bare(label), bare(label.partition(" · ")[0])}:
                return self.load(button.args[0])
        if self.last_question and (span := read_span(written, self.around(exchange, answers))) and span.last:
            said = _SPAN(day=Weekday(span.first), last=Weekday(span.last))
            return Heard(span.first, {self.last_question: span.last}, said)
        written, at = day_and_time(written) if self.time_question else (written, None)
        days = self.readings(exchange, answers, written)
        if len(days) > 1:
            scratch["readings"] = [day.isoformat() for day in days]
            scratch["time"] = at and f"{at:%H:%M}"
            raise Unanswered
        scratch.pop("readings", None)
        remark = None if has_year(written) else _READ(day=Weekday(days[0]))
        return Heard(days[0], self._with_time(at), remark)

    def tapped(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any], kept: Any) -> Any:
        """One of two readings: the time that was written beside them holds."""
        at = scratch.get("time") if scratch.get("readings") else None
        return Heard(super().tapped(exchange, answers, scratch, kept), self._with_time(at and read_time(at)))

    def _with_time(self, at: "time | None") -> dict[str, Any]:
        return {self.time_question: at} if self.time_question and at is not None else {}

    def readings(self, exchange: "Exchange", answers: Any, written: str) -> Sequence[date]:
        return read_days(written, self.around(exchange, answers))

    def dump(self, value: date) -> str:
        return value.isoformat()

    def load(self, kept: str) -> date:
        return date.fromisoformat(kept)


def _which(readings: Sequence[str]) -> tuple[Row, ...]:
    """What was written may be any of these; or something else altogether."""
    days = [Button(_READ(day=Weekday(date.fromisoformat(kept))), "answer", (kept,)) for kept in readings]
    return (*((day,) for day in days), (Button(_ANOTHER, "scratch", ("readings", None)),))

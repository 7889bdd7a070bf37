"""The question of a day and an hour, said in words, by somebody else's clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.conversation.flow.answers import Question
from bot.conversation.screen import Button, Row
from domain.values.local_time import first_that_exists
from domain.values.reading.around import Around
from domain.values.reading.days import read_days
from domain.values.reading.times import day_and_time, read_time
from domain.values.refusals import Refusal
from locales import _

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

MORNING, EVENING = time(9), time(18)


@dataclass(frozen=True, kw_only=True)
class Moment(Question):
    """An instant: "tomorrow at 9", "12.05 18:30", "18:30". `clock` finds the clock by which it is meant.

    Without an hour it is in the morning; without a day it is today.
    """

    clock: "Callable[[Exchange, Any], ZoneInfo]"

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:  # noqa: ARG002
        where = self.clock(exchange, answers)
        today = exchange.desk.now.astimezone(where)
        tomorrow = _instant(datetime.combine(today.date() + timedelta(days=1), MORNING), where)
        evening = _instant(datetime.combine(today.date(), EVENING), where)
        offered = [Button(_("🕒 Tomorrow at 9:00"), "answer", (self.dump(tomorrow),))]
        if evening > exchange.desk.now:
            offered.append(Button(_("🕒 Today at 18:00"), "answer", (self.dump(evening),)))
        return tuple((button,) for button in offered)

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> datetime:  # noqa: ARG002
        where = self.clock(exchange, answers)
        return _instant(_read(exchange, exchange.event.text or "", where), where)

    def dump(self, value: datetime) -> str:
        return value.isoformat()

    def load(self, kept: str) -> datetime:
        return datetime.fromisoformat(kept)


def _read(exchange: "Exchange", written: str, where: ZoneInfo) -> datetime:
    """Raises Refusal where it is no day."""
    today = exchange.desk.now.astimezone(where).date()
    try:
        return datetime.combine(today, read_time(written))
    except Refusal:
        day, hour = day_and_time(written)
    days = read_days(day, Around(today=today, first=today, language=exchange.voice.language))
    at = hour or MORNING
    return datetime.combine(days[0], at)


def _instant(local: datetime, where: ZoneInfo) -> datetime:
    return first_that_exists(local, where).replace(tzinfo=where).astimezone(UTC)

"""The question of a day and an hour, said in words, by somebody else's clock."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.conversation.flow.answers import Question, Unanswered
from bot.conversation.screen import Button, Row
from domain.values.local_time import first_that_exists
from domain.values.reading.moment_readings import LocalMoment
from domain.values.reading.moments import find_moment
from domain.values.refusals import Refusal
from locales import Sentence, Weekday, _

if TYPE_CHECKING:
    from bot.conversation.exchange import Exchange

MORNING, EVENING = time(9), time(18)

_WHICH = _("Which time do you mean?")
_ANOTHER = _("🕒 Another time")
_READ = _("🕒 {day}, {time}")


@dataclass(frozen=True, kw_only=True)
class Moment(Question):
    """An instant: "tomorrow at 9", "12.05 18:30", "in two hours". `clock` finds the clock by which it is meant.

    Without an hour it is in the morning; without a day it is the next such hour. Of two readings one is asked for.
    """

    clock: "Callable[[Exchange, Any], ZoneInfo]"

    def shown_prompt(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> Sentence:
        return _WHICH if scratch.get("readings") else self.prompt(exchange, answers)

    def rows(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> tuple[Row, ...]:
        where = self.clock(exchange, answers)
        if scratch.get("readings"):
            return _which([datetime.fromisoformat(kept) for kept in scratch["readings"]], where)
        today = exchange.desk.now.astimezone(where)
        tomorrow = _instant(datetime.combine(today.date() + timedelta(days=1), MORNING), where)
        evening = _instant(datetime.combine(today.date(), EVENING), where)
        offered = [Button(_("🕒 Tomorrow at 9:00"), "answer", (self.dump(tomorrow),))]
        if evening > exchange.desk.now:
            offered.append(Button(_("🕒 Today at 18:00"), "answer", (self.dump(evening),)))
        return tuple((button,) for button in offered)

    def hear(self, exchange: "Exchange", answers: Any, scratch: dict[str, Any]) -> datetime:
        where = self.clock(exchange, answers)
        now = exchange.desk.now.astimezone(where)
        found = find_moment(exchange.event.text or "", now, exchange.voice.language)
        if found is None:
            raise Refusal("not_a_day")
        meant = sorted({_instant(_in_the_morning(reading), where) for reading in found.readings})
        if len(meant) > 1:
            scratch["readings"] = [self.dump(one) for one in meant]
            raise Unanswered
        scratch.pop("readings", None)
        return meant[0]

    def dump(self, value: datetime) -> str:
        return value.isoformat()

    def load(self, kept: str) -> datetime:
        return datetime.fromisoformat(kept)


def _which(meant: list[datetime], where: ZoneInfo) -> tuple[Row, ...]:
    """What was written may be any of these; or something else altogether."""
    local = [one.astimezone(where) for one in meant]
    read = [
        Button(_READ(day=Weekday(there.date()), time=there.time()), "answer", (one.isoformat(),))
        for one, there in zip(meant, local, strict=True)
    ]
    return (*((button,) for button in read), (Button(_ANOTHER, "scratch", ("readings", None)),))


def _in_the_morning(meant: LocalMoment) -> datetime:
    return datetime.combine(meant.day, meant.at or MORNING)


def _instant(local: datetime, where: ZoneInfo) -> datetime:
    return first_that_exists(local, where).replace(tzinfo=where).astimezone(UTC)

"""What comes back: "every Monday", "каждое 5-е число", "всеки ден", "по будням", "每月5号"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from domain.values.reading.calendar_words import HAN_WEEKDAYS, WEEKDAYS
from domain.values.reading.number_words import HAN_NUMERALS, in_han


class Cycle(Enum):
    """How often; of a week and of a month, `Every.on` says on which day."""

    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True)
class Every:
    """`on`: the weekday, 0 for Monday, or the day of the month, 1 to 31. Shorter months have it on their last day."""

    cycle: Cycle
    on: int = 0

    def first_from(self, day: date) -> date:
        """The first such day, this one included."""
        while not self._falls_on(day):
            day += timedelta(days=1)
        return day

    def after(self, day: date) -> date:
        return self.first_from(day + timedelta(days=1))

    def _falls_on(self, day: date) -> bool:
        match self.cycle:
            case Cycle.DAY:
                return True
            case Cycle.WORKDAY:
                return day.weekday() < 5
            case Cycle.WEEK:
                return day.weekday() == self.on
        return day.day == min(self.on, monthrange(day.year, day.month)[1])


_WHOLE = {
    Cycle.DAY: "every day|daily|each day|каждый день|ежедневно|всеки ден|ежедневно|всекидневно|每天|每日|天天",
    Cycle.WORKDAY: "every weekday|every workday|every working day|on weekdays|по будням|каждый рабочий день"
    "|по рабочим дням|всеки работен ден|в делник|делнични дни|в делничните дни|每个工作日|工作日每天|每工作日",
    Cycle.WEEK: "every week|weekly|each week|каждую неделю|еженедельно|всяка седмица|седмично|ежеседмично"
    "|每周|每星期|每个星期|每週",
    Cycle.MONTH: "every month|monthly|each month|каждый месяц|ежемесячно|всеки месец|месечно|ежемесечно|每月|每个月",
}
_CYCLE = {word: cycle for cycle, words in _WHOLE.items() for word in words.split("|")}
_WEEKDAY = re.compile(
    r"(?:every|each|on|каждый|каждую|каждое|каждая|всеки|всяка|всяко|по) (?P<day>[^\W\d_]+)\.?"
)
_BY_WEEKDAY = ["понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям"]
_PLURAL = ["mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays", "sundays"]
_DAY = re.compile(
    r"(?:every|on the|the|каждое|каждого|всяко|на всяко) ?(?P<day>\d{1,2})(?:st|nd|rd|th|-?(?:го|е|ое|ти|ви|ри|ми|во|то))?"
    r"(?: (?:of (?:every|each|the) month|числа|число|every month|(?:число )?каждого месяца"
    r"|число на месеца|всеки месец|на всеки месец))?"
)
_HAN_WEEKDAY = re.compile(rf"每个?(?:周|週|星期|礼拜)(?P<day>[{HAN_WEEKDAYS}天])")
_HAN_DAY = re.compile(rf"每个?月(?P<day>\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}})[日号號]")
_SAYS_MONTH = re.compile(r"every|каждо|всяко|month|месец")


def read_every(said: str, today: date) -> Every | None:
    """Of a plain text that says it and nothing else. A week or a month without its day begins today."""
    if said in _CYCLE:
        cycle = _CYCLE[said]
        return Every(cycle, {Cycle.WEEK: today.weekday(), Cycle.MONTH: today.day}.get(cycle, 0))
    if found := _HAN_WEEKDAY.fullmatch(said):
        return Every(Cycle.WEEK, HAN_WEEKDAYS.index(found["day"].replace("天", "日")))
    if found := _HAN_DAY.fullmatch(said):
        return _monthly(int(found["day"]) if found["day"].isdecimal() else in_han(found["day"]))
    if (found := _DAY.fullmatch(said)) and _SAYS_MONTH.search(said):
        return _monthly(int(found["day"]))
    return _of_a_week(said)


def _of_a_week(said: str) -> Every | None:
    found = _WEEKDAY.fullmatch(said)
    word = found["day"] if found else said
    for plurals, needs_more in ((_BY_WEEKDAY, True), (_PLURAL, False)):
        if word in plurals and (found or not needs_more):
            return Every(Cycle.WEEK, plurals.index(word))
    if found and word in WEEKDAYS and not said.startswith(("on ", "по ")):
        return Every(Cycle.WEEK, WEEKDAYS[word])
    return None


def _monthly(day: int | None) -> Every | None:
    return Every(Cycle.MONTH, day) if day and 1 <= day <= 31 else None

"""Days of a week or a month by their distance: "next week", "через две недели в понедельник", "на уикенда", "下个月1号"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from domain.values.reading.calendar_words import HAN_WEEKDAYS, WEEKDAYS
from domain.values.reading.number_words import HAN_NUMERALS, in_han, number_in_words

_FRIDAY, _SATURDAY = 4, 5
_WEEKS = {
    "this": "this week|эту неделю|этой неделе|эта неделя|тази седмица|本周|这周|本週|这个星期|本星期"
    "|end of the week|end of week|eow|конец недели|конца недели|концу недели|конце недели|края на седмицата",
    "next": "next week|следующая неделя|следующей неделе|следующую неделю|следующей недели|следващата седмица|следваща седмица"
    "|другата седмица|идната седмица|下周|下週|下个星期|下星期|下个周",
    "weekend": "weekend|the weekend|this weekend|выходные|выходных|выходным|уикенд|уикенда|почивните дни"
    "|周末|週末|这周末|本周末",
}
_MEANT = {word: meant for meant, words in _WEEKS.items() for word in words.split("|")}
_WEEKDAY_LATER = re.compile(
    r"(?:in|через|след) (?P<count>[^\W_]+ )?(?:weeks?|недел[юиья]|недель|седмиц[аи])(?:,| on| в| во| във)* (?P<day>[^\W\d_]+)"
)
_HAN_WEEKDAY_LATER = re.compile(
    rf"(?P<count>\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}})个?(?:周|星期)之?后的?(?:周|星期|礼拜)(?P<day>[{HAN_WEEKDAYS}天])"
)
_ENDING = r"(?:st|nd|rd|th|-?(?:е|го|ое|ти|ви|ри|ми|во|то))?"
_NEXT_MONTH = re.compile(
    rf"(?:the )?(?P<day>\d{{1,2}}){_ENDING}(?: числа| число)?"
    r" (?:of next month|следующего месяца|(?:на|от|през) следващия месец)"
    rf"|下个?月(?P<han>\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}})[日号號]"
)


def days_within(said: str, today: date) -> tuple[date, ...]:
    """Of a plain text; none for other words. A week is its Friday, the next one its Monday or Friday, a weekend both days."""
    return _of_weeks(said, today) or _weekday_later(said, today) or _of_next_month(said, today)


def _of_weeks(said: str, today: date) -> tuple[date, ...]:
    monday = _monday(today)
    match _MEANT.get(said):
        case "this":
            return (max(today, _day(monday, _FRIDAY)),)
        case "next":
            return (_day(monday, 7), _day(monday, 7 + _FRIDAY))
        case "weekend":
            return tuple(day for at in (_SATURDAY, _SATURDAY + 1) if (day := _day(monday, at)) >= today)
    return ()


def _weekday_later(said: str, today: date) -> tuple[date, ...]:
    if found := _HAN_WEEKDAY_LATER.fullmatch(said):
        weeks, day = _number(found["count"]), HAN_WEEKDAYS.index(found["day"].replace("天", "日"))
    elif (found := _WEEKDAY_LATER.fullmatch(said)) and found["day"] in WEEKDAYS:
        count = (found["count"] or "1").strip()
        weeks, day = 1 if count in {"a", "1"} else _number(count), WEEKDAYS[found["day"]]
    else:
        return ()
    return (_day(_monday(today), 7 * weeks + day),) if weeks and weeks < 100 else ()


def _of_next_month(said: str, today: date) -> tuple[date, ...]:
    found = _NEXT_MONTH.fullmatch(said)
    day = _number(found["day"] or found["han"]) if found else None
    if not day:
        return ()
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    return (first.replace(day=day),) if day <= monthrange(first.year, first.month)[1] else ()


def _number(said: str) -> int | None:
    return int(said) if said.isdecimal() else number_in_words(said) or in_han(said)


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())


def _day(monday: date, days: int) -> date:
    return monday + timedelta(days=days)

"""The beginning, the middle and the end of a month: "end of March", "в начале мая", "края на месеца", "3月底"."""

import re
from calendar import monthrange
from datetime import date
from enum import Enum

from domain.values.reading.around import Around
from domain.values.reading.calendar_words import month_named
from domain.values.reading.number_words import HAN_NUMERALS, in_han

_YEAR = r"(?:,? ?(?P<year>\d{4})(?: ?(?:г|год|года))?\.?)?"
_SPOKEN = re.compile(
    r"(?:(?:by|at|in|around|on) )?(?:the )?(?:(?:в|к|във|около|на) )?"
    r"(?P<part>beginning|start|early|middle|mid|end|late|начал(?:ото|[оеуа])|середин[аеуы]|кон(?:ец|це|цу|ца)|средата|кра(?:я|й))"
    rf"[ \-](?:of )?(?:the )?(?:на )?(?P<month>[^\W\d_]+)\.?{_YEAR}"
)
_HAN = re.compile(
    rf"(?:(?P<year>\d{{4}}) ?年 ?)?(?:(?P<month>\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}}) ?月份?的?|这个?月的?|本?月)"
    r"(?P<part>初|中旬|中|底|末)"
)
_THIS_MONTH = {"month", "месяца", "месяц", "месеца"}


class _Part(Enum):
    BEGINNING = "beginning start early начал 初"
    MIDDLE = "middle mid середин средата 中旬 中"
    END = "end late кон кра 底 末"

    @classmethod
    def named(cls, word: str) -> "_Part":
        return next(part for part in cls if any(word.startswith(start) for start in part.value.split()))


def part_of_month(said: str, around: Around) -> tuple[date, ...]:
    """The first, the fifteenth or the last day of it, the nearest from the start; none when nothing such is said."""
    found = _SPOKEN.fullmatch(said) or _HAN.fullmatch(said)
    start = around.start
    if not found or start is None:
        return ()
    month = _month(found["month"], around)
    if month is None:
        return ()
    part, year = _Part.named(found["part"]), int(found["year"] or start.year)
    day = _day(part, year, month)
    over = day < start if around.forward else day > start
    if over and not found["year"]:
        day = _day(
            part, *_next(year, month, whole_year=found["month"] not in {None, *_THIS_MONTH}, around=around)
        )
    return (day,)


def _month(word: str | None, around: Around) -> int | None:
    if word is None or word in _THIS_MONTH:
        return (around.today or date.min).month
    number = int(word) if word.isdecimal() else in_han(word) or month_named(word)
    return number if number and 1 <= number <= 12 else None


def _next(year: int, month: int, *, whole_year: bool, around: Around) -> tuple[int, int]:
    """The one after, or the one before when days are looked for backwards."""
    step = 1 if around.forward else -1
    if whole_year:
        return year + step, month
    years, month = divmod(month - 1 + step, 12)
    return year + years, month + 1


def _day(part: _Part, year: int, month: int) -> date:
    days = {_Part.BEGINNING: 1, _Part.MIDDLE: 15, _Part.END: monthrange(year, month)[1]}
    return date(year, month, days[part])

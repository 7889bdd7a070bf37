"""Hours in words and figures: "half past three", "в половине четвёртого", "в три без четверти", "下午三点半", "3 pm"."""

import re
from dataclasses import dataclass
from datetime import time
from enum import Enum

from domain.values.reading.number_words import HAN_NUMERALS, in_han, number_in_words


class PartOfDay(Enum):
    """The hour at which it begins for those who name no other, and the hours that are said of it."""

    MORNING = (9, (*range(4, 12),))
    NOON = (12, (11, 12, 13, 14))
    AFTERNOON = (15, (*range(12, 19),))
    EVENING = (18, (*range(16, 24),))
    NIGHT = (22, (*range(20, 24), *range(5)))

    @property
    def begins(self) -> time:
        return time(self.value[0])

    def fits(self, at: time) -> bool:
        return at.hour in self.value[1]


@dataclass(frozen=True)
class ClockTime:
    """What a clock shows in either half of the day, earliest first. `bare`: a number that may be a number of anything."""

    times: tuple[time, ...]
    bare: bool = False


_PARTS = {
    PartOfDay.MORNING: "morning|in the morning|first thing|first thing in the morning"
    "|утро|утром|утра|с утра|сутрин|сутринта|сутрешно|早上|上午|早晨|清晨|一早",
    PartOfDay.NOON: "noon|midday|lunch|lunchtime|обед|обеду|обеда|полдень|полудню|обяд|обед|пладне|中午|正午|午间",
    PartOfDay.AFTERNOON: "afternoon|in the afternoon|днем|дня|после обеда|после полудня|следобед|следобеда|下午|午后",
    PartOfDay.EVENING: "evening|in the evening|вечер|вечером|вечера|вечеру|вечерта|привечер|晚上|傍晚|夜里|晚间"
    "|end of day|end of the day|eod|конец дня|концу дня|конца дня|края на деня|下班前|下班",
    PartOfDay.NIGHT: "night|at night|ночью|ночи|през нощта|нощта|深夜|半夜",
}
_PART = {word: part for part, words in _PARTS.items() for word in words.split("|")}
_FIRST_SURE, _NOON = 8, 12
"""From eight on an hour is said of the morning; earlier ones are as often of the afternoon."""

_WRITTEN = re.compile(r"(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?: ?(?:h|ч|час|часа|часов))?\.?")
_HALF_OF_DAY = re.compile(r"(?P<hour>[^\W_]+)(?:[:.](?P<minute>\d{2}))? ?(?P<half>[ap])\.?m\.?")
_COUNTED = re.compile(
    r"(?P<hour>[^\W_]+) ?(?:h|o'?clock|o’clock|ч|час|часа|часов)\.?(?: ?(?:и )?(?P<minute>\d{1,2}) ?(?:мин|минут|минути)?\.?)?"
)
_ENGLISH = re.compile(
    r"(?:(?P<minute>half|a quarter|quarter|[a-z]+|\d{1,2})) (?P<way>past|to) (?P<hour>[^\W_]+)"
)
_RUSSIAN_HALF = re.compile(r"(?:половин[аеу]|пол)[ -]?(?P<hour>[а-я]+)")
_RUSSIAN_QUARTER = re.compile(r"четверть (?P<hour>[а-я]+)")
_RUSSIAN_TO = re.compile(r"без (?P<minute>четверти|[а-я]+|\d{1,2})(?: минут)? (?P<hour>[^\W_]+)")
_BULGARIAN = re.compile(r"(?P<hour>[^\W_]+) (?P<way>и|без) (?P<minute>половина|четвърт|[а-я]+|\d{1,2})")
_HAN = re.compile(
    rf"(?P<hour>\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}}) ?[点點时時](?:钟|鐘|整)?"
    rf"(?P<minute>半|一刻|三刻|(?:\d{{1,2}}|[{HAN_NUMERALS}]{{1,3}})分?)?"
)
_NUMBER = re.compile(r"\d{1,2}")
_ORDINALS = "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого"
_ORDINAL = {word: hour for hour, word in enumerate(_ORDINALS.split(), 1)}
_DATIVES = "часу двум трем четырем пяти шести семи восьми девяти десяти одиннадцати двенадцати"
_DATIVE = {word: hour for hour, word in enumerate(_DATIVES.split(), 1)}
_PARTS_OF_HOUR = {"half": 30, "a quarter": 15, "quarter": 15, "четверти": 15, "половина": 30, "четвърт": 15}
_HAN_PARTS = {"半": 30, "一刻": 15, "三刻": 45}
_ALONE = {"midnight": time(0), "полночь": time(0), "полунощ": time(0), "午夜": time(0)}


def part_of_day(said: str) -> PartOfDay | None:
    """Of a plain text that is one and nothing else."""
    return _PART.get(said)


def clock_time(said: str) -> ClockTime | None:
    """Of a plain text that is a time of day and nothing else; None for any other."""
    if said in _ALONE:
        return ClockTime((_ALONE[said],))
    if _NUMBER.fullmatch(said):
        return _either(int(said), 0, bare=True)
    if found := _WRITTEN.fullmatch(said):
        return _written(found["hour"], int(found["minute"]))
    if found := _HALF_OF_DAY.fullmatch(said):
        return _of_half(_number(found["hour"]), int(found["minute"] or 0), after_noon=found["half"] == "p")
    if found := _HAN.fullmatch(said):
        return _either(_han(found["hour"]), _han_minute(found["minute"]))
    return _counted(said) or _around_an_hour(said)


def _counted(said: str) -> ClockTime | None:
    if said in {"час", "часу"}:
        return ClockTime((time(13),), bare=True)
    if found := _COUNTED.fullmatch(said):
        return _either(_number(found["hour"]), int(found["minute"] or 0))
    hour = number_in_words(said)
    return _either(hour, 0, bare=True) if hour is not None else None


def _around_an_hour(said: str) -> ClockTime | None:
    """So much past an hour, or before it."""
    if found := _ENGLISH.fullmatch(said):
        return _moved(_number(found["hour"]), _minutes(found["minute"]), back=found["way"] == "to")
    if found := _RUSSIAN_HALF.fullmatch(said):
        return _moved(_ORDINAL.get(found["hour"]), 30, back=True)
    if found := _RUSSIAN_QUARTER.fullmatch(said):
        return _moved(_ORDINAL.get(found["hour"]), 45, back=True)
    if found := _RUSSIAN_TO.fullmatch(said):
        return _moved(_number(found["hour"]), _minutes(found["minute"]), back=True)
    if found := _BULGARIAN.fullmatch(said):
        return _moved(_number(found["hour"]), _minutes(found["minute"]), back=found["way"] == "без")
    return None


def _written(hour: str, minute: int) -> ClockTime | None:
    """With its zero, or from seven on, it is of twenty-four hours."""
    as_written = hour.startswith("0") or int(hour) >= _FIRST_SURE - 1
    if as_written and int(hour) < 24 and minute < 60:
        return ClockTime((time(int(hour), minute),))
    return _either(int(hour), minute)


def _either(hour: int | None, minute: int, *, bare: bool = False) -> ClockTime | None:
    if hour is None or hour > 23 or minute > 59:
        return None
    early = time(hour, minute)
    if 0 < hour < _NOON:
        return ClockTime((early, time(hour + _NOON, minute)), bare)
    return ClockTime((early,), bare)


def _of_half(hour: int | None, minute: int, *, after_noon: bool) -> ClockTime | None:
    if hour is None or not 1 <= hour <= _NOON or minute > 59:
        return None
    return ClockTime((time(hour % _NOON + (_NOON if after_noon else 0), minute),))


def _moved(hour: int | None, minutes: int | None, *, back: bool) -> ClockTime | None:
    if hour is None or minutes is None or not 0 < minutes < 60 or not 1 <= hour <= 23:
        return None
    return _either((hour - 1) or _NOON, 60 - minutes) if back else _either(hour, minutes)


def _minutes(said: str) -> int | None:
    return _PARTS_OF_HOUR.get(said, _number(said))


def _number(said: str) -> int | None:
    if _NUMBER.fullmatch(said):
        return int(said)
    return 1 if said in {"час", "часа"} else _DATIVE.get(said, number_in_words(said))


def _han(said: str) -> int | None:
    return int(said) if said.isdecimal() else in_han(said)


def _han_minute(said: str | None) -> int:
    if not said:
        return 0
    minute = _HAN_PARTS.get(said, _han(said.removesuffix("分")))
    return 60 if minute is None else minute


def likely(clock: ClockTime) -> tuple[time, ...]:
    """Without a word for the part of the day: from eight to noon the morning is meant, before it either half of the day."""
    early, *late = clock.times
    return (early,) if not late or early.hour >= _FIRST_SURE else clock.times

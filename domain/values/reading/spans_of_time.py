"""Some hours or minutes from now: "in two hours", "через полтора часа", "след 30 минути", "半小时后"."""

import re
from datetime import timedelta

from domain.values.reading.number_words import HAN_NUMERALS, in_han, number_in_words

_HOUR, _HALF = timedelta(hours=1), timedelta(minutes=30)
_SPOKEN = re.compile(
    r"(?:in|after|within|через|след) (?P<span>.+)|(?P<later>.+) (?:from now|later|по-късно|спустя)"
)
_UNITS = {
    "hour hours h hr hrs час часа часов ч": _HOUR,
    "minute minutes min mins минуту минуты минут минута минути мин": timedelta(minutes=1),
}
_UNIT = {word: span for words, span in _UNITS.items() for word in words.split()}
_WHOLE = {
    "half an hour": _HALF,
    "half hour": _HALF,
    "an hour and a half": 3 * _HALF,
    "полчаса": _HALF,
    "пол часа": _HALF,
    "полтора часа": 3 * _HALF,
    "половин час": _HALF,
    "час и половина": 3 * _HALF,
    "четверть часа": _HALF / 2,
    "четвърт час": _HALF / 2,
    "a quarter of an hour": _HALF / 2,
    "час": _HOUR,
    "часа": _HOUR,
    "минуту": timedelta(minutes=1),
    "пару часов": 2 * _HOUR,
    "a couple of hours": 2 * _HOUR,
    "няколко часа": 3 * _HOUR,
}
_COUNTED = re.compile(r"(?P<count>.+?) ?(?P<unit>[^\W\d_]+)\.?")
_TWO = re.compile(r"(?P<hours>.+?(?:h|hours?|час[а-я]*|ч\.?)) (?:and |и )?(?P<minutes>\d.*)")
_HAN = re.compile(
    rf"(?:过|過)?(?P<count>\d{{1,3}}|[{HAN_NUMERALS}]{{1,4}}|半)?[个個]?(?P<half>半)?"
    r"(?P<unit>小时|小時|钟头|分钟|分鐘|刻钟)(?:之后|以后|后|後)?"
)
_HAN_UNITS = {"小": _HOUR, "钟": _HOUR, "分": timedelta(minutes=1), "刻": timedelta(minutes=15)}
_MOST = timedelta(days=7)


def time_from_now(said: str) -> timedelta | None:
    """Of a plain text that says so much from now and nothing else; None for any other, and for more than a week."""
    if said[-1:] in {"后", "後"} or said[:1] in {"过", "過"}:
        span = _in_han(said)
    elif found := _SPOKEN.fullmatch(said):
        span = _counted(found["span"] or found["later"])
    else:
        return None
    return span if span and span <= _MOST else None


def _counted(said: str) -> timedelta | None:
    if said in _WHOLE:
        return _WHOLE[said]
    if two := _TWO.fullmatch(said):
        hours, minutes = _counted(two["hours"]), _counted(two["minutes"])
        return hours + minutes if hours and minutes else None
    found = _COUNTED.fullmatch(said)
    unit = _UNIT.get(found["unit"]) if found else None
    if found is None or unit is None:
        return None
    count = found["count"]
    number = 1 if count in {"a", "an"} else int(count) if count.isdecimal() else number_in_words(count)
    return number * unit if number and number < 10_000 else None


def _in_han(said: str) -> timedelta | None:
    found = _HAN.fullmatch(said)
    if not found:
        return None
    unit, count = _HAN_UNITS[found["unit"][0]], found["count"]
    if count == "半":
        return unit / 2
    number = int(count) if count and count.isdecimal() else in_han(count) if count else None
    half = unit / 2 if found["half"] else timedelta()
    return None if number is None and not half else (number or 0) * unit + half

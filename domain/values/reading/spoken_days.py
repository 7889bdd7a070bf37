"""Days in words that count from today: "tomorrow", "через две недели", "след 3 дни", "三天后", "29-го"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from domain.values.reading.around import Around, must_be_real, real
from domain.values.reading.number_words import HAN_NUMERALS, in_han, number_in_words
from domain.values.reading.parts_of_months import part_of_month
from domain.values.reading.weekdays import weekday_alone

_NAMED = {
    -2: "day before yesterday|the day before yesterday|позавчера|онзи ден|завчера|前天",
    -1: "yesterday|вчера|昨天|昨日",
    0: "today|сегодня|днес|今天|今日",
    1: "tomorrow|tmrw|завтра|утре|明天|明日",
    2: "day after tomorrow|the day after tomorrow|послезавтра|вдругиден|други ден|后天|後天",
    3: "大后天|大後天",
}
_DAYS = {name: days for days, names in _NAMED.items() for name in names.split("|")}
_UNITS = {
    "day": "day days день дня дней дн ден дни дена 天 日",
    "week": "week weeks неделю недели недель нед седмица седмици седм 周 週 星期 礼拜",
    "fortnight": "fortnight",
    "month": "month months месяц месяца месяцев мес месец месеца месеци 月",
    "year": "year years год года лет година години 年",
}
_UNIT = {word: unit for unit, words in _UNITS.items() for word in words.split()}
_LATER = re.compile(
    r"(?:in|after|через|спустя|след) (?P<count>.+?)"
    r"|(?P<counted>.+?) (?:from now|from today|later|по-късно|спустя)"
)
_AGO = re.compile(r"(?P<count>.+?) (?:ago|назад|тому назад)|(?:преди) (?P<counted>.+?)")
_HAN = re.compile(
    rf"(?P<count>\d{{1,4}}|[{HAN_NUMERALS}]+) ?[个個]?(?P<unit>天|日|周|週|星期|礼拜|月|年)(?:之|以)?(?P<when>后|後|前)"
)
_COUNTED = re.compile(r"(?P<count>.*?) ?(?P<unit>[^\W\d_]+)\.?")
_MOST = 1_000
_DAY_ALONE = re.compile(
    r"(?:on |на |the |on the )?(?P<day>\d{1,2})(?:st|nd|rd|th|-?(?:го|ое)(?: числа)?| числа|-(?:ти|ви|ри|ми|во)| ?[号號])"
)
_HAN_DAY_ALONE = re.compile(f"(?P<day>[{HAN_NUMERALS}]+)[日号號]")


def spoken_days(said: str, around: Around) -> tuple[date, ...]:
    """Every reading of a plain text; none when it says no day. Raises Refusal: no_such_day."""
    today = around.today
    assert today is not None
    if said in _DAYS:
        return (today + timedelta(days=_DAYS[said]),)
    if found := _DAY_ALONE.fullmatch(said):
        return _of_a_month(int(found["day"]), around)
    if (found := _HAN_DAY_ALONE.fullmatch(said)) and (day := in_han(found["day"])):
        return _of_a_month(day, around)
    return part_of_month(said, around) or _counted(said, around) or weekday_alone(said, around)


def _counted(said: str, around: Around) -> tuple[date, ...]:
    """From today; and from the first day that fits, where that is another: "in 3 days" after a departure."""
    assert around.today is not None
    if found := _HAN.fullmatch(said):
        count, unit, sign = found["count"], found["unit"], -1 if found["when"] == "前" else 1
        number = int(count) if count.isdecimal() else in_han(count)
    elif found := _LATER.fullmatch(said) or _AGO.fullmatch(said):
        sign = 1 if found.re is _LATER else -1
        number, unit = _number_and_unit(found["count"] or found["counted"])
    else:
        return ()
    if not number or number > _MOST or unit not in _UNIT:
        return ()
    from_ = {around.today, around.first or around.today} if sign > 0 else {around.today}
    return must_be_real(_later(day, sign * number, _UNIT[unit]) for day in from_)


def _number_and_unit(said: str) -> tuple[int | None, str]:
    found = _COUNTED.fullmatch(said)
    if not found:
        return None, ""
    count, unit = found["count"], found["unit"]
    if count in {"", "a", "an"}:
        return 1, unit
    return (int(count) if re.fullmatch(r"\d{1,4}", count) else number_in_words(count)), unit


def _later(day: date, count: int, unit: str) -> date | None:
    """So many of them later; of a month that is shorter, the last day."""
    if unit in {"day", "week", "fortnight"}:
        moved = day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
        return real(moved.year, moved.month, moved.day)
    years, month = divmod(day.month - 1 + count * (12 if unit == "year" else 1), 12)
    year = day.year + years
    return real(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _of_a_month(day: int, around: Around) -> tuple[date, ...]:
    if not 1 <= day <= 31:
        return ()
    return around.nearest(one for one in around.days_from_start() if one.day == day)

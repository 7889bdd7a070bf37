"""Weekdays: beside a day ("чт, 29 октября", "10月29日 周五"), and alone ("Friday", "в следующий вторник", "下周五")."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from domain.values.language import Language
from domain.values.reading.around import Around
from domain.values.reading.calendar_words import BULGARIAN_WEEKDAYS, HAN_WEEKDAYS, WEEKDAYS

_WEEK = timedelta(days=7)
_HAN_DAY = rf"(?:周|週|星期|礼拜|禮拜)(?P<day>[{HAN_WEEKDAYS}天])"
_HAN = re.compile(rf"(?P<week>下下|下|这|這|本|上)?[个個]?{_HAN_DAY}")
_HAN_BESIDE = re.compile(rf"[ ,(]*{_HAN_DAY}[ ,)]*")
_HAN_WEEKS = {"下下": 2, "下": 1, "这": 0, "這": 0, "本": 0, "上": -1}
_BESIDE = re.compile(
    r"(?P<first>[^\W\d_]+)\.?,? (?P<rest>.*\d.*)|(?P<before>.*\d.*?),? ?\(?(?P<last>[^\W\d_]+)\.?\)?"
)

_MEANINGS = {
    "this": "this эту этот эта это этой този тази това",
    "next": "next следующий следующую следующая следующее следующей след следващ следващия следващият следващата следваща"
    " следващото другия другата друга друг другото идната идния",
    "coming": "coming upcoming nearest ближайший ближайшую ближайшее ближайшая",
    "last": "last past прошлый прошлую прошлое прошлая прошлой миналия минал минала миналата миналото",
    "week": "week неделе недели неделю седмица седмицата",
    "": "on the of in в во във на през за от",
}
_MEANING = {word: meaning for meaning, words in _MEANINGS.items() for word in words.split()}


def without_weekday(said: str) -> tuple[str, int | None]:
    """A day in figures without the weekday beside it, and that weekday."""
    if found := _HAN_BESIDE.search(said):
        rest = said[: found.start()] + said[found.end() :]
        if any(c.isdigit() for c in rest) or "月" in rest:
            return rest, _han_day(found)
    if found := _BESIDE.fullmatch(said):
        word, rest = found["first"] or found["last"], found["rest"] or found["before"]
        if word in WEEKDAYS:
            return rest.strip(" ,("), WEEKDAYS[word]
    return said, None


def weekday_alone(said: str, around: Around) -> tuple[date, ...]:
    """The days that a weekday may mean; none when it says no weekday."""
    if found := _HAN.fullmatch(said.removeprefix("在")):
        day = _han_day(found)
        if found["week"]:
            return (_of_week(day, _HAN_WEEKS[found["week"]], around),)
        return _next_such(day, around)
    words = re.findall(r"[^\W\d_]+", said)
    if re.search(r"[\d\-+]", said) or not 1 <= len(words) <= 6:
        return ()
    days = {word for word in words if word in WEEKDAYS and not _is_a_week(word, around.language)}
    meanings = [_MEANING.get(word) for word in words if word not in days]
    if len(days) != 1 or None in meanings or _is_after(said, days, around.language):
        return ()
    return _meant(WEEKDAYS[days.pop()], {meaning for meaning in meanings if meaning}, around)


def _meant(day: int, said: Iterable[str], around: Around) -> tuple[date, ...]:
    """People differ on "next Friday", and on "last": the nearest such day, or the one of the neighbouring week."""
    today = around.today
    assert today is not None
    nearest = {"coming": today, "next": today, "last": today - _WEEK - timedelta(days=1)}
    weeks = {"this": 0, "next": 1, "last": -1}
    match sorted(said):
        case []:
            return _next_such(day, around)
        case [("this" | "next" | "last") as which, "week"]:
            return (_of_week(day, weeks[which], around),)
        case ["this"]:
            return (_of_week(day, 0, around), _next_such(day, around)[0])
        case [("coming" | "next" | "last") as which]:
            near = _after(day, nearest[which])
            return (near, _of_week(day, weeks[which], around)) if which in weeks else (near,)
    return ()


def _next_such(day: int, around: Around) -> tuple[date, ...]:
    return around.nearest(one for one in around.days_from_start() if one.weekday() == day)


def _after(day: int, start: date) -> date:
    return start + timedelta(days=(day - start.weekday() - 1) % 7 + 1)


def _of_week(day: int, weeks: int, around: Around) -> date:
    """Of this calendar week, which begins on Monday, or so many later."""
    assert around.today is not None
    return around.today + timedelta(days=day - around.today.weekday()) + weeks * _WEEK


def _is_a_week(word: str, language: Language | None) -> bool:
    """ "неделя" is Sunday in Bulgarian, and a week in Russian."""
    return word == "неделя" and language is Language.RUSSIAN


def _is_after(said: str, days: set[str], language: Language | None) -> bool:
    """ "след вторник" is "after Tuesday" in Bulgarian; "след. вторник" and "след пятницу" are the next one in Russian."""
    bare = bool(re.search(r"\bслед\b(?!\.)", said))
    return bare and language is not Language.RUSSIAN and bool(days & BULGARIAN_WEEKDAYS)


def _han_day(found: re.Match[str]) -> int:
    return HAN_WEEKDAYS.index(found["day"].replace("天", "日"))

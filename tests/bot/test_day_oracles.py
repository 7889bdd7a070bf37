"""Two libraries as a second opinion on days in words, over a generated corpus."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from time_parser_zh import extract_date_range_v2, extract_relative_time
from timesense import TimeConfig, TimeSenseParser

from domain.values.language import Language
from domain.values.reading.days import Around, read_days

DAYS = [date(2026, 11, 23) + timedelta(days=days) for days in (*range(7), 66, 97)]
"""Every weekday, the end of January and of February."""

MONTHS = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
RU_MONTHS = MONTHS.split()
WEEKDAYS = "понедельник вторник среду четверг пятницу субботу воскресенье"
RU_WEEKDAYS = WEEKDAYS.split()


def russian() -> Iterator[str]:
    yield from (
        "сегодня",
        "завтра",
        "послезавтра",
        "через неделю",
        "через месяц",
        "через две недели",
        "через три дня",
    )
    yield from (f"через {n} дней" for n in (5, 6, 10, 25, 100))
    yield from (f"через {n} недели" for n in (2, 3, 4))
    yield from (f"{day} {month} 2027" for day, month in zip(range(3, 27, 2), RU_MONTHS, strict=True))
    yield from (f"{day:02}.{month:02}.2028" for day, month in ((1, 2), (29, 2), (31, 12), (12, 3)))
    yield from (f"в {weekday}" for weekday in RU_WEEKDAYS)


def english() -> Iterator[str]:
    yield from ("today", "tomorrow", "in a week", "in two weeks", "in 3 days", "in 10 days", "in 2 months")
    yield from ("October 29, 2027", "29 October 2027", "May 1, 2028", "3 March 2027")


def chinese() -> Iterator[str]:
    yield from ("今天", "明天", "后天")  # it takes 大后天 for 后天
    yield from (f"{which}周{day}" for which in ("这", "下", "本") for day in "一二三四五六日")
    yield from (f"{n}{unit}后" for n in ("三", "两", "十", "5") for unit in ("天", "周", "个月"))
    yield from (f"2027年{month}月{day}日" for month, day in ((1, 31), (2, 28), (10, 29), (12, 1)))


TIMESENSE = TimeSenseParser(TimeConfig())


def second_opinion(text: str, language: str, now: datetime) -> date | None:
    found = TIMESENSE.parse(text, now, language=language)
    start = getattr(found, "start_at", None)
    return start.date() if isinstance(start, datetime) else None


@pytest.mark.parametrize("today", DAYS, ids=str)
@pytest.mark.parametrize(("language", "corpus"), [("ru", russian), ("en", english)])
def test_timesense_agrees(language: str, corpus: Callable[[], Iterator[str]], today: date) -> None:
    now = datetime(today.year, today.month, today.day, 12)
    around = Around(today=today, first=today, language=Language(language))
    wrong = {}
    for text in corpus():
        ours, theirs = read_days(text, around), second_opinion(text, language, now)
        if theirs not in ours:
            wrong[text] = (ours, theirs)
    assert not wrong


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_time_parser_zh_agrees(today: date) -> None:
    now = datetime(today.year, today.month, today.day, 12)
    around = Around(today=today, language=Language.CHINESE)
    wrong = {}
    for text in chinese():
        theirs = (
            extract_date_range_v2(text, today=now).start
            or extract_relative_time(text, anchor=now).resolved_at
        )
        ours = [day.isoformat() for day in read_days(text, around)]
        if not theirs or theirs[:10] not in ours:
            wrong[text] = (ours, theirs)
    assert not wrong

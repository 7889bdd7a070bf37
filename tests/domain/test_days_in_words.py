"""Days as people write them in four languages: what has one meaning is read, what has two gives both."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.values.language import Language
from domain.values.reading.calendar_words import WEEKDAYS
from domain.values.reading.days import Around, has_year, read_day, read_days
from domain.values.refusals import Refusal

TODAY = date(2026, 11, 25)
"""A Wednesday."""
KINDS = {"not_a_day", "no_such_day", "other_weekday"}
EN, RU, BG, ZH = Language.ENGLISH, Language.RUSSIAN, Language.BULGARIAN, Language.CHINESE

ONE = {
    EN: {
        "29.10|29/10/27|29-10|29 . 10 . 27|29th of October|Oct 29|29oct|Fri 29 October|10/29/2027": "2027-10-29",
        "tomorrow|Thursday|in a day|a day from now": "2026-11-26",
        "friday|this Friday|on Fri.|day after tomorrow|in two days": "2026-11-27",
        "friday next week|next week on friday": "2026-12-04",
        "in two weeks|two weeks from today|in a fortnight|14 days later|after 14 days": "2026-12-09",
        "the 29th": "2026-11-29",
        "end of March|late March|by the end of march": "2027-03-31",
        "mid May|the middle of May": "2027-05-15",
        "early December|beginning of December 2026": "2026-12-01",
        "end of the month|end of November": "2026-11-30",
        "beginning of the month": "2026-12-01",
        "Dec 24|24 Dec|12/24|24.12": "2026-12-24",
        "29.02": "2028-02-29",
        "today|25.11": "2026-11-25",
        "in a month|in one month": "2026-12-25",
    },
    RU: {
        "29 октября|29октября|29.X.2027|пт, 29 октября|29.10.27 г.|29-го октября|２９．１０．２７": "2027-10-29",
        "завтра|в четверг|через день": "2026-11-26",
        "в пятницу|пт|в эту пятницу|послезавтра|через два дня": "2026-11-27",
        "на следующей неделе в пятницу": "2026-12-04",
        "след. вторник|след вторник|в следующий вторник|во вторник": "2026-12-01",
        "через две недели|через 14 дней|спустя 2 недели": "2026-12-09",
        "29-го|29 числа|29-го числа": "2026-11-29",
        "конец марта|в конце марта|к концу марта": "2027-03-31",
        "середина мая|в середине мая": "2027-05-15",
        "в начале декабря": "2026-12-01",
        "в конце месяца": "2026-11-30",
        "через неделю": "2026-12-02",
        "через двадцать один день": "2026-12-16",
    },
    BG: {
        "29-ти октомври|29 окт.|29.Х.2027 г.|петък, 29 октомври|29.10.": "2027-10-29",
        "утре|в четвъртък|след един ден": "2026-11-26",
        "петък|в петък|този петък|вдругиден|други ден|след 2 дни": "2026-11-27",
        "следващата седмица в петък|петък другата седмица": "2026-12-04",
        "след две седмици|след 14 дни": "2026-12-09",
        "в неделя|неделя|нд|29-ти": "2026-11-29",
        "след двайсет и един дни": "2026-12-16",
        "на 1-ви май": "2027-05-01",
        "края на март|в края на март|края на март 2027 г.": "2027-03-31",
        "средата на май": "2027-05-15",
        "началото на декември|в началото на декември": "2026-12-01",
        "края на месеца": "2026-11-30",
    },
    ZH: {
        "10月29日|10月29号|十月二十九日|10/29|10.29|2027年10月29日（星期五）|周五，10月29日": "2027-10-29",
        "二〇二七年十月二十九日|２０２７年１０月２９日|27年10月29日": "2027-10-29",
        "明天|周四|一天后": "2026-11-26",
        "周五|这周五|本周五|后天|两天后|在周五": "2026-11-27",
        "下周五|下个星期五|下礼拜五": "2026-12-04",
        "下下周三|两周后|两个星期之后|十四天后": "2026-12-09",
        "29号|二十九号|周日|星期天": "2026-11-29",
        "3月底|三月底|3月末|2027年3月底": "2027-03-31",
        "5月中旬|五月中": "2027-05-15",
        "12月初": "2026-12-01",
        "月底|这个月底": "2026-11-30",
        "大后天": "2026-11-28",
        "一个月后": "2026-12-25",
    },
}


def ahead(language: Language | None = None, today: date = TODAY) -> Around:
    return Around(today=today, first=today, language=language)


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        (language, typed, day)
        for language, days in ONE.items()
        for all_typed, day in days.items()
        for typed in all_typed.split("|")
    ],
)
def test_what_has_one_meaning_is_read(language: Language, typed: str, day: str) -> None:
    assert [one.isoformat() for one in read_days(typed, ahead(language))] == [day]


@pytest.mark.parametrize(
    ("language", "typed", "days"),
    [
        (EN, "next Friday", "2026-11-27 2026-12-04"),
        (RU, "след пятницу", "2026-11-27 2026-12-04"),
        (RU, "в следующую пятницу", "2026-11-27 2026-12-04"),
        (BG, "следващия петък", "2026-11-27 2026-12-04"),
        (EN, "wednesday", "2026-11-25 2026-12-02"),
        (BG, "в сряда", "2026-11-25 2026-12-02"),
        (ZH, "周三", "2026-11-25 2026-12-02"),
        (EN, "the 25th", "2026-11-25 2026-12-25"),
        (EN, "03/04/27", "2027-03-04 2027-04-03"),
        (EN, "3/4", "2027-03-04 2027-04-03"),
        (ZH, "4/3", "2027-03-04 2027-04-03"),
        (ZH, "28-04-27", "2027-04-28 2028-04-27"),
    ],
)
def test_what_has_two_gives_both(language: Language, typed: str, days: str) -> None:
    assert " ".join(one.isoformat() for one in read_days(typed, ahead(language))) == days


@pytest.mark.parametrize(
    ("language", "typed", "why"),
    [
        (EN, "tomorrow at 10", "not_a_day"),
        (EN, "31.02", "no_such_day"),
        (EN, "two fridays", "not_a_day"),
        (EN, "29", "not_a_day"),
        (EN, "in 0 days", "not_a_day"),
        (EN, "Thursday 29.10.2027", "other_weekday"),
        (RU, "неделя", "not_a_day"),
        (RU, "через две", "not_a_day"),
        (BG, "след петък", "not_a_day"),
        (BG, "след вторник", "not_a_day"),
        (BG, "пет", "not_a_day"),
        (ZH, "10月29日（周四）", "other_weekday"),
        (ZH, "二月三十日", "no_such_day"),
    ],
)
def test_what_has_no_meaning_is_refused(language: Language, typed: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_days(typed, ahead(language))
    assert refused.value.kind == why


def test_of_what_is_behind_the_last_one_is_meant() -> None:
    behind = Around(today=TODAY, last=TODAY)
    assert read_days("29.10", behind) == (date(2026, 10, 29),)
    assert read_days("26.11", behind) == (date(2025, 11, 26),)
    assert read_days("friday", behind) == (date(2026, 11, 20),)
    assert read_days("last friday", behind) == (date(2026, 11, 20),)
    assert read_days("2 дня назад", behind) == (date(2026, 11, 23),)
    assert read_days("17.05.85", behind) == (date(1985, 5, 17),)


def test_after_a_departure_days_are_counted_from_it() -> None:
    leaves = date(2027, 10, 29)
    after = Around(today=TODAY, first=leaves)
    assert read_days("1.11", after) == (date(2027, 11, 1),)
    assert read_days("in 3 days", after) == (date(2027, 11, 1),)
    assert read_days("monday", after) == (date(2027, 11, 1),)


def test_without_today_a_day_has_its_year() -> None:
    for typed in ("29.10", "tomorrow", "friday", "29th", "10月29日"):
        assert not has_year(typed)
        with pytest.raises(Refusal, match="not_a_day"):
            read_day(typed)
    assert has_year("29.10.2027")
    assert has_year("29 октября 2027")


todays = st.dates(date(2000, 1, 1), date(2090, 12, 31))


months = st.integers(1, 12)


@given(todays, months, months, st.sampled_from(["/", "-", ".", " "]), st.sampled_from([*Language, None]))
def test_two_orders_are_never_one_silently(
    today: date, one: int, two: int, mark: str, language: Language | None
) -> None:
    """Against a plain model: who may write the month first, and when."""
    assume(one != two)
    typed = f"{one:02}{mark}{two:02}{mark}{today.year + 2}"
    both = {date(today.year + 2, two, one), date(today.year + 2, one, two)}
    month_first_too = mark in "/-" and language in {EN, ZH}
    assert set(read_days(typed, ahead(language, today))) == (
        both if month_first_too else {date(today.year + 2, two, one)}
    )


@given(todays, st.sampled_from(sorted(WEEKDAYS)), st.sampled_from(["next", "следующий", "следващия"]))
def test_the_next_such_day_is_asked_about_unless_both_are_one(today: date, weekday: str, next_: str) -> None:
    found = read_days(f"{next_} {weekday}", ahead(BG, today))
    monday = today - timedelta(days=today.weekday())
    assert all(day.weekday() == WEEKDAYS[weekday] and day > today for day in found)
    assert monday + timedelta(days=7 + WEEKDAYS[weekday]) in found
    assert len(found) == (2 if WEEKDAYS[weekday] > today.weekday() else 1)


SAID = (
    "0 1 3 12 25 29 31 99 1999 2027 . , / - 年 月 日 号 周 星期 五 天 后 前 下 两 十 二"
    " in after next last this on в на через след преди назад ago days недели седмици months год october мая"
    " the of th го ти"
)
words = st.sampled_from([*SAID.split(), *WEEKDAYS])


def read(text: str, around: Around) -> tuple[date, ...]:
    """Nothing when it is refused, for one of the known reasons."""
    try:
        return read_days(text, around)
    except Refusal as refusal:
        if refusal.kind not in KINDS:
            raise
        return ()


@given(st.lists(words, max_size=6), st.sampled_from(["", " "]), todays, st.sampled_from(Language))
def test_every_reading_is_a_real_day(said: list[str], between: str, today: date, language: Language) -> None:
    behind = Around(today=today, last=today, language=language)
    for around in (ahead(language, today), behind, Around(language=language)):
        found = read(between.join(said), around)
        assert list(found) == sorted(set(found))
        assert all(1900 <= day.year <= 2100 for day in found)
        inside = [day for day in found if (around.first or day) <= day <= (around.last or day)]
        assert inside in ([], list(found))


@given(st.text(max_size=40), st.sampled_from(Language))
def test_no_text_breaks_the_reader(text: str, language: Language) -> None:
    assert len(read(text, ahead(language))) <= 3

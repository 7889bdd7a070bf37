"""No day of this year is told with its year; every other day is, and so is each day on paper."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.values.language import Language
from domain.values.month import Month
from domain.values.translated import Dated
from locales import Fact, FullDay, Sentence, Voice, Weekday, _
from tests.things import OHRID

SOFIA = ZoneInfo("Europe/Sofia")
THE_29TH = OHRID.departs.date()
FACTS: tuple[Fact, ...] = (
    THE_29TH, Weekday(THE_29TH), datetime(2027, 10, 29, 6, 30), Month(2027, 10), OHRID.title, FullDay(THE_29TH)
)  # fmt: skip
SAID = {
    Language.ENGLISH: [
        "29 October", "Friday 29 October", "29 October, 06:30", "October", "Ohrid 29.10", "29 October 2027"
    ],
    Language.RUSSIAN: [
        "29 октября", "пятница, 29 октября", "29 октября, 06:30", "октябрь", "Ohrid 29.10", "29 октября 2027"
    ],
    Language.BULGARIAN: [
        "29 октомври", "петък, 29 октомври", "29 октомври, 06:30", "октомври", "Ohrid 29.10", "29 октомври 2027"
    ],
    Language.CHINESE: [
        "10月29日", "10月29日 星期五", "10月29日 06:30", "10月", "Ohrid 29.10", "2027年10月29日"
    ],
}  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_a_day_of_this_year_is_told_without_it(language: Language) -> None:
    assert said(Voice(language, SOFIA, date(2027, 1, 1))) == SAID[language]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2028, 1, 1), None])
def test_a_day_of_another_year_always_has_it(language: Language, today: date | None) -> None:
    assert all("2027" in told for told in said(Voice(language, SOFIA, today)))


def test_what_is_printed_today_is_read_in_another_year() -> None:
    assert said(Voice(Language.ENGLISH, SOFIA, THE_29TH).on_paper())[:2] == [
        "29 October 2027",
        "Friday 29 October 2027",
    ]


def test_the_year_of_an_instant_is_that_of_the_listeners_clock() -> None:
    """Half past eleven in the evening of New Year's Eve in London is the new year in Sofia."""
    instant = datetime(2027, 12, 31, 23, 30, tzinfo=ZoneInfo("UTC"))
    told = [
        Voice(Language.ENGLISH, SOFIA, today).plain(moment(instant))
        for today in (date(2027, 12, 31), date(2028, 1, 1))
    ]
    assert told == ["1 January 2028, 01:30", "1 January, 01:30"]


def test_the_calendar_names_its_year() -> None:
    assert Voice(Language.ENGLISH, SOFIA, THE_29TH).month(THE_29TH + timedelta(days=30)) == "November 2027"


@pytest.mark.parametrize(
    ("written", "this_year", "next_year"),
    [
        ("Vienna 12.05.2027 – 15.05.2027", "Vienna 12.05 – 15.05", None),
        ("Vienna 28.12.2027 – 03.01.2028", "Vienna 28.12 – 03.01.2028", "Vienna 28.12.2027 – 03.01"),
        ("Lisbon March 2027", "Lisbon March", None),
        ("Лиссабон март 2027", "Лиссабон март", None),
        ("Лисабон юни 2027", "Лисабон юни", None),
        ("里斯本 2027年3月", "里斯本 3月", None),
        ("Football 2027", "Football 2027", None),
        ("Tour 20271, 1.1.20275", "Tour 20271, 1.1.20275", None),
    ],
)
def test_a_tailor_made_journey_is_called_without_it_too(
    written: str, this_year: str, next_year: str | None
) -> None:
    for today, told in ((2027, this_year), (2028, next_year or written)):
        voice = Voice(Language.ENGLISH, SOFIA, date(today, 1, 1))
        assert voice.plain(moment(Dated(written))) == told
    assert Voice(Language.ENGLISH, SOFIA, None).plain(moment(Dated(written))) == written


def said(voice: Voice) -> list[str]:
    return [voice.plain(moment(fact)) for fact in FACTS]


def moment(fact: Fact) -> Sentence:
    return _("{day}")(day=fact)

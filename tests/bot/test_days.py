"""Days as people type them in the chat: whatever the bot prints, it reads."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.questions.calendar import calendar_rows
from domain.values.language import Language
from domain.values.reading.days import Around, read_day, read_days
from domain.values.refusals import Refusal
from locales import Voice, Weekday, _

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(days, st.sampled_from(Language))
def test_a_day_is_read_as_it_is_printed(day: date, language: Language) -> None:
    printed = Voice(language, ZoneInfo("UTC"), None).plain(_("{day}")(day=day))

    assert read_day(printed) == day
    with_weekday = Voice(language, ZoneInfo("UTC"), None).plain(_("{day}")(day=Weekday(day)))
    assert read_days(with_weekday, Around(language=language)) == (day,)


@given(st.dates(date(2027, 1, 1), date(2027, 12, 31)), st.sampled_from(Language))
def test_a_day_to_come_is_read_as_it_is_printed_without_its_year(day: date, language: Language) -> None:
    voice, around = Voice(language, ZoneInfo("UTC"), day), Around(today=day, first=day, language=language)

    assert read_days(voice.plain(_("{day}")(day=day)), around) == (day,)
    assert read_days(voice.plain(_("{day}")(day=Weekday(day))), around) == (day,)


@pytest.mark.parametrize(
    "typed",
    [
        "17 мая 1985",
        "17 май 1985 г.",
        "17 мая 1985 года",
        "17 МАЯ 85",
        "17-ти май 1985",
        "17 May 1985",
        "17th of May, 1985",
        "17-May-1985",
        "17.May.1985",
        "May 17, 1985",
        "may 17th 1985",
        "1985年5月17日",
        "１９８５年５月１７日",
    ],
)
def test_a_month_may_be_written_by_its_name(typed: str) -> None:
    day = read_day(typed)

    assert day in {date(1985, 5, 17), date(2085, 5, 17)}


@pytest.mark.parametrize(
    ("typed", "month"),
    [("sept", 9), ("Sep.", 9), ("окт.", 10), ("нояб", 11), ("ное", 11), ("июн", 6), ("юли", 7), ("фев", 2)],
)
def test_a_month_is_known_by_its_beginning(typed: str, month: int) -> None:
    assert read_day(f"1 {typed} 2027") == date(2027, month, 1)


@pytest.mark.parametrize("text", ["1 ма 2027", "1 ju 2027", "17 deal 1985", "room 17, 1985"])
def test_what_is_no_months_name_is_no_day(text: str) -> None:
    with pytest.raises(Refusal, match="not_a_day"):
        read_day(text)


def test_weeks_in_which_no_day_can_be_meant_are_left_out() -> None:
    voice = Voice(Language.ENGLISH, ZoneInfo("Europe/Sofia"), None)
    around = Around(first=date(2026, 11, 30))

    _head, _weekdays, *weeks = calendar_rows(voice, "2026-11-01", around)

    assert [[button.args for button in week if button.action == "answer"] for week in weeks] == [
        [("2026-11-30",)]
    ]

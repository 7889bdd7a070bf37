"""Days, times and counts as people type them."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values.reading.counts import read_count
from domain.values.reading.days import read_day
from domain.values.reading.times import day_and_time, read_time
from domain.values.refusals import Refusal

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(
    days, st.sampled_from(["%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%Y年%m月%d日", "%d. %m. %Y г.", "%d %m %Y"])
)
def test_a_day_is_read_however_the_region_writes_it(day: date, written: str) -> None:
    assert read_day(day.strftime(written)) == day


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_short_year_is_of_this_century(day: date) -> None:
    assert read_day(f"{day.day}.{day.month}.{day:%y}") == day


@given(st.times())
def test_a_time_is_read_back(at: time) -> None:
    assert read_time(f"{at:%H:%M}") == at.replace(second=0, microsecond=0)


@pytest.mark.parametrize("typed", ["6:30", "06.30", "6 30", "6ч30", "6点30分", "6：30", "06:30 ч.", "٠٦:٣٠"])
def test_a_time_is_read_however_it_is_written(typed: str) -> None:
    assert read_time(typed) == time(6, 30)


@pytest.mark.parametrize("typed", ["18", "18h", "18 часов", "18点", "18H"])
def test_an_hour_alone_is_a_time(typed: str) -> None:
    assert read_time(typed) == time(18)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31.02.2027", "no_such_day"),
        ("29.02.2027", "no_such_day"),
        ("1.1.0001", "no_such_day"),
        ("1.13.2027", "no_such_day"),
        ("29.10", "not_a_day"),
        ("29.10.20270", "not_a_day"),
        ("tomorrow", "not_a_day"),
        ("", "not_a_day"),
    ],
)
def test_a_day_that_is_none_is_refused(typed: str, why: str) -> None:
    assert refused(read_day, typed) == why


@pytest.mark.parametrize("typed", ["24:00", "6:60", "6:3", "6:30:00", "-6:30", "noon", ""])
def test_a_time_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_time(typed)


@given(st.integers(1, 500))
def test_a_count_is_read_back(count: int) -> None:
    assert read_count(f" {count} ", 500) == count


@pytest.mark.parametrize("typed", ["0", "501", "-1", "1.5", "1e2", "two five", "", "9" * 5000])
def test_a_count_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read_count(typed, 500)


@given(st.text(max_size=40))
def test_no_text_breaks_a_reader(text: str) -> None:
    for read in (read_day, read_time, lambda typed: read_count(typed, 9)):
        assert refused(read, text) in {None, "not_a_day", "no_such_day", "not_a_time", "not_a_count"}


def refused(read: Callable[[str], object], text: str) -> str | None:
    try:
        read(text)
    except Refusal as refusal:
        return refusal.kind
    return None


@pytest.mark.parametrize(
    ("typed", "day", "at"),
    [
        ("29.10 18:00", "29.10", time(18)),
        ("29.10.2027, 6:30", "29.10.2027", time(6, 30)),
        ("29 October at 18:00", "29 october", time(18)),
        ("завтра в 6:30", "завтра", time(6, 30)),
        ("29 октября в 18 часов", "29 октября", time(18)),
        ("утре в 18ч", "утре", time(18)),
        ("10月29日18点", "10月29日", time(18)),
        ("10月29日 18点30分", "10月29日", time(18, 30)),
        ("明天6:30", "明天", time(6, 30)),
        ("29.10.2027", "29.10.2027", None),
        ("29.10 99:00", "29.10 99:00", None),
        ("in 2 days", "in 2 days", None),
        ("2027年10月29日", "2027年10月29日", None),
    ],
)
def test_a_time_beside_a_day(typed: str, day: str, at: time | None) -> None:
    assert day_and_time(typed) == (day, at)

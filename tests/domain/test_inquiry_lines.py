"""A phone inquiry typed in one line, days from one to another, and deadlines that fit the days left."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.timing import Timing
from domain.values.month import Month
from domain.values.reading.around import Around
from domain.values.reading.inquiry_line import (
    InquiryLine,
    TimeLine,
    WishLine,
    read_inquiry_line,
    read_time_line,
    read_wish_line,
)
from domain.values.reading.spans import Span, read_span

TODAY = date(2026, 11, 30)
AROUND = Around(today=TODAY, first=TODAY)
DAY = date(2026, 12, 18)


def is_phone(said: str) -> bool:
    return 9 <= sum(sign.isdigit() for sign in said) <= 12


@pytest.mark.parametrize(
    ("text", "name", "place", "when", "count"),
    [
        ("Ivan Petrov 0888 123 456 Ohrid 18.12 2 people", "Ivan Petrov", "Ohrid", DAY, 2),
        ("Ivan Petrov, +359 88 812 3456, Lisbon in June, 2", "Ivan Petrov", "Lisbon", Month(2027, 6), 2),
        ("Мария 0888 123 456 Рим в июне вчетвером", "Мария", "Рим", Month(2027, 6), 4),
        ("Иван 0888123456 до Охрид утре, двама", "Иван", "Охрид", date(2026, 12, 1), 2),
        ("李明 13800200203 奥赫里德 12月18日 2人", "李明", "奥赫里德", DAY, 2),
        ("Ivan Petrov 0888 123 456 Ohrid 18.12 25 people", "Ivan Petrov", "Ohrid", DAY, 25),
        ("Иван 0888123456 Охрид 18.12 25 човека", "Иван", "Охрид", DAY, 25),
        ("Мария 0888 123 456 Охрид 18.12 25 человек", "Мария", "Охрид", DAY, 25),
        ("李明 13800200203 奥赫里德 12月18日 25人", "李明", "奥赫里德", DAY, 25),
        ("Ivan Petrov 0888 123 456", "Ivan Petrov", None, None, None),
        ("Ivan 0888123456 two", "Ivan", None, None, 2),
        ("Ivan 0888123456 Rome 99.99", "Ivan", "Rome 99.99", None, None),
    ],
)
def test_a_line_is_read_as_far_as_it_says_something(
    text: str, name: str, place: str | None, when: date | Month | None, count: int | None
) -> None:
    read = read_inquiry_line(text, AROUND, is_phone, 500)
    assert read is not None
    assert (read.name, read.place, read.when, read.count) == (name, place, when, count)


@pytest.mark.parametrize(
    ("text", "place", "when", "count"),
    [
        ("Sofia Sector 5", "Sofia Sector 5", None, None),
        ("Sofia sector 5, 2 people", "Sofia sector 5", None, 2),
        ("Sofia Room 12 June", "Sofia Room 12", Month(2027, 6), None),
        ("Lisbon 7 nights 2", "Lisbon 7 nights", None, 2),
        ("Lisbon June 5 nights 2 people", "Lisbon 5 nights", Month(2027, 6), 2),
        ("Lisbon hotel 2 people", "Lisbon hotel", None, 2),
        ("Lisbon 2", "Lisbon", None, 2),
        ("Lisbon Sector 30 2人", "Lisbon Sector 30", None, 2),
        ("София сектор 5", "София сектор 5", None, None),
        ("Рим комната 12 в июне", "Рим комната 12", Month(2027, 6), None),
        ("Рим 7 ночей вдвоём", "Рим 7 ночей", None, 2),
        ("Рим отель 5 звёзд 3 человека", "Рим отель 5 звёзд", None, 3),
        ("Охрид стая 12, 2 човека", "Охрид стая 12", None, 2),
        ("Охрид 3 нощувки през юни", "Охрид 3 нощувки", Month(2027, 6), None),
        ("普吉岛 房间 12 2人", "普吉岛 房间 12", None, 2),
        ("普吉岛 5晚 1月 2人", "普吉岛 5晚", Month(2027, 1), 2),
        ("普吉岛 5 晚 2人", "普吉岛 5 晚", None, 2),
    ],
)
def test_a_number_of_something_else_counts_nobody(
    text: str, place: str, when: date | Month | None, count: int | None
) -> None:
    read = read_inquiry_line(f"Ivan 0888123456 {text}", AROUND, is_phone, 500)
    assert read is not None
    assert (read.phone, read.place, read.when, read.count) == ("0888123456", place, when, count)


@given(
    thing=st.sampled_from(["Sector", "room", "no", "сектор", "стая", "第", "комната"]),
    number=st.integers(1, 99),
    of=st.sampled_from(["nights", "star", "ночей", "нощувки", "дни", "晚", "km"]),
    who=st.sampled_from(["", "2 people", "двама", "вдвоём", "2人"]),
)
def test_whatever_has_a_number_or_is_counted_is_nobody(thing: str, number: int, of: str, who: str) -> None:
    for words in (f"{thing} {number}", f"{number} {of}"):
        read = read_inquiry_line(f"Ivan 0888123456 Ohrid {words} {who}", AROUND, is_phone, 500)
        assert read is not None
        assert (read.place, read.count) == (f"Ohrid {words}", 2 if who else None)


@pytest.mark.parametrize("text", ["", "Ivan Petrov", "0888123456", "0888123456 Ivan", "Ohrid 18.12", ", ,"])
def test_what_does_not_begin_with_a_name_and_a_phone_is_no_such_line(text: str) -> None:
    assert read_inquiry_line(text, AROUND, is_phone, 500) is None


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("Istanbul in June, 2 people", WishLine(place="Istanbul", when=Month(2027, 6), count=2)),
        ("Стамбул в июне, двое", WishLine(place="Стамбул", when=Month(2027, 6), count=2)),
        ("Истанбул през юни, двама", WishLine(place="Истанбул", when=Month(2027, 6), count=2)),
        ("伊斯坦布尔 6月 2人", WishLine(place="伊斯坦布尔", when=Month(2027, 6), count=2)),
        ("伊斯坦布尔，十二月份，2人", WishLine(place="伊斯坦布尔", when=Month(2026, 12), count=2)),
        ("普吉岛1月2人", WishLine(place="普吉岛", when=Month(2027, 1), count=2)),
        ("奥赫里德12月18日25个人", WishLine(place="奥赫里德", when=DAY, count=25)),
        ("伊斯坦布尔 13月", None),
        ("Рим вчетвером", WishLine(place="Рим", count=4)),
        ("伊斯坦布尔 12月18日", WishLine(place="伊斯坦布尔", when=DAY)),
        ("Rome, Florence and Venice", None),
        ("two people in June", None),
        ("12345", None),
        ("", None),
    ],
)
def test_a_place_with_its_time_and_people(text: str, wish: WishLine | None) -> None:
    assert read_wish_line(text, AROUND, 500) == wish


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("June, 2 people", TimeLine(Month(2027, 6), 2)),
        ("в июне, двое", TimeLine(Month(2027, 6), 2)),
        ("юни, 25 души", TimeLine(Month(2027, 6), 25)),
        ("6月 2人", TimeLine(Month(2027, 6), 2)),
        ("18.12, 4", TimeLine(DAY, 4)),
        ("12.07 - 20.07, 2 people", TimeLine("12.07 - 20.07", 2)),
        ("after Easter, 3", TimeLine("after Easter", 3)),
        ("two weeks in June", None),
        ("June", None),
        ("2 people", None),
        ("June, two weeks", None),
        ("July, 2027", None),
        ("1, 2", None),
        ("", None),
    ],
)
def test_a_time_with_its_people(text: str, told: TimeLine | None) -> None:
    assert read_time_line(text, AROUND, 500) == told


@given(st.text(max_size=60))
def test_any_text_is_read_or_not(text: str) -> None:
    read = read_inquiry_line(f"Ivan 0888123456 {text}", AROUND, is_phone, 500)
    assert isinstance(read, InquiryLine)
    read_time_line(text, AROUND, 500)
    read_span(text, AROUND)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("12.07.2027 – 20.07.2027", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("12-20.07.2027", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("12 July 2027 to 20 July 2027", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("12.07 - 20.07", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("12.07-20.07", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("от 12 до 20 юли", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("с 12 по 20 июля", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("from 12 to 20 July", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("7月12日至20日", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("7月12日-7月20日", Span(date(2027, 7, 12), date(2027, 7, 20))),
        ("22.12 – 03.01", Span(date(2026, 12, 22), date(2027, 1, 3))),
        ("2027-07-12", Span(date(2027, 7, 12))),
        ("18.12", Span(DAY)),
        ("in June", None),
        ("20.07.2027 - 12.07.2027", None),
        ("1.1 - 2.1 - 3.1", None),
    ],
)
def test_days_from_one_to_another(text: str, span: Span | None) -> None:
    assert read_span(text, AROUND) == span


@given(st.integers(0, 400), st.integers(1, 365), st.integers(1, 365), st.integers(1, 365))
def test_deadlines_fit_the_days_left(left: int, documents: int, deposit: int, balance: int) -> None:
    """Never after the departure, never in the past, today only when nothing else is left; in the order of the offsets."""
    leaves = TODAY + timedelta(days=left)
    timing = Timing(documents_due=documents, deposit_due=deposit, balance_due=balance)
    dues = timing.dues(leaves, TODAY)
    days = [dues.documents, dues.deposit, dues.balance]
    assert all(TODAY <= day <= leaves for day in days)
    assert TODAY not in days or left == 0 or left == max(documents, deposit, balance)
    usual = [leaves - timedelta(days=offset) for offset in (documents, deposit, balance)]
    assert sorted(days) == [day for _usual, day in sorted(zip(usual, days, strict=True))]


def test_a_booking_eighteen_days_ahead_has_nothing_due_today() -> None:
    """And papers come before the deposit, which is asked for after them."""
    dues = Timing().dues(TODAY + timedelta(days=18), TODAY)
    assert [(day - TODAY).days for day in (dues.documents, dues.deposit, dues.balance)] == [6, 10, 13]

"""What staff ask for in plain words: dates in it are dates, and parts of phone numbers are none."""

import pytest

from bot.handlers.home.free_words import SearchWords


@pytest.mark.parametrize(
    ("written", "text", "day"),
    [
        ("Ohrid 29/10/2027", "Ohrid 29.10.2027", "29.10.2027"),
        ("Ohrid 2027-10-29", "Ohrid 29.10.2027", "29.10.2027"),
        ("Ohrid 29.10.27", "Ohrid 29.10.2027", "29.10.2027"),
        ("Ohrid 29/10", "Ohrid 29.10", "29.10"),
        ("Охрид 29 октября", "Охрид 29.10", "29.10"),
        ("Ohrid Oct 29", "Ohrid 29.10", "29.10"),
        ("5-ти май Охрид", "05.05 Охрид", "05.05"),
        ("10月29日去奥赫里德", "29.10 去奥赫里德", "29.10"),
        ("12 Apostles", "12 Apostles", None),
        ("2027年10月29日去奥赫里德", "29.10.2027 去奥赫里德", "29.10.2027"),
    ],
)
def test_a_date_is_written_the_way_trips_are_titled(written: str, text: str, day: str) -> None:
    assert SearchWords.of(written) == SearchWords(text, day)


@pytest.mark.parametrize(
    "phone", ["111-22-33", "+7 903 111-11-22", "8-903-111-11-12", "903-11-12-27", "11-12-27-05"]
)
def test_a_phone_number_has_no_date_in_it(phone: str) -> None:
    assert SearchWords.of(phone) == SearchWords(phone)

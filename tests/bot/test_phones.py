"""Phone numbers as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.phones import read_phone
from domain.refusals import Refusal


@pytest.mark.parametrize(
    "written",
    [
        "0888 123 456",
        "0888123456",
        "+359 88 812 3456",
        "00359888123456",
        "359888123456",
        "(0888) 12-34-56",
        "٠٨٨٨١٢٣٤٥٦",
        "０８８８１２３４５６",
        "tel: 0888 123 456",
    ],
)
def test_one_number_however_it_is_spelled(written: str) -> None:
    assert read_phone(written, "BG") == "+359888123456"


@pytest.mark.parametrize(
    ("written", "region", "number"),
    [
        ("8 916 123-45-67", "RU", "+79161234567"),
        ("138 0020 0203", "CN", "+8613800200203"),
        ("+44 7700 900204", "BG", "+447700900204"),
        ("+38970111222", "BG", "+38970111222"),
    ],
)
def test_numbers_of_other_countries(written: str, region: str, number: str) -> None:
    assert read_phone(written, region) == number


@pytest.mark.parametrize(
    "written", ["", " ", "+", "112", "0888", "call me", "🏖", "0" * 40, "1" * 400, "-0888-"]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(Refusal, match="not_a_phone"):
        read_phone(written, "BG")


@given(st.text(max_size=40))
def test_whatever_is_written_is_read_or_refused(written: str) -> None:
    with suppress(Refusal):
        number = read_phone(written, "BG")
        assert read_phone(number, "BG") == number

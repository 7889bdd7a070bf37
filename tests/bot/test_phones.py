"""Phone numbers as people write them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values.language import Language
from domain.values.refusals import Refusal
from locales.phones import read_phone


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
    assert read_phone(written, "BG", Language.ENGLISH) == "+359888123456"


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
    assert read_phone(written, region, Language.ENGLISH) == number


@pytest.mark.parametrize(
    "written", ["79161234567", "7 916 123 45 67", "8 916 123-45-67", "+7 (916) 123-45-67"]
)
@pytest.mark.parametrize("language", Language)
def test_a_russian_number_is_known_by_its_form(written: str, language: Language) -> None:
    assert read_phone(written, "BG", language) == "+79161234567"


@pytest.mark.parametrize("written", ["13012345678", "130 1234 5678", "130-1234-5678"])
def test_a_chinese_number_is_that_of_whoever_speaks_chinese(written: str) -> None:
    assert read_phone(written, "BG", Language.CHINESE) == "+8613012345678"
    assert read_phone(written, "US", Language.CHINESE) == "+8613012345678"
    assert read_phone(written, "US", Language.ENGLISH) == "+13012345678"


@pytest.mark.parametrize(("written", "language"), [("9161234567", "ru"), ("13800200203", "en")])
def test_what_can_be_of_one_country_only_is_of_that_one(written: str, language: str) -> None:
    assert read_phone(written, "BG", Language(language)) in {"+79161234567", "+8613800200203"}


def test_the_agencys_country_comes_before_that_of_the_language() -> None:
    assert read_phone("070 111 222", "MK", Language.BULGARIAN) == "+38970111222"
    assert read_phone("070 111 222", "BG", Language.BULGARIAN) == "+35970111222"


@pytest.mark.parametrize(
    ("written", "language"), [("13012345678", "en"), ("13012345678", "ru"), ("84912345678", "bg")]
)
def test_a_number_of_several_countries_is_asked_for_with_its_code(written: str, language: str) -> None:
    with pytest.raises(Refusal, match="phone_of_many"):
        read_phone(written, "BG", Language(language))


@pytest.mark.parametrize(
    "written", ["", " ", "+", "112", "0888", "call me", "🏖", "0" * 40, "1" * 400, "-0888-"]
)
def test_what_is_no_number_is_refused(written: str) -> None:
    with pytest.raises(Refusal, match="not_a_phone"):
        read_phone(written, "BG", Language.ENGLISH)


@given(st.text(max_size=40))
def test_whatever_is_written_is_read_or_refused(written: str) -> None:
    with suppress(Refusal):
        number = read_phone(written, "BG", Language.ENGLISH)
        assert read_phone(number, "BG", Language.ENGLISH) == number

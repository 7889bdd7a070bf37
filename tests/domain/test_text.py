"""Text from outside, cleaned at the border."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values.refusals import Refusal
from domain.values.text import clean, file_name, full_name, name, one_line, parts, units, words

anything = st.text(st.characters())


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("美", "李", "李美"),
        ("小明", "欧阳", "欧阳小明"),
        ("李美", None, "李美"),
        ("Mei", "李", "Mei 李"),
        ("美", "Li", "美 Li"),
        ("Anna", "Petrova", "Anna Petrova"),
        ("Anna", "", "Anna"),
        ("\u3164", "Petrova", "Petrova"),
        ("\u3164", None, ""),
    ],
)
def test_a_name_is_put_together_as_its_language_does(first: str, last: str | None, name: str) -> None:
    assert full_name(first, last) == name


NASTY = (
    "../../etc/passwd",
    "..\\..\\windows",
    "/etc/passwd",
    "C:\\x",
    "a\x00b",
    "gpj.\u202eexe",
    ".htaccess",
    "trailing. ",
    "...",
    "🏖" * 100,
    "паспорт " * 40,
    "奥" * 300,
    "",
)


@pytest.mark.parametrize("called", NASTY)
def test_a_file_has_a_name_anywhere(called: str) -> None:
    made = file_name(called, "pdf")

    assert made.endswith(".pdf")
    assert not set("/\\:\x00\u202e") & set(made)
    assert made[0] not in ". "
    assert made.removesuffix(".pdf")[-1] not in ". "
    assert len(made.encode()) <= 204


@pytest.mark.parametrize(
    ("called", "made"),
    [
        ("Ohrid 29.10.2027", "Ohrid 29.10.2027.xlsx"),
        ("Охрид / Скопие", "Охрид Скопие.xlsx"),
        ("con", "_con.xlsx"),
        ("CON. 29.10.2027", "_CON. 29.10.2027.xlsx"),
        ("Lpt1 .x", "_Lpt1 .x.xlsx"),
        ("Contact", "Contact.xlsx"),
    ],
)
def test_what_a_file_is_called(called: str, made: str) -> None:
    assert file_name(called, "xlsx") == made


@given(anything)
def test_clean_text_is_clean_already(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)


@given(anything)
def test_nothing_unseen_is_left(text: str) -> None:
    left = clean(text)

    assert not {unicodedata.category(c) for c in left if c not in "\n\u200c\u200d"} & {"Cc", "Cf", "Cs", "Co"}
    assert left.encode().decode() == left
    assert "\n\n\n" not in left
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Oh\u200drid", "Ohrid"),
        ("\u200bОх\u00adрид\ufeff", "Охрид"),
        ("\u202eOhrid\u202c", "Ohrid"),
        ("a\tb\x00c", "a bc"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("👨\u200d👩\u200d👧 family", "👨\u200d👩\u200d👧 family"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\U0001fae8", "\U0001fae8"),
        ("e\u0301", "\u00e9"),
        ("\u3164\u2800 \u200d", ""),
        ("\ud83d", ""),
    ],
)
def test_what_is_kept(sent: str, kept: str) -> None:
    assert clean(sent) == kept


@pytest.mark.parametrize("nothing", ["", " ", "\u200b", "\u3164", "\n\n", "\u200d\u200c"])
def test_nothing_written_is_refused(nothing: str) -> None:
    with pytest.raises(Refusal) as refused:
        words(nothing, 10)

    assert refused.value.kind == "nothing_written"


def test_too_much_is_refused_with_its_length() -> None:
    assert words("x" * 300, 300) == "x" * 300
    with pytest.raises(Refusal) as refused:
        words("x" * 5000, 300)

    assert refused.value.facts == {"count": 5000, "most": 300}


@pytest.mark.parametrize("nameless", ["", "12", "🌊", "\u3164", "---"])
def test_a_name_has_a_letter(nameless: str) -> None:
    with pytest.raises(Refusal):
        name(nameless)


@pytest.mark.parametrize("called", ["Ohrid", "Охрид", "奥赫里德", '<b>R&B</b> "tour"', "O'Neil"])
def test_names_are_kept_as_they_are_written(called: str) -> None:
    assert name(f"  {called}\n") == called


@given(st.text(max_size=400), st.integers(4, 60))
def test_parts_fit_and_lose_nothing_but_space(said: str, most: int) -> None:
    cut = parts(said, most)

    assert all(units(part) <= most for part in cut)
    assert "".join("".join(cut).split()) == "".join(said.split())


def test_parts_end_where_a_line_or_a_word_ends() -> None:
    assert parts("one two\nthree four", 12) == ["one two", "three four"]
    assert parts("one two three", 9) == ["one two", "three"]
    assert parts("👍👍👍", 4) == ["👍👍", "👍"]
    assert parts("", 4) == [""]

"""Pasted lists of travellers: what is understood of a line, and what is asked about."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.pasted_lines import Line, lines_of, month_is_first, read_line
from domain.entities.pasted_lists import Pasted, pasted, read_list
from domain.values.language import Language
from domain.values.refusals import Refusal
from tests.domain.one_deal import a_deal

TODAY = date(2026, 11, 25)
BORN, UNTIL = date(1985, 3, 12), date(2030, 3, 12)

ODD = {
    "Ivan Petrov 12.03.1905 E12345678 12.03.2030": "odd_age_in_line",
    "Ivan Petrov 12.03.1985 E12345678 12.03.2041": "odd_validity_in_line",
    "Ivan Petrov 12.03.1985 E12345678 12.03.2085": "passport_of_decades",
}


@pytest.mark.parametrize(("written", "doubt"), ODD.items())
def test_a_year_that_can_hardly_be_is_asked_about(written: str, doubt: str) -> None:
    (line,) = read_list(pasted(written), a_deal(), TODAY)
    assert line.doubt is not None
    assert line.doubt.kind == doubt
    (settled,) = read_list([Pasted(written, settled=True)], a_deal(), TODAY)
    assert settled.doubt is None


WHOLE = {
    "Wang Wei": [
        "Wang Wei 12.03.1985 E12345678 12.03.2030",
        "1. Wang Wei, 12.03.1985, E12345678, 12.03.2030",
        "3 Wang Wei\t12/03/1985\tE12345678\t12/03/2030",
        "№ 4 E12345678 Wang Wei 12 03 1985 12 03 2030",
        "• Mr. Wang Wei born 12 March 1985, passport No E12345678, valid until 12 March 2030",
        "王伟 Wang Wei 1985-03-12 E12345678 2030-03-12",
        "Wang Wei 12.03.85 E 12345678 issued 12.03.2020 exp. 12.03.30",
        "Wang, Wei, 12.03.1985, E12345678, 12.03.2030",
    ],
    "王小明": [
        "王小明 1985年3月12日 E12345678 2030年3月12日",
        "5、王小明，男，出生日期1985年3月12日，护照号E12345678，有效期至2030年3月12日",
        "①. 王小明 １９８５年３月１２日 Ｅ１２３４５６７８ 2030-03-12",
    ],
    "Мария Димитрова": [
        "6) Мария Димитрова р. 12 март 1985 г., паспорт E12345678, валиден до 12 март 2030 г.",
        "- Мария Димитрова (12.03.1985 г.) паспорт № E12345678 до 12.03.2030 г.",
    ],
    "Петрова Анна Сергеевна": [
        "Петрова Анна Сергеевна, ж, 12 марта 1985 года, загранпаспорт E12345678, срок действия до 12.03.2030".replace(
            " действия", ""
        ),
    ],
}


@pytest.mark.parametrize(("name", "written"), [(n, line) for n, all_ in WHOLE.items() for line in all_])
def test_a_line_tells_everything_in_any_order(name: str, written: str) -> None:
    [line] = lines_of(written)
    read = read_line(line, TODAY)
    assert (read.name, read.born_on, read.passport, read.passport_expires) == (name, BORN, "E12345678", UNTIL)
    assert read.doubt is None


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Петров Иван 75 1234567", "751234567"),
        ("Петров Иван 75 № 1234567", "751234567"),
        ("Иван Петров 384123456", "384123456"),
        ("Anna Petrova AB-123 456", "AB123456"),
    ],
)
def test_a_number_is_read_with_its_spaces(written: str, number: str) -> None:
    assert read_line(written, TODAY).passport == number


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("Anna", "name_of_one_word"),
        ("Petrova, Anna", "one_or_several"),
        ("Anna Petrova, Ivan", "one_or_several"),
        ("Anna Petrova, Ivan Petrov, 12.03.1985", "one_or_several"),
        ("John Smith 31.02.1985", "no_such_birthday"),
        ("John Smith 1985", "not_a_passport"),
        ("John Smith +359888123456", "strange_in_line"),
        ("Max Born 12.03.1985", "strange_in_line"),
        ("John Smith <b> 12.03.1985", "not_as_in_passport"),
        ("E12345678 12.03.1985", "not_a_name"),
        ("17.05.1985", "not_a_name"),
        ("John Smith 1.1.1985 1.1.2020 1.1.2025 1.1.2031", "days_in_line"),
        ("Please book all of us the hotel by the sea", "name_of_many_words"),
    ],
)
def test_what_is_not_sure_is_asked_about(written: str, why: str) -> None:
    doubt = read_line(written, TODAY).doubt
    assert doubt is not None
    assert doubt.kind == why


def test_a_day_of_two_readings_is_asked_about_unless_the_list_tells() -> None:
    doubt = read_line("Ann Lee 03/04/1985", TODAY, Language.ENGLISH).doubt
    assert doubt is not None
    assert doubt.kind == "two_days_in_line"
    american = ("Ann Lee 03/04/1985", "Bob Lee 12/24/1985")
    assert month_is_first(american) is True
    assert month_is_first(("Ann Lee 03/04/1985", "Bob Lee 24/12/1985")) is False
    assert month_is_first(("Ann Lee 13/04/1985", "Bob Lee 12/24/1985")) is None
    read = read_list([Pasted(line) for line in american], a_deal(), TODAY, Language.ENGLISH)
    assert [line.born_on for line in read] == [date(1985, 3, 4), date(1985, 12, 24)]


def test_names_between_commas_and_headings() -> None:
    assert lines_of("Anna Petrova, Ivan Petrov; Мария Иванова") == (
        "Anna Petrova",
        "Ivan Petrov",
        "Мария Иванова",
    )
    assert lines_of("王伟、李美、张三丰") == ("王伟", "李美", "张三丰")
    assert lines_of("Список туристов:\n№\tФИО\tДата рождения\tПаспорт\n\n1. Иван Петров") == ("Иван Петров",)
    assert lines_of("12.03.1985 Ann Lee") == ("12.03.1985 Ann Lee",)
    with pytest.raises(Refusal, match="nobody_in_list"):
        pasted("Список:")


def test_who_stands_there_twice_is_asked_about() -> None:
    lines = [
        Pasted("Ann Lee 12.03.1985 E12345678"),
        Pasted("ann lee 12.03.1985"),
        Pasted("Ann Lee 12.03.1955"),
        Pasted("Bob Lee 12.03.1985 E12345678"),
        Pasted("Bob Lee", settled=True),
    ]
    doubts = [line.doubt and line.doubt.kind for line in read_list(lines, a_deal(), TODAY)]
    assert doubts == [None, "twice_in_list", None, "passport_of_another", None]


def test_of_a_settled_line_only_what_may_be_is_taken() -> None:
    [line] = read_list([Pasted("Ann Lee 12.03.1985 E12345678 12.03.2020", settled=True)], a_deal(), TODAY)
    assert line == Line(line.written, "Ann Lee", BORN, "E12345678", None)


names = st.sampled_from(["Ann Lee", "Иван Петров", "王小明", "Anna-Maria O'Neill", "Петрова Ѝрина Сергеевна"])
births = st.dates(date(1937, 1, 1), TODAY)
ends = st.dates(date(2026, 11, 26), date(2099, 12, 31))
forms = st.sampled_from(["{:%d.%m.%Y}", "{:%Y-%m-%d}", "{:%d/%m/%Y}"])
marks = st.sampled_from([" ", ", ", "; ", "\t", " | "])


@given(
    names,
    births,
    ends,
    st.from_regex(r"[A-Z]{1,2}[0-9]{7}", fullmatch=True),
    forms,
    marks,
    st.integers(1, 99),
    st.randoms(),
)
def test_what_is_put_together_is_taken_apart(
    name: str, born: date, until: date, number: str, form: str, mark: str, place: int, shuffle: Random
) -> None:
    parts = [form.format(born), number, form.format(until)]
    shuffle.shuffle(parts)
    [line] = lines_of(f"{place}. " + mark.join([name, *parts]))
    read = read_line(line, TODAY)
    assert (read.name, read.born_on, read.passport, read.passport_expires) == (name, born, number, until)
    assert read.doubt is None


@given(st.text(max_size=200), st.sampled_from(Language))
def test_no_text_breaks_the_reader(text: str, language: Language) -> None:
    """Whoever is taken without a question has a name, and no days that cannot be."""
    for line in read_list([Pasted(one) for one in lines_of(text)], a_deal(), TODAY, language):
        if line.doubt is None:
            assert any(c.isalpha() for c in line.name)
            assert line.born_on is None or line.born_on <= TODAY

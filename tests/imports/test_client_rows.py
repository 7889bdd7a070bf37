"""The cells of a row as facts about a client, and why a row is not taken."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.client_imports import ClientFacts, facts_from, facts_text
from domain.values.language import Language
from domain.values.refusals import Refusal
from imports.rows import IN_A_CHAT
from imports.tables import looks
from tests.imports.reading import read, table


def one(header: str, row: str, language: Language = Language.BULGARIAN) -> ClientFacts:
    [found] = read(f"{header}\n{row}\n".encode(), language=language)
    assert found.facts is not None, found
    return found.facts


def why(header: str, row: str) -> tuple[str | None, str]:
    [found] = read(f"{header}\n{row}\n".encode())
    return found.why, found.cell


def test_a_name_in_three_columns() -> None:
    assert one("Фамилия;Имя;Отчество", "Петров;Иван;Сергеевич").name == "Иван Сергеевич Петров"
    assert one("姓,名,电话", "王,小明,13800138000", Language.CHINESE).name == "王小明"


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("0888 123 456", "+359888123456"),
        ("888123456", "+359888123456"),  # as a spreadsheet leaves it
        ("359888123456", "+359888123456"),
        ("'+359 888 123 456", "+359888123456"),
        ("+7 (916) 123-45-67", "+79161234567"),
    ],
)
def test_a_phone_as_files_have_it(written: str, phone: str) -> None:
    assert one("name;phone", f"Anna;{written}").phone == phone


def test_more_than_one_of_a_kind() -> None:
    told = one("name;phone;phone 2;e-mail", 'Anna;"0888123456, 0888123457";0888123456;A@b.cd b@b.cd')
    assert (told.phone, told.email, told.notes) == ("+359888123456", "a@b.cd", "+359888123457\nb@b.cd")


@pytest.mark.parametrize(
    "written", ["12.04.1985", "1985-04-12", "12 април 1985", "1985年4月12日", "12.04.1985 0:00:00"]
)
def test_a_birthday_as_people_write_it(written: str) -> None:
    assert one("name;birthday", f"Anna;{written}").born_on == date(1985, 4, 12)


def test_the_month_is_first_where_another_row_tells() -> None:
    content = b"name,birthday\nAnna,04/12/1985\nBoris,04/25/1985\n"
    first, second = read(content)
    assert first.facts is not None
    assert second.facts is not None
    assert (first.facts.born_on, second.facts.born_on) == (date(1985, 4, 12), date(1985, 4, 25))


def test_tags_are_words_of_their_own() -> None:
    assert one("name;tags", 'Anna;"VIP, море  #Гърция,vip"').tags == ("vip", "море", "гърция")


@pytest.mark.parametrize(
    ("row", "username", "language", "notes"),
    [
        ("Anna;@Anna_P;ru-RU", "anna_p", Language.RUSSIAN, None),
        ("Anna;t.me/anna_p;Болгарский", "anna_p", Language.BULGARIAN, None),
        ("Anna;yes;de", None, None, "de\nyes"),
        ("Anna;;ru, en", None, None, "ru, en"),
    ],
)
def test_what_is_no_language_of_ours_and_no_name_on_telegram_is_a_note(
    row: str, username: str | None, language: Language | None, notes: str | None
) -> None:
    facts = one("name;telegram;language", row)
    assert (facts.username, facts.language, facts.notes) == (username, language, notes)
    assert facts_from(facts_text(facts)) == facts


@pytest.mark.parametrize("written", ["=HYPERLINK(1)", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)"])
def test_formulas_stay_words(written: str) -> None:
    assert one("name;notes", f"Anna;{written}").notes == written
    assert one("name;notes", f"Anna;'{written}").notes == written


@pytest.mark.parametrize(
    ("header", "row", "found"),
    [
        ("name;phone", ";0888123456", ("row_without_name", "+359888123456")),
        ("name;phone", "12345;0888123456", ("row_name", "12345")),
        ("name;phone", "Anna;12", ("row_phone", "12")),
        ("name;e-mail", "Anna;anna(at)mail", ("row_email", "anna(at)mail")),
        ("name;birthday", "Anna;31.02.1985", ("row_birthday", "31.02.1985")),
        ("name;birthday", "Anna;12.04.2127", ("row_birthday", "12.04.2127")),
        ("name;birthday", "Anna;1985-02-31", ("row_birthday", "1985-02-31")),
        ("name;source", f"Anna;{'x' * 200}", ("row_too_long", "x" * 40)),
        ("name;tags", f"Anna;{'x' * 40}", ("row_tags", "x" * 40)),
        ("name;latin name", "Anna;Анна", ("row_latin_name", "Анна")),
    ],
)
def test_a_row_that_is_not_taken(header: str, row: str, found: tuple[str, str]) -> None:
    assert why(header, row) == found


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=8))
def test_whatever_stands_in_a_table_each_row_is_read_or_says_why(people: list[tuple[str, str, str]]) -> None:
    kept = io.StringIO()
    csv.writer(kept, delimiter=";").writerows([("name", "phone", "notes"), *people])
    rows = read(kept.getvalue().encode())
    assert len(rows) == sum(any(cell.strip() for cell in person) for person in people)
    assert all((row.facts is None) is (row.why is not None) for row in rows)


@given(st.binary(max_size=300))
def test_whatever_bytes_come_they_are_a_table_or_refused(content: bytes) -> None:
    try:
        found = table(content)
    except Refusal as refused:
        told = refused.kind.partition("_")[0]
    else:
        told = "table" if [*looks(io.BytesIO(content), IN_A_CHAT)] == [found] else "another"
    assert told in {"table", "workbook", "card"}

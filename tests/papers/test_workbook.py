"""The participant list as a sheet: what a spreadsheet program finds in its cells."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from domain.entities.participants import ParticipantDeal, ParticipantList
from domain.values.language import Language
from domain.values.money import Money
from papers.lists import participants_xlsx
from tests.papers.cast import PRINTED_AT, crowd, one_overpaid, seat, two_deals, voice


def sheet(facts: ParticipantList, *, counted: bool = False, language: Language = Language.ENGLISH) -> Any:
    book = load_workbook(BytesIO(participants_xlsx(facts, voice(language), PRINTED_AT)), data_only=counted)
    page = book.active
    book.close()
    return page


def rows(page: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


@pytest.mark.parametrize("language", Language)
def test_it_has_a_row_for_every_seat(language: Language) -> None:
    written = rows(sheet(two_deals(), language=language))

    first, second, third, fourth = written[6:10]
    assert [first[0], first[1], first[2], first[3]] == [1, "Anna Petrova", "Anna Petrova", "+359 88 765 4321"]
    assert first[5:] == ["✓", 41, 600, 200.5, 399.5]
    assert second[1:4] + second[6:] == [
        "Иван Петров",
        "Anna Petrova",
        "+359 88 765 4321",
        41,
        None,
        None,
        None,
    ]
    coming = {"en": "name to follow", "ru": "имя уточняется", "bg": "още без име", "zh": "姓名待定"}
    assert third[1] == coming[language]
    assert fourth[1] == "王小明"
    assert fourth[5:] == [None, 42, 200.1, 200.1, 0]


def test_a_guide_s_sheet_has_no_money_at_all() -> None:
    written = rows(sheet(two_deals().without_money()))

    assert written[5] == ["No.", "Traveller", "Client", "Phone", "Stage", "Confirmed", "Deal"]
    assert [row[6] for row in written[6:]] == [41, 41, 41, 42]


def test_totals_follow_the_filter_and_are_there_for_readers_that_do_not_count() -> None:
    *_, formulas = rows(sheet(two_deals()))
    *_, totals = rows(sheet(two_deals(), counted=True))

    assert formulas[7] == "=SUBTOTAL(109,H7:H10)"
    assert [totals[0], *totals[7:]] == ["In all", 800.1, 400.6, 399.5]


def test_what_is_to_be_given_back_has_a_column_of_its_own() -> None:
    written = rows(sheet(one_overpaid(), counted=True))

    assert written[5][7:] == ["Price, EUR", "Paid, EUR", "Left to pay, EUR", "To give back, EUR"]
    assert [row[7:] for row in written[6:8]] == [[600, 200.5, 399.5, 0], [None] * 4]
    assert [row[7:] for row in written[9:]] == [[180, 200.1, 0, 20.1], [780, 400.6, 399.5, 20.1]]


@pytest.mark.parametrize(
    "wicked", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "https://x.example", "00042"]
)
def test_what_a_person_wrote_stays_text(wicked: str) -> None:
    seats = (seat(41, wicked, client=wicked, phone=wicked, step="s1"),)
    facts = two_deals(trip=wicked, participants=seats, names={"s1": {Language.ENGLISH: wicked}})

    page = sheet(facts)

    for cell in page[7][1:5]:
        assert cell.value == wicked.strip()
        assert cell.data_type == "s"
        assert cell.hyperlink is None
    written = participants_xlsx(facts, voice(), PRINTED_AT)
    formulas = re.findall(
        r"<f>(.*?)</f>", ZipFile(BytesIO(written)).read("xl/worksheets/sheet1.xml").decode()
    )
    assert all(formula.startswith("SUBTOTAL(") for formula in formulas)


def test_amounts_are_numbers_exact_to_the_cent() -> None:
    sums = [1, 10, 1999, 29, 99_999_999_999, -4005, 123_456_789_01]
    deals = tuple(ParticipantDeal(n, "Anna", 1, Money(s, "EUR"), Money(0, "EUR")) for n, s in enumerate(sums))

    page = sheet(two_deals(participants=(), deals=deals))

    cells = [row[7] for row in page.iter_rows(min_row=7, max_row=6 + len(sums))]
    assert [cell.value for cell in cells] == [0.01, 0.1, 19.99, 0.29, 999_999_999.99, -40.05, 123_456_789.01]
    assert {cell.number_format for cell in cells} == {"#,##0.00"}


def test_a_currency_without_cents_has_none() -> None:
    yen = ParticipantDeal(41, "Anna", 1, Money(40000, "JPY"), Money(0, "JPY"))

    cell = sheet(two_deals(participants=(), deals=(yen,), currency="JPY"))["H7"]

    assert (cell.value, cell.number_format) == (40000, "#,##0")


def test_it_can_be_scrolled_filtered_and_printed() -> None:
    page = sheet(crowd(45))

    assert page.freeze_panes == "C7"
    assert page.auto_filter.ref == "A6:J51"
    assert page.print_title_rows == "$6:$6"
    assert page.page_setup.orientation == "landscape"
    assert all(6 <= column.width <= 50 for column in page.column_dimensions.values())


def test_control_characters_and_half_characters_do_not_stop_it() -> None:
    facts = two_deals(trip="Oh\x00rid", participants=(seat(41, "An\x01na\ud83d\x1b \ufffe"),))

    page = sheet(facts)

    assert page["B7"].value == "Anna"
    assert page["A1"].value == "Ohrid: participants"


def test_a_filter_is_named_in_the_heading() -> None:
    heading = [row[0] for row in rows(sheet(two_deals(stage="deposit")))[:6]]

    assert "Only at the stage: Deposit" in heading


def test_nobody_yet_is_a_sheet_too() -> None:
    *_, totals = rows(sheet(two_deals(participants=(), deals=()), counted=True))

    assert [totals[0], *totals[7:]] == ["In all", 0, 0, 0]


def test_the_same_facts_make_the_same_bytes() -> None:
    assert participants_xlsx(two_deals(), voice(), PRINTED_AT) == participants_xlsx(
        two_deals(), voice(), PRINTED_AT
    )

"""The participant list on paper."""

from datetime import UTC, datetime
from time import process_time

import pytest

from domain.entities.participants import ParticipantDeal
from domain.values.language import Language
from domain.values.money import Money
from locales.terms.deals import stage_words
from papers.lists import participants_pdf
from tests.papers import reading
from tests.papers.cast import PRINTED_AT, crowd, one_overpaid, seat, two_deals, voice


@pytest.mark.parametrize("language", Language)
def test_it_tells_seats_people_stages_and_money(language: Language) -> None:
    paper = participants_pdf(two_deals(), voice(language), PRINTED_AT)

    (page,) = reading.pages(paper)
    for fact in (
        "Ohrid 29.10.2027",
        "Anna Petrova",
        "Иван Петров",
        "王小明",
        "+359 88 765 4321",
        "41",
        "42",
        "EUR",
    ):
        assert fact in page
    assert voice(language).plain(stage_words("deposit", {})) in page
    assert reading.boxes(paper) == 0


def test_the_money_of_a_deal_stands_on_its_first_line_and_all_adds_up() -> None:
    page = reading.words(participants_pdf(two_deals(), voice(), PRINTED_AT))

    assert page.count("600.00 200.50 399.50") == 1
    assert "In all 800.10 400.60 399.50" in page
    assert "4 travellers, 45 seats in all" in page


def test_what_is_to_be_given_back_pays_nobody_s_debt() -> None:
    page = reading.words(participants_pdf(one_overpaid(), voice(), PRINTED_AT))

    assert "To give back, EUR" in page
    assert page.count("600.00 200.50 399.50 0.00") == 1
    assert page.count("180.00 200.10 0.00 20.10") == 1
    assert "In all 780.00 400.60 399.50 20.10" in page
    assert "give back" not in reading.words(participants_pdf(two_deals(), voice(), PRINTED_AT))


def test_a_filter_is_named_in_the_heading() -> None:
    everyone = reading.words(participants_pdf(two_deals(), voice(), PRINTED_AT))
    some = reading.words(participants_pdf(two_deals(stage="deposit"), voice(), PRINTED_AT))

    assert "Only at the stage" not in everyone
    assert "Only at the stage: Deposit" in some


def test_a_deal_that_lost_its_seats_still_shows_its_money() -> None:
    lonely = ParticipantDeal(43, "Ѝоана", 0, Money(9900, "EUR"), Money(0, "EUR"))
    facts = two_deals(deals=(lonely, *two_deals().deals))

    page = reading.words(participants_pdf(facts, voice(), PRINTED_AT))

    assert "Ѝоана 43 99.00 0.00 99.00" in page
    assert "1 Anna Petrova" in page


def test_a_guide_s_list_has_no_money_at_all() -> None:
    facts = two_deals().without_money()

    page = reading.words(participants_pdf(facts, voice(), PRINTED_AT))

    assert "1 Anna Petrova" in page
    assert not [
        word for word in ("Price", "Paid", "Left to pay", "EUR", "In all", "600", "0.00") if word in page
    ]


def test_nobody_yet_is_a_list_too() -> None:
    empty = two_deals(participants=(), deals=())

    assert "In all 0.00 0.00 0.00" in reading.words(participants_pdf(empty, voice(), PRINTED_AT))


def test_what_a_person_wrote_is_never_markup() -> None:
    wicked = "#panic() *x* <l> @r \x00\ud800"
    seats = (seat(41, wicked, client=wicked, phone=wicked, step="s1"),)
    facts = two_deals(trip=wicked, participants=seats, names={"s1": {Language.ENGLISH: wicked}})

    assert reading.words(participants_pdf(facts, voice(), PRINTED_AT)).count("#panic() *x* <l> @r") >= 4


def test_every_page_names_the_trip_its_columns_and_its_number() -> None:
    pages = reading.pages(participants_pdf(crowd(120), voice(), PRINTED_AT))

    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert "Ohrid 29.10.2027" in page
        assert "Price, EUR" in page
        assert f"{number} / {len(pages)}" in page
    assert all(f"Пътник {head} " in " ".join(pages) for head in range(1, 121))


def test_it_is_dated_on_the_readers_clock() -> None:
    midnight = datetime(2027, 10, 20, 22, 30, tzinfo=UTC)

    assert "Printed 21 October 2027, 00:30" in reading.words(participants_pdf(two_deals(), voice(), midnight))


def test_five_hundred_participants_take_a_moment() -> None:
    began = process_time()

    participants_pdf(crowd(500), voice(), PRINTED_AT)

    assert process_time() - began < 5  # a tenth of that on an idle machine; the time is this process's own

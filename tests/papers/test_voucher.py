"""The voucher a client shows at the bus."""

from datetime import UTC, datetime

import pytest

from domain.values.language import Language
from domain.values.money import Money
from papers.voucher import voucher
from tests.papers import reading
from tests.papers.cast import voice, voucher_facts


@pytest.mark.parametrize("language", Language)
def test_it_is_one_page_with_every_fact_in_every_language(language: Language) -> None:
    paper = voucher(voucher_facts(), voice(language))

    (page,) = reading.pages(paper)
    facts = (
        "Balkan Roads",
        "+389 2 3111 222",
        "41",
        "Ohrid 29.10.2027",
        "Anna Petrova",
        "Иван Петров",
        "2027",
        "06:30",
    )
    for fact in (
        *facts,
        "UTC+2",
        "Skopje bus station, platform 5",
        "31",
        "Passport",
        "Insurance",
        "+389 70 123 456",
    ):
        assert fact in page
    speaks = voice(language)
    for sum_ in (Money(60000, "EUR"), Money(20050, "EUR"), Money(39950, "EUR")):
        assert speaks.money(sum_).replace("\u00a0", " ") in page
    assert reading.boxes(paper) == 0


def test_its_map_opens_where_to_be() -> None:
    assert reading.links(voucher(voucher_facts(), voice())) == {
        "https://www.openstreetmap.org/?mlat=41.991120&mlon=21.446770#map=17/41.991120/21.446770"
    }
    assert reading.links(voucher(voucher_facts(point=None), voice())) == set()


def test_what_a_person_wrote_is_never_markup() -> None:
    wicked = '#panic("no") *bold* _it_ $x$ \\ "quoted" `raw` // gone <label> @ref {1+1} = heading'

    paper = voucher(voucher_facts(client=wicked, travellers=(wicked,), trip=wicked, bring=wicked), voice())

    assert reading.words(paper).count(wicked) >= 3


def test_control_characters_and_half_characters_do_not_stop_it() -> None:
    paper = voucher(
        voucher_facts(client="An\x00na\ud83d Pet\x1brova\u2028", bring="Pass\x0bport\ud800"), voice()
    )

    assert "Issued to Anna Petrova" in reading.words(paper)


def test_what_is_not_known_is_left_out() -> None:
    nothing = voucher_facts(
        agency_phone=None, place=None, returns=None, bring=None, staff_phone=None, travellers=()
    )

    page = reading.words(voucher(nothing, voice()))

    assert "None" not in page
    assert "Return" not in page
    assert "What to bring" not in page
    assert "2 more seats, names to follow" in page


def test_forty_five_travellers_flow_to_a_second_page() -> None:
    names = tuple(f"Пътничка Ѝвова {number}" for number in range(1, 46))

    first, second = reading.pages(voucher(voucher_facts(travellers=names, seats=45), voice()))

    assert all(f"{name} " in first + second for name in names)
    assert "06:30" in first
    assert "1 / 2" in first
    assert "2 / 2" in second
    assert "Marija Ilievska" in second


def test_a_long_way_to_say_everything_stays_within_the_page() -> None:
    endless = "x" * 300

    page = reading.words(voucher(voucher_facts(client=endless, trip=endless, travellers=(endless,)), voice()))

    assert endless not in page
    assert page.replace(" ", "").replace("\u200b", "").count(endless) == 3


def test_a_settled_voucher_says_so() -> None:
    page = reading.words(voucher(voucher_facts(paid=Money(60000, "EUR")), voice()))

    assert "Paid in full" in page
    assert "Left to pay" not in page


def test_money_paid_too_much_is_said() -> None:
    assert "Paid too much €10" in reading.words(voucher(voucher_facts(paid=Money(61000, "EUR")), voice()))


def test_the_offset_is_that_of_the_day_of_departure() -> None:
    winter = voucher_facts(departs=datetime(2027, 12, 1, 6, 30))
    india = voucher_facts(zone="Asia/Kolkata")

    assert "Skopje time, UTC+1" in reading.words(voucher(winter, voice()))
    assert "UTC+5:30" in reading.words(voucher(india, voice()))


def test_the_same_facts_make_the_same_bytes() -> None:
    assert voucher(voucher_facts(), voice()) == voucher(voucher_facts(), voice())


def test_it_is_dated_on_the_day_it_is_issued() -> None:
    assert reading.dated(voucher(voucher_facts(), voice())) == datetime(2027, 10, 20, 12, tzinfo=UTC)


def test_a_journey_without_a_departure_of_ours_has_no_box_for_one() -> None:
    tailored = voucher_facts(trip="Honeymoon in Vienna", departs=None, zone=None, place=None, returns=None)

    page = reading.words(voucher(tailored, voice()))

    assert "Honeymoon in Vienna" in page
    assert "Where and when to meet" not in page
    assert "€399.50" in page

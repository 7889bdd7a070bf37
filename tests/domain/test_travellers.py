"""Travellers' data: what can be read, what cannot be, and what a cancelled seat costs."""

from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.particulars import (
    Particulars,
    check_all,
    check_expiry,
    check_name,
    ends_soon,
    is_latin,
    months_after,
    odd_age,
    odd_validity,
    read_births,
    read_passport,
)
from domain.entities.travellers import Relation
from domain.entities.trips import Trip
from domain.values.reading.days import Around
from domain.values.refusals import Refusal
from tests.domain.one_deal import NOW as NOON
from tests.things import OHRID, enter, eur

TODAY = NOON.date()
MARIA = Particulars(Relation.SELF, "Maria", date(1985, 5, 17), "AB1234567", date(2031, 5, 17))


def a_deal(seats: int = 2, names: tuple[str, ...] = (), *, on_trip: bool = True) -> Deal:
    trip = Trip.planned(OHRID, NOON) if on_trip else None
    deal = Deal(Client("Maria", None, NOON), "Ohrid", seats, eur(300) * seats, eur(100) * seats, NOON, trip)
    for number, name in enumerate(names, 1):
        enter(deal, name, None, NOON)
        deal.travellers[-1].id = number
    return deal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("AB 123-4567", "AB1234567"),
        ("e12345678", "E12345678"),
        ("АВ 1234567", "AB1234567"),  # Cyrillic letters that look like Latin ones
        ("Е12345678", "E12345678"),
        ("ЖЯ123456", "ЖЯ123456"),
        ("１２３４５６７", "1234567"),
        ("75 № 123456", "75123456"),
    ],
)
def test_a_passport_number_is_cleaned(typed: str, kept: str) -> None:
    assert read_passport(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "1234", "PASSPORT", "A" * 20 + "1", "AB 12$4567", "AB_1234567", "<b>12345</b>"]
)
def test_no_passport_number(typed: str) -> None:
    with pytest.raises(Refusal, match="not_a_passport"):
        read_passport(typed)


@pytest.mark.parametrize("typed", ["30.12.2026", "30/12/26", "2026-12-30", "30 12 2026", "2026年12月30日"])
def test_a_date_is_no_passport_number(typed: str) -> None:
    with pytest.raises(Refusal, match="passport_is_a_day"):
        read_passport(typed)


@pytest.mark.parametrize("typed", ["30122026", "75 1234567", "45 12 345678", "12-34-5678"])
def test_a_number_that_is_no_date_is_one(typed: str) -> None:
    assert read_passport(typed).isdigit()


@pytest.mark.parametrize(
    "name", ["Anna O'Neill-Petrova", "José María Ruiz", "J. R. R. Tolkien", "王美", "阿凡提·买买提", "नेहा"]
)
def test_a_name_of_a_passport(name: str) -> None:
    check_name(name)


@pytest.mark.parametrize("name", ["<b>Anna</b>", "Anna 2", "Anna 🌸", "Anna & Ivan", "Anna (Ania)", "a@b.c"])
def test_no_name_of_a_passport(name: str) -> None:
    with pytest.raises(Refusal, match="not_as_in_passport"):
        check_name(name)


@pytest.mark.parametrize(
    ("relation", "born_on", "age"),
    [
        (Relation.SELF, date(2020, 5, 17), 6),
        (Relation.SELF, date(2009, 3, 1), None),
        (Relation.SELF, date(2009, 3, 2), 17),
        (Relation.SPOUSE, date(2026, 5, 17), 0),
        (Relation.CHILD, date(1950, 5, 17), 76),
        (Relation.CHILD, date(2020, 5, 17), None),
        (Relation.OTHER, date(2020, 5, 17), None),
        (Relation.OTHER, date(1950, 5, 17), None),
    ],
)
def test_an_age_that_does_not_go_with_who_it_is(relation: Relation, born_on: date, age: int | None) -> None:
    assert odd_age(relation, born_on, TODAY) == age


@given(st.from_regex(r"[A-Z0-9]{5,20}", fullmatch=True).filter(lambda s: any(c.isdigit() for c in s)))
def test_what_was_read_reads_as_itself(number: str) -> None:
    assert read_passport(number) == number


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("17.05.85", date(1985, 5, 17)),
        ("1.4.20", date(2020, 4, 1)),
        ("17.05.2027", date(2027, 5, 17)),
        ("02.03.27", date(1927, 3, 2)),
    ],
)
def test_a_short_year_is_of_the_past(typed: str, day: date) -> None:
    assert read_births(typed, Around(last=TODAY)) == (day,)


def test_nobody_is_born_tomorrow() -> None:
    with pytest.raises(Refusal, match="born_in_the_future"):
        check_all(a_deal(), replace(MARIA, born_on=TODAY + timedelta(days=1)), TODAY)
    check_all(a_deal(), replace(MARIA, born_on=TODAY), TODAY)


@pytest.mark.parametrize(
    ("expires", "kind"),
    [
        (date(2027, 2, 28), "passport_expired"),
        (date(2027, 10, 31), "passport_ends_before_return"),
        (date(2027, 11, 1), None),
    ],
)
def test_a_passport_lasts_until_the_return(expires: date, kind: str | None) -> None:
    expected = pytest.raises(Refusal, match=kind) if kind else nullcontext()
    with expected:
        check_expiry(expires, a_deal(), TODAY)
    if kind != "passport_expired":
        check_expiry(expires, a_deal(on_trip=False), TODAY)


def test_six_months_after_the_return() -> None:
    assert ends_soon(date(2028, 4, 30), a_deal(), TODAY)
    assert not ends_soon(date(2028, 5, 1), a_deal(), TODAY)
    assert months_after(date(2027, 8, 31), 6) == date(2028, 2, 29)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 24))
def test_months_go_by_in_order(day: date, count: int) -> None:
    assert timedelta(days=28 * count) <= months_after(day, count) - day <= timedelta(days=31 * count)


@pytest.mark.parametrize(
    ("name", "latin"),
    [("Zoë O'Brien-Müller", True), ("Мария", False), ("王美", False), ("Anna Мария", False)],
)
def test_latin_letters(name: str, latin: bool) -> None:  # noqa: FBT001
    assert is_latin(name) is latin


def test_one_client_and_one_passport_each() -> None:
    deal = a_deal(2, ("Ivan",))
    with pytest.raises(Refusal, match="passport_of_another"):
        check_all(deal, MARIA, TODAY)
    other = replace(MARIA, passport="CC7654321")
    check_all(deal, other, TODAY)
    check_all(deal, MARIA, TODAY, apart_from=deal.travellers[0])
    deal.travellers[0].relation = Relation.SELF
    with pytest.raises(Refusal, match="self_entered"):
        check_all(deal, other, TODAY)


def test_a_cancelled_traveller_stands_in_nobodys_way() -> None:
    deal = a_deal(2, ("Ivan",))
    deal.travellers[0].cancelled_at = NOON
    check_all(deal, MARIA, TODAY)
    assert deal.seats_to_enter == 2


def test_a_seat_takes_its_share_of_the_price_along() -> None:
    rest = a_deal(3, ("Maria", "Ivan", "Ada")).without_one()
    assert (rest.seats, rest.price, rest.deposit) == (2, eur(600), eur(200))


def test_the_last_traveller_is_taken_off_while_there_are_seats_without_a_name() -> None:
    rest = a_deal(2, ("Maria",)).without_one()
    assert (rest.seats, rest.price, rest.deposit) == (1, eur(300), eur(100))


def test_a_seat_more_costs_what_the_trip_does_now() -> None:
    deal = a_deal(2, ("Maria",))
    assert deal.trip is not None
    deal.trip.price = eur(350)
    more = deal.with_seats(3)
    assert (more.seats, more.price, more.deposit) == (3, eur(950), eur(300))


def test_a_tailor_made_price_stays() -> None:
    rest = a_deal(3, ("Maria", "Ivan"), on_trip=False).without_one()
    assert (rest.seats, rest.price, rest.deposit) == (2, eur(900), eur(300))


@pytest.mark.parametrize(("seats", "names"), [(1, ("Maria",)), (1, ())])
def test_the_last_seat_stays(seats: int, names: tuple[str, ...]) -> None:
    with pytest.raises(Refusal, match="last_traveller"):
        a_deal(seats, names).without_one()


@pytest.mark.parametrize(
    ("expires", "years", "refused"),
    [
        (date(2037, 3, 1), None, None),
        (date(2041, 3, 1), 14, None),
        (date(2072, 5, 17), 45, "passport_of_decades"),
        (date(2085, 5, 17), 58, "passport_of_decades"),
    ],
)
def test_years_that_can_hardly_be_are_asked_about(
    expires: date, years: int | None, refused: str | None
) -> None:
    assert odd_validity(expires, TODAY) == years
    deal = a_deal()
    with nullcontext() if refused is None else pytest.raises(Refusal, match=refused):
        check_expiry(expires, deal, TODAY)
    assert odd_age(Relation.OTHER, date(1905, 1, 1), TODAY) == 122
    assert odd_age(Relation.OTHER, date(1950, 1, 1), TODAY) is None

"""The usual deposits: round, never more than the price, the same for a seat and for a tailor-made journey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.deposits import deposits_to_offer, usual_deposits
from domain.entities.trip_plans import check_deposit
from domain.values.money import CURRENCIES, Money


@pytest.mark.parametrize(
    ("price", "deposits"),
    [
        (Money(300_00, "EUR"), [60_00, 90_00, 150_00]),
        (Money(1850_50, "EUR"), [370_00, 555_00, 925_00]),
        (Money(35_00, "EUR"), [7_00, 11_00, 18_00]),
        (Money(1_00, "EUR"), [1_00]),
        (Money(50, "EUR"), []),
        (Money(50_000, "JPY"), [10_000, 15_000, 25_000]),
    ],
)
def test_a_fifth_three_tenths_and_a_half_in_whole_units(price: Money, deposits: list[int]) -> None:
    assert usual_deposits(price) == [Money(minor, price.currency) for minor in deposits]


@pytest.mark.parametrize(
    ("price", "so_far", "offered"),
    [
        (300, None, [60, 90, 150, 0]),
        (300, 100, [100, 60, 90, 150, 0]),
        (300, 90, [90, 60, 150, 0]),
        (300, 301, [60, 90, 150, 0]),
        (300, 0, [0, 60, 90, 150]),
    ],
)
def test_what_it_is_now_comes_first_and_none_at_all_last(
    price: int, so_far: int | None, offered: list[int]
) -> None:
    """One rule for trips and for tailor-made journeys, when they are made and when they are corrected."""
    now = None if so_far is None else Money(so_far * 100, "EUR")
    told = deposits_to_offer(Money(price * 100, "EUR"), now)
    assert told == [Money(whole * 100, "EUR") for whole in offered]


@given(minor=st.integers(1, 10**9), currency=st.sampled_from(sorted(CURRENCIES)))
def test_each_can_be_taken_and_none_stands_twice(minor: int, currency: str) -> None:
    price = Money(minor, currency)
    offered = usual_deposits(price)
    for deposit in offered:
        check_deposit(deposit, price)
        assert deposit.minor % 10**deposit.decimals == 0
    assert len(set(offered)) == len(offered)

"""Money: exact sums, and amounts as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values.currency_words import WORDS
from domain.values.money import CURRENCIES, OFFERED, Money, most, read_money
from domain.values.refusals import Refusal

currencies = st.sampled_from(sorted(CURRENCIES))
REFUSALS = {"not_money", "other_currency", "negative_money", "absurd_money"}
amounts = st.builds(Money, st.integers(0, most("EUR").minor), currencies)


@given(amounts)
def test_what_is_written_is_read_as_people_write_it(money: Money) -> None:
    assert read_money(str(money), money.currency) == money


@given(st.builds(Money, st.integers(-(10**18), 10**18), currencies))
def test_what_is_kept_is_read_back_however_much_it_is(money: Money) -> None:
    assert Money.kept(str(money)) == money


@pytest.mark.parametrize(
    "spoiled", ["", "12", "12.5 EUR", "1.2345 EUR", "1.00 XXX", "1.50 JPY", "1e5.00 EUR"]
)
def test_what_is_no_kept_amount_is_not_taken_for_one(spoiled: str) -> None:
    with pytest.raises((ValueError, Refusal)):
        Money.kept(spoiled)


@given(amounts, st.sampled_from([" ", "\u00a0", "\u202f", ",", ".", "'", "’"]))
def test_thousands_may_be_set_apart_by_any_mark(money: Money, mark: str) -> None:
    whole, part = divmod(money.minor, 10**money.decimals)
    point = "," if mark == "." else "."
    cents = f"{point}{part:0{money.decimals}d}" if money.decimals else ""

    assert read_money(f"{whole:,}".replace(",", mark) + cents, money.currency) == money


@given(st.text(max_size=40), currencies)
def test_no_text_makes_anything_but_money_or_a_refusal(text: str, currency: str) -> None:
    money = read_or_refused(text, currency)

    assert money in REFUSALS or (isinstance(money, Money) and 0 <= money.minor <= most(currency).minor)


@given(st.lists(amounts, min_size=1))
def test_sums_lose_nothing(parts: list[Money]) -> None:
    euros = [Money(part.minor, "EUR") for part in parts]

    assert sum(euros, Money.zero("EUR")).minor == sum(part.minor for part in euros)
    assert euros[0] * 3 - euros[0] == euros[0] + euros[0]


@pytest.mark.parametrize(
    ("typed", "minor"),
    [
        ("200", 200_00),
        ("1 234,50", 1_234_50),
        ("1.234,50", 1_234_50),
        ("1,234.5", 1_234_50),
        ("1’234.50", 1_234_50),
        ("€200", 200_00),
        ("200 евро", 200_00),
        ("200 EUR.", 200_00),
        ("€ 200,-", 200_00),
        ("２００", 200_00),
        ("١٢٣", 123_00),
        ("0", 0),
        ("about 200", 200_00),
        ("около 200 евро", 200_00),
        ("大约200欧元左右", 200_00),
        ("200 (EUR)", 200_00),
        ("💶 200", 200_00),
        ("two hundred euros", 200_00),
        ("a thousand", 1000_00),
        ("пять тысяч", 5000_00),
        ("двести пятьдесят евро", 250_00),
        ("две хиляди и петстотин", 2500_00),
        ("хиляда", 1000_00),
        ("约两千欧元", 2000_00),
        ("一百五", 150_00),
        ("3千5百", 3500_00),
        ("一共300", 300_00),
    ],
)
def test_an_amount_is_read_as_the_region_writes_it(typed: str, minor: int) -> None:
    assert read_money(typed, "EUR") == Money(minor, "EUR")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("-5", "negative_money"),
        ("€ −5", "negative_money"),
        ("200 лв", "other_currency"),
        ("about 200 usd", "other_currency"),
        ("200 美元", "other_currency"),
        ("2 x 300", "not_money"),
        ("1e500", "not_money"),
        ("10 people, 200", "not_money"),
        ("200–300", "not_money"),
        ("1.000,000", "not_money"),
        ("1.2345", "not_money"),
        ("½", "not_money"),
        ("two or three hundred", "not_money"),
        ("минус сто", "not_money"),
        ("сто лева", "other_currency"),
        ("хиляда лв", "other_currency"),
        ("三千块", "other_currency"),
        ("тыс", "not_money"),
        ("", "not_money"),
        ("200 per person", "not_money"),
        ("200%", "not_money"),
        ("200 ₿", "not_money"),
        ("200多", "not_money"),
        ("два по 200", "not_money"),
        ("тысяча 5", "not_money"),
        ("5 евро тыс", "not_money"),
        ("1.234 k", "not_money"),
        ("1200 lv", "other_currency"),
        ("1200 dollars", "other_currency"),
        ("2000 rmb", "other_currency"),
        ("2000 yuan", "other_currency"),
        ("2000块", "other_currency"),
        ("人民币2000元", "other_currency"),
        ("1200 zl", "other_currency"),
        ("1200 din", "other_currency"),
        ("5 т.р.", "other_currency"),
        ("200 евро или долларов", "other_currency"),
        ("1000000.01", "absurd_money"),
        ("1001 k", "absurd_money"),
        ("9" * 5000, "absurd_money"),
    ],
)
def test_anything_else_is_refused(typed: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_money(typed, "EUR")

    assert refused.value.kind == why


@pytest.mark.parametrize(("currency", "millions"), [("EUR", 1), ("RUB", 100), ("JPY", 100), ("CNY", 10)])
def test_a_thumb_that_slips_is_noticed_in_every_currency(currency: str, millions: int) -> None:
    whole = str(millions * 1_000_000)

    assert read_money(whole, currency) == most(currency)
    assert read_or_refused(whole + "0", currency) == "absurd_money"


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("5 тыс", "EUR", 5_000_00),
        ("5 тысяч евро", "EUR", 5_000_00),
        ("1,5 тыс. евро", "EUR", 1_500_00),
        ("5 т.р.", "RUB", 5_000_00),
        ("2k", "EUR", 2_000_00),
        ("€2.25K", "EUR", 2_250_00),
        ("2 хил", "EUR", 2_000_00),
        ("2 хиляди лв.", "BGN", 2_000_00),
        ("2 thousand euros", "EUR", 2_000_00),
        ("3万", "CNY", 30_000_00),
        ("1.5万元", "CNY", 15_000_00),
        ("3千块钱", "CNY", 3_000_00),
        ("1.5万日元", "JPY", 15_000),
        ("1 200 тыс. руб.", "RUB", 1_200_000_00),
    ],
)
def test_thousands_are_counted_as_thousands(typed: str, currency: str, minor: int) -> None:
    assert read_money(typed, currency) == Money(minor, currency)


@pytest.mark.parametrize(
    ("typed", "currency"),
    [
        ("1.234,50 лв", "BGN"),
        ("1 234,5 leva", "BGN"),
        ("1234.50 дин.", "RSD"),
        ("1234.50 денари", "MKD"),
        ("1234.50р.", "RUB"),
        ("1234,50 рублей", "RUB"),
        ("共1234.50元整", "CNY"),
        ("CN¥ 1,234.50", "CNY"),
        ("US$ 1,234.50", "USD"),
        ("1234.50 фунта", "GBP"),
        ("1234.50 TL", "TRY"),
    ],
)
def test_a_currency_is_known_as_people_call_it(typed: str, currency: str) -> None:
    assert read_money(typed, currency) == Money(1_234_50, currency)
    assert read_or_refused(typed, "JPY") == "other_currency"


words = st.text(st.characters(categories=["Ll", "Lu"]), min_size=1, max_size=12)


@given(words.filter(lambda word: word.casefold() not in WORDS), currencies)
def test_no_word_beside_an_amount_is_passed_over(word: str, currency: str) -> None:
    assert read_or_refused(f"200 {word}", currency) in {"not_money", "other_currency"}
    assert read_or_refused(f"{word} 200", currency) in {"not_money", "other_currency"}


def test_a_sign_of_two_currencies_is_the_one_that_is_asked_for() -> None:
    assert read_money("¥200", "JPY") == Money(200, "JPY")
    assert read_money("¥200", "CNY") == Money(200_00, "CNY")


def test_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        Money(1, "EUR") + Money(1, "BGN")
    with pytest.raises(ValueError, match="do not add up"):
        _ = Money(1, "EUR") < Money(1, "BGN")
    with pytest.raises(Refusal):
        Money(1, "XXX")


def read_or_refused(text: str, currency: str) -> Money | str:
    try:
        return read_money(text, currency)
    except Refusal as refusal:
        return refusal.kind


def test_nobody_is_offered_money_that_is_no_more() -> None:
    assert {"BGN"} == CURRENCIES.keys() - set(OFFERED), "amounts of old are still read"
    assert str(Money.kept("12.50 BGN")) == "12.50 BGN"

"""Money: whole minor units and a currency, never a float, never two currencies in one sum."""

import re
import unicodedata
from dataclasses import dataclass

from domain.values.currency_words import Meaning, meanings
from domain.values.reading.number_words import in_figures
from domain.values.refusals import Refusal

# ISO 4217 currencies an agency of this region trades in, with the number of decimals.
CURRENCIES = {
    "EUR": 2,
    "BGN": 2,
    "MKD": 2,
    "RSD": 2,
    "RUB": 2,
    "CNY": 2,
    "USD": 2,
    "GBP": 2,
    "TRY": 2,
    "JPY": 0,
}
OFFERED = tuple(currency for currency in CURRENCIES if currency != "BGN")
"""Those that somebody may choose: the lev is money no more, and only amounts of old are in it."""

_MILLIONS = {"CNY": 10, "JPY": 100, "MKD": 100, "RSD": 100, "RUB": 100, "TRY": 100}
"""Of currencies that buy less: how many of them somebody may mean. One of all others."""


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units ("cents") of one currency."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if self.currency not in CURRENCIES:
            raise Refusal("unknown_currency", currency=self.currency)

    @classmethod
    def zero(cls, currency: str) -> "Money":
        return cls(0, currency)

    @classmethod
    def kept(cls, text: str) -> "Money":
        """What `str` made of an amount, of any size and sign. Raises ValueError, Refusal: unknown_currency."""
        amount, _, currency = text.partition(" ")
        whole, _, part = amount.partition(".")
        if len(part) != CURRENCIES.get(currency, len(part)):
            raise ValueError(text)
        return cls(int(whole + part), currency)

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __mul__(self, times: int) -> "Money":
        return Money(self.minor * times, self.currency)

    def share(self, part: int, of: int) -> "Money":
        """So many parts of it, rounded down to the minor unit."""
        return Money(self.minor * part // of, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return other.minor

    @property
    def decimals(self) -> int:
        return CURRENCIES[self.currency]

    def __str__(self) -> str:
        """Plain and readable back by `kept`: "1234.50 EUR"."""
        whole, part = divmod(abs(self.minor), 10**self.decimals)
        sign = "-" if self.minor < 0 else ""
        return (
            f"{sign}{whole}" + (f".{part:0{self.decimals}d}" if self.decimals else "") + f" {self.currency}"
        )


# Digits in groups of three by one kind of mark, or in one piece; then cents.
_AMOUNT = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?P<group>[ .,'])\d{3}(?:(?P=group)\d{3})*|\d+)(?:(?P<point>[.,])(?P<part>\d{1,2}))?"
)
# One number, with nothing but words and signs around it.
_NUMBER = re.compile(r"(?P<before>[^\d]*?)(?P<number>\d(?:[\d.,' ]*\d)?)(?P<after>[^\d]*)")


def most(currency: str) -> Money:
    """The largest amount a person may type, about a million euros. Above it somebody's thumb slipped."""
    return Money(_MILLIONS.get(currency, 1) * 10 ** (6 + CURRENCIES[currency]), currency)


def read_money(text: str, currency: str) -> Money:
    """What a person typed ("1 234,50", "1.234,50", "€200", "5 тыс. евро", "1.5万") as Money.

    A currency written beside the amount must be the one that is asked for, and no word beside it is passed over.
    Raises Refusal: not_money, other_currency, negative_money, absurd_money.
    """
    plain = "".join(_digit(c) for c in unicodedata.normalize("NFKC", text)).replace("’", "'")
    plain = in_figures(" ".join(plain.split()))
    if re.match(r"[^\d]*[-−–]\s*\D{0,3}\d", plain):
        raise Refusal("negative_money")
    number = _NUMBER.fullmatch(plain)
    found = _AMOUNT.fullmatch(number["number"]) if number else None
    if number is None or found is None:
        raise Refusal("not_money", currency=currency)
    return _checked(found, _times(meanings(number["before"]), meanings(number["after"]), currency), currency)


def _times(before: list[Meaning], after: list[Meaning], currency: str) -> int:
    """A thousand stands right behind its number."""
    if any(isinstance(one, frozenset) and currency not in one for one in (*before, *after)):
        raise Refusal("other_currency", currency=currency)
    first, rest = (after[0], after[1:]) if after and isinstance(after[0], int) else (1, after)
    if any(one is None or (isinstance(one, int) and one > 1) for one in (*before, *rest)):
        raise Refusal("not_money", currency=currency)
    return first


def _checked(found: re.Match[str], times: int, currency: str) -> Money:
    part = found["part"] or ""
    group, point = found["group"] or " ", found["point"]
    doubtful = times > 1 and group in ".,"  # "1.234 k": either a million or a thousand
    if group == point or doubtful or (times == 1 and len(part) > CURRENCIES[currency]):
        raise Refusal("not_money", currency=currency)
    whole = re.sub(r"\D", "", found["whole"])
    limit = most(currency)
    if len(whole) > len(str(limit.minor)):
        raise Refusal("absurd_money", most=limit)
    hundredths = int(whole) * 100 + int(part.ljust(2, "0"))
    money = Money(hundredths * times * 10 ** CURRENCIES[currency] // 100, currency)
    if limit < money:
        raise Refusal("absurd_money", most=limit)
    return money


def _digit(character: str) -> str:
    value = unicodedata.digit(character, None)
    return character if value is None else str(value)

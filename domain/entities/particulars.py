"""A traveller's particulars, as in the passport: how they are read, and what cannot be."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.entities.deals import Deal
from domain.entities.travellers import Relation, Traveller
from domain.values.reading.days import Around, read_day, read_days
from domain.values.refusals import Refusal
from domain.values.text import one_line

MONTHS_LEFT = 6
"""So many months after the return many borders want a passport to be valid."""

GROWN = 18
ASKED_FROM = 14
"""Whoever is younger is not asked for their own data: the parents are."""
OLD = 80
"""Few are born longer ago."""
_NUMBER = re.compile(r"[^\W_]{5,20}")
_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS")
"""Cyrillic letters that look like Latin ones: passports have the Latin ones, whatever keyboard they were typed on."""
LONGEST_VALID = 20
"""Years: no passport is valid so long."""
USUALLY_VALID = 11
LONG_LIVED = 100
_IN_NAMES = frozenset(" -‐‑'’ʼ`.·")


@dataclass(frozen=True)
class Particulars:
    """What is entered of a traveller; the name as in the passport."""

    relation: Relation
    name: str
    born_on: date
    passport: str
    passport_expires: date
    citizenship: str | None = None


def read_births(text: str, around: Around) -> tuple[date, ...]:
    """The days of birth that may be meant: a short year that would be to come is of the last century.

    Raises Refusal: not_a_birthday, no_such_birthday, other_weekday.
    """
    try:
        return read_days(text, around)
    except Refusal as refusal:
        kinds = {"not_a_day": "not_a_birthday", "no_such_day": "no_such_birthday"}
        raise Refusal(kinds.get(refusal.kind, refusal.kind), **refusal.facts) from None


def read_passport(text: str) -> str:
    """ "ab 123-456" as "AB123456": 5 to 20 letters and digits. Raises Refusal: not_a_passport, passport_is_a_day."""
    if _is_a_day(text):
        raise Refusal("passport_is_a_day")
    plain = unicodedata.normalize("NFKC", re.sub(r"[\s\-–./№]", "", one_line(text))).upper()
    if not _NUMBER.fullmatch(plain) or not any(c.isdigit() for c in plain):
        raise Refusal("not_a_passport")
    latin = plain.translate(_LOOK_ALIKE)
    return latin if latin.isascii() else plain


def _is_a_day(text: str) -> bool:
    try:
        return bool(read_day(text))
    except Refusal:
        return False


def may_be_passport(text: str) -> bool:
    """Whether somebody might have written a passport's number here."""
    try:
        return bool(read_passport(text))
    except Refusal:
        return False


def check_name(name: str) -> None:
    """Letters, and what stands between them in names. Raises Refusal: not_as_in_passport."""
    if not all(c.isalpha() or c in _IN_NAMES or unicodedata.category(c)[0] == "M" for c in name):
        raise Refusal("not_as_in_passport")


def age_on(day: date, born_on: date) -> int:
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def is_child(born_on: date, day: date) -> bool:
    """Whether they are too young on that day to be asked for their own data."""
    return age_on(day, born_on) < ASKED_FROM


def odd_validity(expires: date, today: date) -> int | None:
    """The years for which it is still valid, where passports are not valid so long."""
    years = age_on(expires, today)
    return years if years >= USUALLY_VALID else None


def odd_age(relation: Relation, born_on: date, today: date) -> int | None:
    """The age, where it does not go with who it is: a client or a spouse is grown up, a child mostly is not.

    Few of a hundred years travel.
    """
    age = age_on(today, born_on)
    if age >= LONG_LIVED:
        return age
    grown, expected = age >= GROWN, {Relation.SELF: True, Relation.SPOUSE: True, Relation.CHILD: False}
    return None if expected.get(relation, grown) is grown else age


def check_birth(born_on: date, today: date) -> None:
    """Raises Refusal: born_in_the_future, no_such_birthday (before 1900)."""
    if born_on > today:
        raise Refusal("born_in_the_future")
    if born_on.year < 1900:
        raise Refusal("no_such_birthday")


def check_expiry(expires: date, deal: Deal, today: date) -> None:
    """Raises Refusal: passport_expired, passport_ends_before_return, passport_of_decades."""
    if expires < today:
        raise Refusal("passport_expired")
    if age_on(expires, today) >= LONGEST_VALID:
        raise Refusal("passport_of_decades", day=expires)
    if deal.trip is not None and expires < deal.trip.returns:
        raise Refusal("passport_ends_before_return", returns=deal.trip.returns)


def ends_soon(expires: date, deal: Deal, today: date) -> bool:
    """Whether the passport ends within six months of the return (of today, when no return is known)."""
    return expires < months_after(deal.trip.returns if deal.trip else today, MONTHS_LEFT)


def months_after(day: date, count: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def is_latin(name: str) -> bool:
    """Whether every letter is of the alphabet of passports' machine-readable lines, accents aside."""
    return all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())


def check_all(deal: Deal, told: Particulars, today: date, apart_from: Traveller | None = None) -> None:
    """Raises Refusal when this cannot be, or does not fit the rest of the party (`apart_from` the one it is about)."""
    check_birth(told.born_on, today)
    check_expiry(told.passport_expires, deal, today)
    others = [traveller for traveller in deal.party if traveller is not apart_from]
    if told.relation is Relation.SELF and any(other.relation is Relation.SELF for other in others):
        raise Refusal("self_entered")
    check_passport(told.passport, others)


def check_passport(passport: str, others: Sequence[Traveller]) -> None:
    """Raises Refusal: passport_of_another."""
    for other in others:
        if other.passport == passport:
            raise Refusal("passport_of_another", name=other.name)

"""A phone inquiry typed in one line, "Ivan Petrov 0888 123 456 Ohrid 18.12 2 people", or what of it follows the phone."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from domain.values.month import Month
from domain.values.reading.around import Around
from domain.values.reading.calendar_words import month_named
from domain.values.reading.counts import read_count
from domain.values.reading.days import read_days
from domain.values.reading.months import read_month
from domain.values.reading.number_words import in_han
from domain.values.reading.numbered import with_their_words
from domain.values.reading.plain import plain
from domain.values.refusals import Refusal

T = TypeVar("T")
Accepts = Callable[[str], bool]

_OF_A_NUMBER = re.compile(r"\+?\(?\d[\d()\-]*")
_HAN_MONTH = re.compile(r"(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月份?")
_HAN_BREAK = re.compile(r"(?<=[一-鿿])(?<![年月])(?=\d)|(?<=[月日号份])(?=\d+[人位个])")
"""Where Chinese words part although nothing stands between them: "普吉岛|1月|2人"."""
_SMALL = frozenset(
    ["-", "–", "—", "to", "in", "on", "for", "at", "в", "на", "для", "за", "до", "през", "к", "去", "在"]
)
_LONGEST = 4
"""Words of one thing: "the day after tomorrow"."""


@dataclass(frozen=True, kw_only=True)
class WishLine:
    """Where to, when, and how many, as far as it could be read: "Ohrid 18.12 2 people"."""

    place: str | None = None
    when: date | Month | None = None
    count: int | None = None


@dataclass(frozen=True, kw_only=True)
class InquiryLine(WishLine):
    """`phone` as it was written. What stands before it is the caller's name, and what stands after it is wished for."""

    name: str
    phone: str


@dataclass(frozen=True)
class TimeLine:
    """When, as far as it could be read, and how many."""

    when: date | Month | str
    count: int


def read_inquiry_line(text: str, around: Around, is_phone: Accepts, most: int) -> InquiryLine | None:
    """None where there is no name before a phone number: then it is no such line."""
    words = _words(text)
    found = _phone(words, is_phone)
    if found is None or not found[0]:
        return None
    begins, ends = found
    name, phone = _bare(words[:begins]), " ".join(words[begins:ends])
    wish = _wish(words[ends:], around, most)
    return InquiryLine(name=name, phone=phone, place=wish.place, when=wish.when, count=wish.count)


def read_wish_line(text: str, around: Around, most: int) -> WishLine | None:
    """None where a place stands alone, or none at all: then the words are one answer, and not several."""
    wish = _wish(_words(text), around, most)
    return None if wish.place is None or (wish.when is None and wish.count is None) else wish


def read_time_line(text: str, around: Around, most: int) -> TimeLine | None:
    """ "June, 2 people". None where it is not plainly both: "two weeks in June" counts nobody."""
    wish = _wish(_words(text), around, most)
    if wish.place is None and wish.when is not None and wish.count is not None:
        return TimeLine(wish.when, wish.count)
    before, _comma, after = map(str.strip, unicodedata.normalize("NFKC", text).rpartition(","))
    count = _count(after, most)
    return None if not before or before.isdecimal() or count is None else TimeLine(before, count)


def _wish(words: list[str], around: Around, most: int) -> WishLine:
    """So many people come first: the 25 of "18.12 25 people" is no year."""
    when: date | Month | None
    people, words = _taken(words, lambda said: None if said.isdecimal() else _count(said, most))
    when, words = _taken(words, lambda said: _when(said, around))
    count, words = (people, words) if people else _taken(words, lambda said: _count(said, most))
    return WishLine(place=_bare(words) or None, when=when, count=count)


def _words(text: str) -> list[str]:
    apart = _HAN_BREAK.sub(" ", unicodedata.normalize("NFKC", text))
    return with_their_words(re.sub(r"[,;]", " , ", apart).split())


def _bare(words: list[str]) -> str:
    """Without commas, and without the small words around it."""
    kept = [word for word in words if word != ","]
    while kept and kept[-1].casefold() in _SMALL:
        kept.pop()
    while kept and kept[0].casefold() in _SMALL:
        kept.pop(0)
    return " ".join(kept)


def _phone(words: list[str], is_phone: Accepts) -> tuple[int, int] | None:
    """From which word to which; the longest run of figures that is a number."""
    spans = [(at, end) for at in range(len(words)) for end in range(len(words), at, -1)]
    fits = [
        (at, end)
        for at, end in spans
        if all(_OF_A_NUMBER.fullmatch(word) for word in words[at:end]) and is_phone(" ".join(words[at:end]))
    ]
    return max(fits, key=lambda span: span[1] - span[0], default=None)


def _taken(words: list[str], reads: Callable[[str], T | None]) -> tuple[T | None, list[str]]:
    """What the longest piece says, and the words without it."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            said = reads(" ".join(words[at : at + length]))
            if said is not None:
                return said, [*words[:at], *words[at + length :]]
    return None, words


def _when(said: str, around: Around) -> date | Month | None:
    """A day of one reading, or a month; a bare number is a count."""
    if said.isdecimal():
        return None
    try:
        days = read_days(said, around)
    except Refusal:
        return read_month(said) or _next_month(said, around)
    return days[0] if len(days) == 1 else None


def _next_month(said: str, around: Around) -> Month | None:
    """ "June", "6月": the next one."""
    han = _HAN_MONTH.fullmatch(said)
    number = _figures(han["month"]) if han else month_named(plain(said))
    if number is None or not 1 <= number <= 12 or around.today is None:
        return None
    return Month(around.today.year + (number < around.today.month), number)


def _figures(written: str) -> int | None:
    return int(written) if written.isdecimal() else in_han(written)


def _count(said: str, most: int) -> int | None:
    try:
        return read_count(said, most)
    except Refusal:
        return None

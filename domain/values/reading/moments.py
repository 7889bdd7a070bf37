"""A day, an hour, or both, found within a sentence: "call Ivanova tomorrow 10", "завтра в 10 позвонить", "明天10点打电话".

The sentence is taken apart into words, Chinese into characters. A piece of it says a time when all of it is made of a day, a
time of day, a part of the day, a span from now or what comes back, with small words between. The longest such piece is read;
a day or an hour said elsewhere completes it.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from domain.values.language import Language
from domain.values.reading.around import Around
from domain.values.reading.every import Every
from domain.values.reading.moment_readings import LocalMoment, readings
from domain.values.reading.moment_words import NOTHING, Gap, Said, said_by
from domain.values.reading.plain import plain
from domain.values.refusals import Refusal

_ATOM = re.compile(r"[一-鿿]|\d+(?:[:.,/\-]\d+)*(?:-?[^\W\d一-鿿]+)?\.?|[,;!]|[^\s一-鿿,;!]+")
_LONGEST, _MOST = 11, 60
"""Words of one time; and those at the beginning of a text among which one is looked for."""
_NO_SUCH_DAY = Said(no_such_day=True)
"""Alone it may be any two numbers: a price of 12.50."""
_INFINITIVE = re.compile(r"[а-я]+(?:ть|ти|чь)(?:ся|сь)?")


@dataclass(frozen=True)
class FoundMoment:
    """`readings` are all that may be meant, earliest first. `rest` is the sentence without what was read."""

    readings: tuple[LocalMoment, ...]
    every: Every | None
    rest: str


@dataclass(frozen=True)
class _Piece:
    """From one word to before another."""

    first: int
    end: int
    said: Said

    def apart_from(self, other: "_Piece") -> bool:
        return self.end <= other.first or other.end <= self.first


def find_moment(text: str, now: datetime, language: Language | None) -> FoundMoment | None:
    """`now` is by the writer's clock. None where the text names no time.

    Raises Refusal: no_such_day, of a day that the calendar does not have ("31.02 at 10").
    """
    return _Sentence(text, now, language).found()


class _Sentence:
    def __init__(self, text: str, now: datetime, language: Language | None) -> None:
        self._text, self._now = text, now
        self._around = Around(today=now.date(), first=now.date(), language=language)
        self._spans = [found.span() for found in _ATOM.finditer(text)][:_MOST]
        self._components: dict[tuple[int, int], Said | Gap | None] = {}

    def found(self) -> FoundMoment | None:
        pieces = self._pieces()
        if not pieces:
            return None
        main = max(pieces, key=_weight)
        if main.said.no_such_day:
            raise Refusal("no_such_day")
        said, taken = main.said, [main]
        for other in sorted(pieces, key=_weight, reverse=True):
            more = said.and_also(other.said) if all(map(other.apart_from, taken)) else None
            if more and (more.days or more.every) and more.clock:
                said, taken = more, [*taken, other]
                break
        meant = readings(said, self._now)
        if self._may_be_a_count(main):
            meant = (*meant, *(LocalMoment(day) for day in said.days))
            taken[0] = replace(main, end=main.end - 1)
        return FoundMoment(meant, said.every, self._without(taken))

    def _pieces(self) -> list[_Piece]:
        many = len(self._spans)
        every = (
            (first, end) for first in range(many) for end in range(first + 1, min(first + _LONGEST, many) + 1)
        )
        return [
            _Piece(first, end, said)
            for first, end in every
            if (said := self._said(first, end)) and said != _NO_SUCH_DAY
        ]

    def _said(self, first: int, end: int) -> Said | None:
        """What all words of a piece say together, which neither begins with a comma nor ends with a small word."""
        return self._together(first, end, NOTHING, Gap(behind=True))

    def _together(self, first: int, end: int, so_far: Said, before: Said | Gap) -> Said | None:
        if first == end:
            return so_far if so_far and (isinstance(before, Said) or before.behind) else None
        for middle in range(end, first, -1):
            part = self._component(first, middle)
            if part is None or not self._follows(part, so_far, before, first, middle, end):
                continue
            said = so_far if isinstance(part, Gap) else so_far.and_also(part)
            if said is not None and (whole := self._together(middle, end, said, part)):
                return whole
        return None

    def _follows(
        self, part: Said | Gap, so_far: Said, before: Said | Gap, first: int, middle: int, end: int
    ) -> bool:
        """A bare number is an hour behind a day, or behind a word that leads to one."""
        if isinstance(part, Gap):
            return bool(so_far) or not part.behind or part.before
        if part.clock is None or not part.clock.bare:
            return True
        if isinstance(before, Gap):
            return before.to_an_hour and (bool(so_far) or middle < end or self._leads_nowhere(first, middle))
        return bool(so_far.days or so_far.no_such_day or so_far.every) and not _is_han(self._word(middle))

    def _leads_nowhere(self, first: int, end: int) -> bool:
        """Nothing follows that could be counted: "at 10", "в 10 Ивановой", "в 10 позвонить", not "в 2 номера"."""
        if end < len(self._spans) and (component := self._component(end, end + 1)):
            return isinstance(component, Said) or first <= 1
        word = self._word(end)
        return first <= 1 or not word[:1].islower() or bool(_INFINITIVE.fullmatch(word))

    def _may_be_a_count(self, piece: _Piece) -> bool:
        """ "tomorrow 10 people arrive": the number stands last, behind a day, and something follows that may be counted."""
        clock = piece.said.clock
        if not (clock and clock.bare and piece.said.days) or piece.said.part:
            return False
        word, last = self._word(piece.end), self._component(piece.end - 2, piece.end - 1)
        return not isinstance(last, Gap) and word[:1].islower() and not _INFINITIVE.fullmatch(word)

    def _component(self, first: int, end: int) -> Said | Gap | None:
        if (first, end) not in self._components:
            piece = plain(self._text[self._spans[first][0] : self._spans[end - 1][1]])
            self._components[first, end] = said_by(piece, self._now, self._around) or (
                said_by(piece.rstrip("."), self._now, self._around) if piece.endswith(".") else None
            )
        return self._components[first, end]

    def _word(self, at: int) -> str:
        return self._text[slice(*self._spans[at])] if at < len(self._spans) else ""

    def _without(self, taken: list[_Piece]) -> str:
        rest = self._text
        for piece in sorted(taken, key=lambda piece: piece.first, reverse=True):
            start, end = self._spans[piece.first][0], self._spans[piece.end - 1][1]
            rest = f"{rest[:start]} {rest[end:]}"
        return " ".join(rest.split()).strip(" ,;:-–—.")


def _weight(piece: _Piece) -> tuple[int, int, int]:
    """The most that is said, by the most words, the first of equals."""
    said = piece.said
    kinds = sum(map(bool, (said.days or said.no_such_day or said.every, said.clock or said.later, said.part)))
    return kinds, piece.end - piece.first, -piece.first


def _is_han(word: str) -> bool:
    return "一" <= word[:1] <= "鿿"

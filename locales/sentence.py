"""A Sentence: the only thing that can be said to a person. English is its id; facts fill its named places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache
from typing import Any

from domain.values.money import Money
from domain.values.month import Month


@dataclass(frozen=True)
class Sentence:
    """Words with named places, to be said by a Voice in its listener's language.

    `english` may carry Telegram's simple tags (<b>, <i>, <code>); facts never do, they are escaped.
    With `plural`, the fact `count` chooses the form.
    """

    english: str
    plural: str | None = None
    facts: Mapping[str, "Fact"] = field(default_factory=dict)

    def __call__(self, **facts: Any) -> "Sentence":
        """The same words with these facts filled in."""
        return Sentence(self.english, self.plural, {**self.facts, **facts})


@dataclass(frozen=True)
class Joined:
    """Several facts as one: a list ("a, b and c") by default, or with something else between them: a newline, `COMMA`."""

    parts: Sequence["Fact"]
    by: "str | Sentence | None" = None


@dataclass(frozen=True)
class Weekday:
    """A day with its weekday's name: "Friday 29 October"."""

    day: date


@dataclass(frozen=True)
class FullDay:
    """A day that is told with its year in this year too: of birth, or on which a passport ends."""

    day: date


@dataclass(frozen=True)
class Link:
    """An address with a name; in plain text the address alone."""

    address: str
    name: "Sentence | str"


Fact = (
    str | int | Money | Month | date | datetime | time | Sentence | Joined | Weekday | FullDay | Link | None
)


@cache
def _(english: str) -> Sentence:
    """Marks words for translators. Always the same ones, said again and again: each is made once."""
    return Sentence(english)


COMMA = _(", ")
"""Between things that are named in a row."""


def n_(one: str, many: str) -> Sentence:
    """Marks counted words; the fact `count` decides the form."""
    return Sentence(one, plural=many)


def verbatim(text: str | Month) -> Sentence:
    """Somebody's own words (a name, a message), said as they are; in the listener's language where they were given in it."""
    return Sentence("{text}", facts={"text": text})


def lines(*parts: "Fact | None") -> Sentence:
    """Sentences one under another; those that are None are left out."""
    return Sentence("{lines}", facts={"lines": Joined([part for part in parts if part is not None], by="\n")})

"""What a colleague would say of a client in two lines: how they usually travel, what was last, and what to ask.

Made of facts alone: what the journeys and the file do not show is not said.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.entities.travellers import Relation
from domain.values.translated import Translated

LOOKED_AT = 11
"""Journeys, the newest ones; of more it is said that there are many."""
IN_A_ROW = 3
"""So many years running make a habit."""
ALIKE = 3
"""So many of the last journeys are compared."""


class Party(StrEnum):
    """Who goes along."""

    ALONE = "alone"
    COUPLE = "couple"
    FAMILY = "family"
    CHILDREN = "children"
    COMPANY = "company"


@dataclass(frozen=True)
class Journey:
    """One that is over, with everybody who went; `complete`: as many as had seats."""

    called: Translated
    first_day: date
    last_day: date | None
    relations: tuple[Relation, ...]
    complete: bool = True

    @property
    def nights(self) -> int | None:
        nights = (self.last_day - self.first_day).days if self.last_day else 0
        return nights or None


@dataclass(frozen=True)
class Sketch:
    """What may be said; None where it is not known, or differs from time to time."""

    trips: int
    habit: str | None = None
    """In words of ours."""
    month: int | None = None
    """They travel in it every year; nothing where there are words."""
    party: Party | None = None
    heads: int = 0
    """Of a family and of children the children, of a company everybody."""
    stars: int | None = None
    nights: int | None = None
    last: Journey | None = None
    ask_next: str | None = None

    @property
    def many(self) -> bool:
        return self.trips >= LOOKED_AT


def sketch(
    journeys: Sequence[Journey],
    *,
    habit: str | None = None,
    stars: int | None = None,
    nights: int | None = None,
    ask_next: str | None = None,
) -> Sketch:
    """Of the newest `LOOKED_AT` journeys, and what stands in the file."""
    newest = sorted(journeys, key=lambda one: one.first_day, reverse=True)[:LOOKED_AT]
    party, heads = _party(newest[:ALIKE])
    return Sketch(
        len(newest),
        habit,
        None if habit else _month(newest),
        party,
        heads,
        stars,
        nights or _nights(newest[:ALIKE]),
        newest[0] if newest else None,
        ask_next,
    )


def _month(newest: Sequence[Journey]) -> int | None:
    """In which they travelled in each of the last years; of several the one of the last journey."""
    years: dict[int, set[int]] = {}
    for one in newest:
        years.setdefault(one.first_day.month, set()).add(one.first_day.year)
    if not newest:
        return None
    latest = newest[0].first_day.year
    wanted = set(range(latest - IN_A_ROW + 1, latest + 1))
    months = [one.first_day.month for one in newest]
    return next((month for month in months if wanted <= years[month]), None)


def _party(newest: Sequence[Journey]) -> tuple[Party | None, int]:
    """That all of them had."""
    parties = {_who(one.relations) if one.complete else (None, 0) for one in newest}
    return parties.pop() if len(parties) == 1 else (None, 0)


def _who(relations: Sequence[Relation]) -> tuple[Party | None, int]:
    """Of a party without the client themselves nothing is said."""
    counted = Counter(relations)
    spouses, children = counted[Relation.SPOUSE], counted[Relation.CHILD]
    if counted[Relation.SELF] != 1:
        return None, 0
    if counted[Relation.OTHER] or spouses > 1:
        return Party.COMPANY, len(relations)
    if spouses:
        return (Party.FAMILY, children) if children else (Party.COUPLE, 0)
    return (Party.CHILDREN, children) if children else (Party.ALONE, 0)


def _nights(newest: Sequence[Journey]) -> int | None:
    """That all of them had, if there was more than one."""
    nights = {one.nights for one in newest}
    return nights.pop() if len(newest) > 1 and len(nights) == 1 else None

"""What Today has for each role: every noun declares its lines, and each is asked only of whom it is for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.declarations import declare
from domain.entities.people import Right, Role
from domain.notices.today import MORNING
from domain.ports.desk import Desk

LINES_OF_A_DAY = 7
"""More than these nobody reads in the morning."""


@dataclass(frozen=True)
class Found:
    """What a line has to tell: how many things (one more than `MOST`: more than can be counted), and what its words need."""

    count: int
    only: int | None = None
    """The number of the thing, when it is the only one."""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class TodayLine:
    """A line by its key, with what it has to tell."""

    key: str
    found: Found


Looks = Callable[[Desk], Found | None]


@dataclass(frozen=True)
class LineKind:
    """A line: for which roles, at which place of their day, and how it is looked up."""

    looks: Looks
    ranks: Mapping[Role, int]
    right: Right | None


LINES: dict[str, LineKind] = {}
"""By key; complete as soon as `domain.queries.today` is imported."""


def today_line(key: str, ranks: Mapping[Role, int], right: Right | None = None) -> Callable[[Looks], Looks]:
    """Declares a function (desk) -> Found, or None where there is nothing to do. `right`: what its query asks for."""

    def register(looks: Looks) -> Looks:
        declare(LINES, key, LineKind(looks, ranks, right))
        MORNING.at_times.add(verb_of(key))
        return looks

    return register


def verb_of(key: str) -> str:
    """Of the line's button in the morning message."""
    return f"today_{key}"


def today(desk: Desk) -> list[TodayLine]:
    """What this colleague has to do, the most pressing first; nothing for who does not work here."""
    return [line for key in _keys_for(desk) if (line := line_of(desk, key))][:LINES_OF_A_DAY]


def line_of(desk: Desk, key: str) -> TodayLine | None:
    """None: there is nothing, or not for this colleague. Raises KeyError for a line that does not exist."""
    if key not in _keys_for(desk):
        return None
    found = LINES[key].looks(desk)
    return TodayLine(key, found) if found is not None and found.count else None


def _keys_for(desk: Desk) -> list[str]:
    staff = desk.actor.staff
    if staff is None or not staff.active:
        return []
    theirs = [(kind.ranks[staff.role], key) for key, kind in LINES.items() if staff.role in kind.ranks]
    return [key for _rank, key in sorted(theirs) if (right := LINES[key].right) is None or staff.may(right)]

"""The tables of what nouns declare to the walking tests; complete as soon as `tests.nouns.all` is imported."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, get_type_hints

from domain.declarations import declare
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.notices import NoticeKind
from domain.entities.people import Person, StaffMember
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.ports.repositories import Repositories

T = TypeVar("T")
Facts = dict[NoticeKind, dict[str, Any]]

NEW: dict[type, Callable[[], Any]] = {}
"""A thing of this kind that no repository has yet."""


def new_one(maker: Callable[[], T]) -> Callable[[], T]:
    """Declares how one of its kind is made, whatever it is about: `tests/storage/` adds, asks for and removes it."""
    return declare(NEW, get_type_hints(maker)["return"], maker)


@dataclass(frozen=True)
class Few:
    """Whom more things can be about."""

    records: Repositories
    client: Client
    member: StaffMember


MORE: dict[str, Callable[[Few], None]] = {}
"""One more of each thing, so that a database can be filled with many."""


def one_more(maker: Callable[[Few], None]) -> Callable[[Few], None]:
    return declare(MORE, f"{maker.__module__}.{maker.__name__}", maker)


@dataclass(frozen=True)
class Branched:
    """A branch of the agency on which every right is tried. What nobody else may read of it says `words`."""

    desk: Desk
    number: int
    client: Client
    lead: StaffMember
    trip: Trip
    deal: Deal
    """On that trip."""
    words: str


IN_EACH_BRANCH: dict[str, Callable[[Branched], dict[str, int]]] = {}
"""Things of each branch: their numbers, by a name."""


def in_each_branch(maker: Callable[[Branched], dict[str, int]]) -> Callable[[Branched], dict[str, int]]:
    return declare(IN_EACH_BRANCH, f"{maker.__module__}.{maker.__name__}", maker)


SETTLED: dict[str, Callable[[Desk], None]] = {}
"""What the owner of the agency has settled on which every right is tried."""


def settled(maker: Callable[[Desk], None]) -> Callable[[Desk], None]:
    return declare(SETTLED, f"{maker.__module__}.{maker.__name__}", maker)


FIRST: dict[str, str] = {}
"""Which of these numbers `get` of a repository is asked for, by the repository's name on the desk."""


def asked_for(**numbers: str) -> None:
    for repository, name in numbers.items():
        declare(FIRST, repository, name)


EVERYBODYS: set[str] = set()
"""Repositories of which no branch has things to itself."""


def everybodys(*repositories: str) -> None:
    EVERYBODYS.update(repositories)


Call = Callable[[Desk, Any, Any], object]
"""How something is done at a desk, with what was prepared and the things of a branch (`tests/rights/agency.py`)."""

CALLS: dict[str, Call] = {}
"""How the use cases and queries of the matrix are called, by their names there."""


def calls(more: dict[str, Call]) -> None:
    for name, call in more.items():
        declare(CALLS, name, call)


PLAIN: dict[str, list[Callable[[Any, Any], Iterable[Any]]]] = {}
"""With what a button is forged, by the name of a parameter that is no number of a thing; several nouns may say some."""


def forged(name: str, values: Callable[[Any, Any], Iterable[Any]]) -> None:
    PLAIN.setdefault(name, []).append(values)


KNOWN: dict[str, Callable[[Any, Any], Any]] = {}
"""What any flow may be opened with, by name."""
KNOWN_TO: dict[str, dict[str, Callable[[Any, Any], Any]]] = {}
"""By flow what it is opened with instead, by name."""


def opened_with(name: str, value: Callable[[Any, Any], Any], *flows: str) -> None:
    """These flows; without any named, all."""
    for flow in flows:
        declare(KNOWN_TO.setdefault(flow, {}), name, value)
    if not flows:
        declare(KNOWN, name, value)


@dataclass(frozen=True)
class Told:
    """Who hears of everything, client and staff at once, and everything's name."""

    records: Repositories
    now: datetime
    person: Person
    client: Client
    member: StaffMember
    trip: Trip
    name: str


NOTICES: dict[str, Callable[[Told], Facts]] = {}
"""The facts of each kind of notice, about things that are made for it."""


def notice_facts(maker: Callable[[Told], Facts]) -> Callable[[Told], Facts]:
    return declare(NOTICES, f"{maker.__module__}.{maker.__name__}", maker)

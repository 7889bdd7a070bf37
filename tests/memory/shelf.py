"""What all in-memory repositories share: things by kind, numbered when flushed, fetched by number within reach."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Generic, TypeVar, cast

from domain.declarations import declare
from domain.entities.branches import within
from domain.entities.definitions import Definitions
from domain.entities.pipeline import PIPELINE, PIPELINE_USE, TRIP_KIND, Pipelines
from domain.values.refusals import NotFound

T = TypeVar("T")


class Things:
    """Everything there is, by kind, in the order in which it came."""

    def __init__(self) -> None:
        self._by_kind: dict[type, list[Any]] = {}
        self.definitions = Definitions()
        self.used_fields: set[str] = set()
        self.pipelines: Callable[[], Pipelines] = self._settled
        self.looked: dict[int, tuple[date | None, object]] = {}
        """By a deal's number: the day from which on it is to be looked at again, and what was due of it then."""

    def _settled(self) -> Pipelines:
        settled = self.definitions
        return Pipelines(settled.all(PIPELINE), settled.all(TRIP_KIND), settled.one(PIPELINE_USE))

    def of(self, kind: type[T]) -> list[T]:
        return cast(list[T], self._by_kind.setdefault(kind, []))

    def named(self, subject: str) -> list[Any]:
        """All of the kind that is called so in the history."""
        return next(
            (
                held
                for kind, held in self._by_kind.items()
                if kind.__name__.lower() == subject.replace("_", "")
            ),
            [],
        )

    def hold(self, thing: object) -> None:
        """And everything it refers to; numbers come with `flush`."""
        held = self.of(type(thing))
        if any(one is thing for one in held):
            return
        held.append(thing)
        for other in _referred_to(thing):
            self.hold(other)

    def flush(self) -> None:
        for held in [one for kind in list(self._by_kind) for one in self._by_kind[kind]]:
            for other in _referred_to(held):
                self.hold(other)
        for held in self._by_kind.values():
            _number(held)


def _number(held: list[Any]) -> None:
    highest = max((one.id for one in held), default=0)
    for one in held:
        if not one.id:
            highest += 1
            one.id = highest


def _referred_to(thing: object) -> Iterator[object]:
    if not is_dataclass(thing):
        return
    for field in fields(thing):
        value = getattr(thing, field.name)
        for one in value if isinstance(value, list) else [value]:
            if is_dataclass(one) and hasattr(one, "id"):
                yield one


MADE: dict[str, Callable[[Things, int | None], Any]] = {}
"""What makes each repository, by its name on the desk: declared beside it."""


def in_memory(maker: Callable[[Things, int | None], T]) -> Callable[[Things, int | None], T]:
    """Declares what makes the repository of this name. mypy holds it to the protocol that it says it gives."""
    return declare(MADE, maker.__name__, maker)


class Shelf(Generic[T]):
    """All things of one kind, as far as somebody reaches."""

    kind: type[T]
    missing: str

    def __init__(self, things: Things, reach: int | None) -> None:
        self.things, self.reach = things, reach

    def get(self, number: int) -> T:
        for one in self.all_seen():
            if getattr(one, "id") == number:  # noqa: B009 (every kind has one)
                return one
        raise NotFound(self.missing)

    def locked(self, number: int) -> T:
        return self.get(number)

    def anew(self, number: int) -> T:
        return self.get(number)

    def hold(self, thing: T) -> None:
        self.things.hold(thing)

    def all_seen(self) -> list[T]:
        return [one for one in self.things.of(self.kind) if self.sees(one)]

    def sees(self, _thing: T) -> bool:
        return True

    def reaches(self, branch: int | None) -> bool:
        return within(self.reach, branch)


def page(found: Iterable[T], limit: int, offset: int = 0) -> Sequence[T]:
    return list(found)[offset : offset + limit]


def newest(found: Iterable[T], by: Callable[[T], Any]) -> list[T]:
    return sorted(found, key=by, reverse=True)


def begins(text: str, words: str) -> bool:
    """Whether every typed word begins one of the words: as much of a search as tests of rules need."""
    there = words.casefold().split()
    return bool(text.split()) and all(
        any(word.startswith(typed) for word in there) for typed in text.casefold().split()
    )

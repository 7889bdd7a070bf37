"""Definitions: what the owner settles about the agency, kept as data. Their kinds are declared beside what they define."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import Any, Generic, TypeVar

from domain.declarations import declare
from domain.entities.history import EVERYBODYS, history_of
from domain.entities.rights import Right
from domain.values.refusals import NotFound

T = TypeVar("T")

history_of("agency", reach=EVERYBODYS, right=Right.CHANGE_SETTINGS)

THE_AGENCY = 1
"""The number of the only thing the history of "agency" is about."""
ONLY = ""
"""The key of a definition of which there is one."""


@dataclass(frozen=True)
class DefinitionKind(Generic[T]):
    """A kind of definition. `of` is a frozen dataclass of plain values: text, numbers, times, enumerations, and tuples,
    mappings and dataclasses of such. A field that is added later has a default."""

    key: str
    """As it stands in the database and in exported files: it never changes."""
    of: type[T]
    shipped: Mapping[str, T]
    """What holds, by key, as long as the agency has settled nothing else under that key."""
    is_own: bool = False
    """Whether it is about this agency alone, and of no use to another."""

    @property
    def is_single(self) -> bool:
        """Whether there is one such definition."""
        return ONLY in self.shipped


KINDS: dict[str, DefinitionKind[Any]] = {}
"""All of them, by key; complete as soon as `domain.entities` is imported."""


def definition_kind(
    key: str, of: type[T], shipped: Mapping[str, T] | None = None, *, is_own: bool = False
) -> DefinitionKind[T]:
    """Declares a kind of definition."""
    return declare(KINDS, key, DefinitionKind(key, of, shipped or {}, is_own))


def numbered(word: str, taken: Container[str]) -> str:
    """The word with the first number that makes a key nobody has."""
    return next(key for number in count(1) if (key := f"{word}{number}") not in taken)


@dataclass(frozen=True)
class Kept:
    """One definition as the agency has settled it; `revision` counts its changes from 1."""

    kind: str
    key: str
    value: Any
    revision: int


@dataclass(frozen=True)
class Definitions:
    """All that is settled at one moment. `version` counts all changes together; 0: nothing was ever settled."""

    version: int = 0
    kept: tuple[Kept, ...] = ()
    _all: dict[str, Mapping[str, Any]] = field(default_factory=dict, compare=False, repr=False)

    def all(self, kind: DefinitionKind[T]) -> Mapping[str, T]:
        """By key: those shipped, in their order, then the agency's own in the order in which they were made."""
        if kind.key not in self._all:
            own = {one.key: one.value for one in self.kept if one.kind == kind.key}
            self._all[kind.key] = {**kind.shipped, **own}
        return self._all[kind.key]

    def one(self, kind: DefinitionKind[T], key: str = ONLY) -> T:
        """Raises NotFound: no_such_definition."""
        try:
            return self.all(kind)[key]
        except KeyError:
            raise NotFound("no_such_definition") from None

    def revision(self, kind: DefinitionKind[Any], key: str = ONLY) -> int:
        """How often it was changed; 0 as shipped, and for what does not exist."""
        found = self._by_key.get((kind.key, key))
        return found.revision if found else 0

    def with_(self, kind: DefinitionKind[T], key: str, value: T) -> "Definitions":
        """With one that was settled anew."""
        new = Kept(kind.key, key, value, self.revision(kind, key) + 1)
        there = (kind.key, key) in self._by_key
        others = tuple(new if (one.kind, one.key) == (kind.key, key) else one for one in self.kept)
        return Definitions(self.version + 1, others if there else (*others, new))

    def without(self, kind: DefinitionKind[Any], key: str) -> "Definitions":
        """As shipped again."""
        left = tuple(one for one in self.kept if (one.kind, one.key) != (kind.key, key))
        return Definitions(self.version + 1, left)

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Kept]:
        return {(one.kind, one.key): one for one in self.kept}

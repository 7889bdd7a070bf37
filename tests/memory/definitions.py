"""Definitions, in memory."""

from typing import Any

from domain.entities.definitions import DefinitionKind, Definitions
from domain.ports.definitions import DefinitionRows
from domain.values.refusals import Refusal
from tests.memory.shelf import Things, in_memory


class MemoryDefinitions:
    def __init__(self, things: Things) -> None:
        self._things = things

    def version(self) -> int:
        return self.current().version

    def current(self) -> Definitions:
        return self._things.definitions

    def put(self, kind: DefinitionKind[Any], key: str, value: Any, seen: int) -> None:
        self._must_be(kind, key, seen)
        self._things.definitions = self.current().with_(kind, key, value)

    def drop(self, kind: DefinitionKind[Any], key: str, seen: int) -> None:
        self._must_be(kind, key, seen)
        self._things.definitions = self.current().without(kind, key)

    def _must_be(self, kind: DefinitionKind[Any], key: str, seen: int) -> None:
        if self.current().revision(kind, key) != seen:
            raise Refusal("changed_meanwhile")


@in_memory
def definitions(things: Things, _reach: int | None) -> DefinitionRows:
    return MemoryDefinitions(things)

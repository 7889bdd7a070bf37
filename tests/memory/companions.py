"""The companions of clients, in memory."""

from collections.abc import Collection, Sequence
from datetime import date

from domain.entities.clients import Client
from domain.entities.companions import Companion
from domain.ports.companions import Companions
from tests.memory.shelf import Shelf, Things, begins, in_memory, newest, page


class MemoryCompanions(Shelf[Companion]):
    kind, missing = Companion, "no_such_companion"

    def add(self, thing: Companion) -> None:
        self.hold(thing)

    def remove(self, thing: Companion) -> None:
        self.things.of(Companion).remove(thing)

    def several(self, numbers: Collection[int]) -> Sequence[Companion]:
        return [one for one in self.all_seen() if one.id in numbers]

    def of(self, client: Client, limit: int | None = None, offset: int = 0) -> Sequence[Companion]:
        theirs = [one for one in self._shown() if one.client is client]
        return page(newest(theirs, lambda one: (one.renewed_at, one.id)), limit or len(theirs), offset)

    def with_passport(self, number: str, limit: int = 8) -> Sequence[Companion]:
        return page([one for one in self._shown() if one.passport == number], limit)

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Companion]:
        return page(
            [one for one in self._shown() if one.traveller is None and begins(text, one.name)], limit, offset
        )

    def born_on(self, day: date, limit: int = 50) -> Sequence[Companion]:
        return page([one for one in self._shown() if one.born_on == day], limit)

    def _shown(self) -> list[Companion]:
        return [one for one in self.all_seen() if one.same_as is None]


@in_memory
def companions(things: Things, reach: int | None) -> Companions:
    return MemoryCompanions(things, reach)

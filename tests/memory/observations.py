"""Observations of the market, in memory."""

from collections.abc import Sequence

from domain.entities.files import StoredFile
from domain.entities.observations import Observation, Watched
from domain.ports.observations import Observations
from tests.memory.shelf import Shelf, Things, begins, in_memory, newest, page


class MemoryObservations(Shelf[Observation]):
    kind, missing = Observation, "no_such_observation"

    def add(self, observation: Observation) -> None:
        self.hold(observation)
        self.things.flush()

    def corrected(self, observation: Observation) -> None:
        """Its words are looked through whenever somebody searches."""

    def latest(self, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
        return page(self._newest(), limit, offset)

    def under(
        self, about: Watched, keys: Sequence[str], limit: int = 8, offset: int = 0
    ) -> Sequence[Observation]:
        found = (one for one in self._newest() if one.about is about and one.key in keys)
        return page(found, limit, offset)

    def count(self, about: Watched, keys: Sequence[str]) -> int:
        return len(self.under(about, keys, 10_000))

    def newest_names(self, about: Watched, limit: int = 8) -> Sequence[Observation]:
        by_name: dict[str, Observation] = {}
        for each in self._newest():
            if each.about is about:
                by_name.setdefault(each.key, each)
        return page(by_name.values(), limit)

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Observation]:
        found = (one for one in self._newest() if begins(text, f"{one.name} {one.text}"))
        return page(found, limit, offset)

    def with_file(self, file: StoredFile) -> Observation | None:
        return next((one for one in self.all_seen() if one.file is file), None)

    def _newest(self) -> list[Observation]:
        return newest((one for one in self.all_seen() if not one.is_withdrawn), lambda one: one.id)


@in_memory
def observations(things: Things, reach: int | None) -> Observations:
    return MemoryObservations(things, reach)

"""Doubts about two files, and how files were joined, in memory."""

from collections.abc import Sequence

from domain.entities.clients import Client
from domain.entities.merging import Doubt, Merge
from domain.ports.merging import Doubts, Merges
from tests.memory.shelf import Shelf, Things, in_memory, newest, page


class MemoryDoubts(Shelf[Doubt]):
    kind, missing = Doubt, "no_such_doubt"

    def add(self, doubt: Doubt) -> bool:
        if self.between(doubt.first, doubt.second) is not None:
            return False
        self.hold(doubt)
        self.things.flush()
        return True

    def remove(self, doubt: Doubt) -> None:
        self.things.of(Doubt).remove(doubt)

    def between(self, lower: int, higher: int) -> Doubt | None:
        return next((one for one in self.all_seen() if one.files == (lower, higher)), None)

    def of(self, client: Client, limit: int = 8) -> Sequence[Doubt]:
        return page((one for one in self._open() if client.id in one.files), limit)

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[Doubt]:
        return page(newest(self._open(), lambda one: one.id), limit, offset)

    def count_open(self, limit: int) -> int:
        return min(len(self._open()), limit)

    def _open(self) -> list[Doubt]:
        there = {one.id for one in self.things.of(Client) if one.merged_into is None}
        return [one for one in self.all_seen() if one.settled_at is None and {*one.files} <= there]


class MemoryMerges(Shelf[Merge]):
    kind, missing = Merge, "no_such_merge"

    def add(self, merge: Merge) -> None:
        self.hold(merge)
        self.things.flush()

    def into(self, client: Client, limit: int = 8) -> Sequence[Merge]:
        here = (one for one in self._standing() if one.kept == client.id)
        return page(newest(here, lambda one: one.id), limit)

    def after(self, merge: Merge) -> Merge | None:
        both = {merge.left, merge.kept}
        later = (one for one in self._standing() if one.id > merge.id and both & {one.left, one.kept})
        return next(iter(newest(later, lambda one: one.id)), None)

    def _standing(self) -> list[Merge]:
        return [one for one in self.all_seen() if one.undone_at is None]


@in_memory
def doubts(things: Things, reach: int | None) -> Doubts:
    return MemoryDoubts(things, reach)


@in_memory
def merges(things: Things, reach: int | None) -> Merges:
    return MemoryMerges(things, reach)

"""Copies of clients' own data, in memory."""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.data_copies import DataCopy
from domain.ports.data_copies import DataCopies
from tests.memory.shelf import Shelf, Things, in_memory, newest, page


class MemoryDataCopies(Shelf[DataCopy]):
    kind, missing = DataCopy, "not_found"

    def add(self, copy: DataCopy) -> None:
        self.hold(copy)
        self.things.flush()

    def last_of(self, client: Client) -> DataCopy | None:
        theirs = [one for one in self.all_seen() if one.client is client]
        return next(iter(newest(theirs, lambda one: one.id)), None)

    def to_make(self, limit: int = 8) -> Sequence[DataCopy]:
        return page([one for one in self.all_seen() if one.made_at is None], limit)

    def to_clear(self, made_before: datetime, limit: int = 8) -> Sequence[DataCopy]:
        kept = [(one.made_at, one.id, one) for one in self.all_seen() if one.made_at and not one.cleared_at]
        return page(
            [one for at, _number, one in sorted(kept, key=lambda o: o[:2]) if at < made_before], limit
        )


@in_memory
def data_copies(things: Things, reach: int | None) -> DataCopies:
    return MemoryDataCopies(things, reach)

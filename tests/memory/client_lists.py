"""Lists of clients, in memory."""

from collections import Counter
from collections.abc import Iterable, Sequence

from domain.entities.branches import within
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.trips import Trip
from domain.ports.client_lists import ClientLists, TagCounted
from tests.memory.shelf import Things, in_memory, page


class MemoryClientLists:
    def __init__(self, things: Things, reach: int | None) -> None:
        self._things, self._reach = things, reach

    def newest(self, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        return _newest(self._there(), limit, offset)

    def of_member(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        led = [one.client for one in self._open() if one.responsible is member]
        kept = [one for one in self._there() if one.responsible is member]
        return _newest([*led, *kept], limit, offset)

    def with_open_deals(self, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        return _newest((one.client for one in self._open()), limit, offset)

    def of_trip(self, trip: Trip, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        going = [one for one in self._things.of(Deal) if one.trip is trip and not one.is_lost]
        return _newest((one.client for one in going if within(self._reach, one.branch)), limit, offset)

    def unreachable(self, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        found = [
            (one.person.unreachable_since, one.person.id, one)
            for one in self._there()
            if one.person is not None and one.person.unreachable_since is not None
        ]
        return page([one[2] for one in sorted(found, key=lambda one: one[:2], reverse=True)], limit, offset)

    def tagged(self, tag: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        return _newest((one for one in self._there() if tag in one.tags), limit, offset)

    def tags(self, most: int, limit: int = 8, offset: int = 0) -> Sequence[TagCounted]:
        counted = Counter(tag for one in self._there() for tag in one.tags)
        return page([TagCounted(tag, min(counted[tag], most)) for tag in sorted(counted)], limit, offset)

    def _there(self) -> list[Client]:
        return [one for one in self._things.of(Client) if one.merged_into is None]

    def _open(self) -> list[Deal]:
        return [
            one for one in self._things.of(Deal) if one.closed_at is None and within(self._reach, one.branch)
        ]


def _newest(found: Iterable[Client], limit: int, offset: int) -> Sequence[Client]:
    return page(sorted(dict.fromkeys(found), key=lambda one: -one.id), limit, offset)


@in_memory
def client_lists(things: Things, reach: int | None) -> ClientLists:
    return MemoryClientLists(things, reach)

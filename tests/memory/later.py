"""Messages that are sent later, in memory."""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.later_messages import LaterMessage
from domain.entities.people import StaffMember
from domain.ports.later import LaterMessages
from tests.memory.shelf import Shelf, Things, in_memory, page


class MemoryLaterMessages(Shelf[LaterMessage]):
    kind, missing = LaterMessage, "no_such_later"

    def add(self, message: LaterMessage) -> None:
        self.hold(message)

    def waiting_for(self, client: Client, limit: int = 8, offset: int = 0) -> Sequence[LaterMessage]:
        return page((one for one in self._next() if one.client is client), limit, offset)

    def count_for(self, client: Client) -> int:
        return len(self.waiting_for(client, 10_000))

    def waiting_of(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[LaterMessage]:
        return page((one for one in self._next() if one.author is member), limit, offset)

    def count_of(self, member: StaffMember) -> int:
        return len(self.waiting_of(member, 10_000))

    def to_send(self, now: datetime, limit: int) -> Sequence[LaterMessage]:
        return page((one for one in self._next() if one.due_at <= now and one.held is None), limit)

    def sees(self, thing: LaterMessage) -> bool:
        return self.reaches(thing.branch)

    def _next(self) -> list[LaterMessage]:
        return sorted((one for one in self.all_seen() if one.waits), key=lambda one: (one.due_at, one.id))


@in_memory
def later_messages(things: Things, reach: int | None) -> LaterMessages:
    return MemoryLaterMessages(things, reach)

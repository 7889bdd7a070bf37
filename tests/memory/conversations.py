"""Conversations, in memory."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.conversations import Conversation, Waits
from domain.entities.people import StaffMember
from domain.ports.conversations import Conversations, Waiting
from tests.memory.shelf import Shelf, Things, in_memory, page


class MemoryConversations(Shelf[Conversation]):
    kind, missing = Conversation, "no_such_conversation"

    def of(self, client: Client) -> Conversation | None:
        return next((one for one in self.all_seen() if one.client is client), None)

    def held(self, client: Client) -> Conversation | None:
        return self.of(client)

    def opened(self, client: Client, at: datetime) -> Conversation:
        found = self.of(client) or Conversation(client, Waits.FOR_NOBODY, at)
        self.hold(found)
        self.things.flush()
        return found

    def remove(self, conversation: Conversation) -> None:
        self.things.of(Conversation).remove(conversation)

    def waiting(
        self, members: Collection[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Conversation]:
        return page(self._had_by(members) if members else self._for_us(), limit, offset)

    def nobodys(self, limit: int = 8, offset: int = 0) -> Sequence[Conversation]:
        return page((one for one in self._for_us() if one.holder is None), limit, offset)

    def with_clients(self, limit: int = 8, offset: int = 0) -> Sequence[Conversation]:
        return page(self._oldest(Waits.FOR_CLIENT), limit, offset)

    def count(self, members: Collection[StaffMember], most: int) -> Waiting:
        def counted(found: Iterable[object]) -> int:
            return min(most, len(list(found)))

        nobodys = (one for one in self._for_us() if one.holder is None)
        return Waiting(
            counted(self._had_by(members)),
            counted(nobodys),
            counted(self._for_us()),
            counted(self._oldest(Waits.FOR_CLIENT)),
        )

    def count_late(self, now: datetime, most: int) -> int:
        return min(most, sum(one.due_at is not None and one.due_at <= now for one in self._for_us()))

    def to_alarm(self, now: datetime, limit: int) -> Sequence[Conversation]:
        come = [(one.alarm_at, one.id, one) for one in self.all_seen() if one.alarm_at is not None]
        ready = sorted((one for one in come if one[0] <= now), key=lambda one: one[:2])
        return page((one for _at, _id, one in ready), limit)

    def had_by(self, member: StaffMember) -> Sequence[Conversation]:
        return [one for one in self.all_seen() if one.waits_for_us and one.holder is member]

    def nobodys_of(self, member: StaffMember) -> Sequence[Conversation]:
        return [one for one in self.nobodys(999) if one.client.responsible is member]

    def sees(self, thing: Conversation) -> bool:
        return self.reaches(thing.branch)

    def _had_by(self, members: Collection[StaffMember]) -> list[Conversation]:
        return [one for one in self._for_us() if one.holder in members]

    def _for_us(self) -> list[Conversation]:
        return self._oldest(Waits.FOR_US)

    def _oldest(self, waits: Waits) -> list[Conversation]:
        found = (one for one in self.all_seen() if one.waits is waits)
        return sorted(found, key=lambda one: (one.since, one.id))


@in_memory
def conversations(things: Things, reach: int | None) -> Conversations:
    return MemoryConversations(things, reach)

"""Conversations: those that wait, by whose they are, and the one with a client. Lists and counts go by an index each."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, exists, func, literal, select, text

from domain.entities.branches import within
from domain.entities.clients import Client
from domain.entities.conversations import Conversation, Waits
from domain.entities.people import StaffMember
from domain.ports.conversations import Waiting
from storage.engine.insertion import insert_new
from storage.mapping import clients
from storage.mapping.conversations import conversations
from storage.repositories.loads import one
from storage.repositories.reach import Conditions, reached
from storage.repositories.repository import Repository, first_of

_OLDEST = conversations.c.since, conversations.c.id
# Spelled out as in the indexes, so that SQLite knows it may use them.
_FOR_US: ColumnElement[bool] = text("conversations.waits = 'us'")  # type: ignore[assignment]
_FOR_CLIENT: ColumnElement[bool] = text("conversations.waits = 'client'")  # type: ignore[assignment]
_NOBODYS: ColumnElement[bool] = text("conversations.holder_id IS NULL")  # type: ignore[assignment]


class SqlConversations(Repository[Conversation]):
    kind, table, missing = Conversation, conversations, "no_such_conversation"
    loads = (one("client", one("person")), one("holder", one("person")))

    def of(self, client: Client) -> Conversation | None:
        return self._first(self._with(client))

    def held(self, client: Client) -> Conversation | None:
        return self._first(self._held(self._with(client)))

    def opened(self, client: Client, at: datetime) -> Conversation:
        self.session.autoflushed()
        if (found := self.held(client)) is not None:
            return found
        new = insert_new(self.session, conversations, "client_id")
        facts = {"waits": Waits.FOR_NOBODY, "since": at, "words": "", "queue": "others", "alarms": 0}
        self.session.execute(new, {"client_id": client.id} | facts)
        made = self._first(self._held(self._all().where(conversations.c.client_id == client.id)))
        assert made is not None
        return made

    def waiting(
        self, members: Collection[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Conversation]:
        return self._page((_FOR_US, *_had_by(members)), limit, offset)

    def nobodys(self, limit: int = 8, offset: int = 0) -> Sequence[Conversation]:
        return self._page((_FOR_US, _NOBODYS), limit, offset)

    def with_clients(self, limit: int = 8, offset: int = 0) -> Sequence[Conversation]:
        return self._page((_FOR_CLIENT,), limit, offset)

    def count(self, members: Collection[StaffMember], most: int) -> Waiting:
        self.session.autoflushed()
        mine: Any = self._some((_FOR_US, *_had_by(members)), most) if members else literal(0)
        nobodys, everybodys, clients = (
            self._some(which, most) for which in ((_FOR_US, _NOBODYS), (_FOR_US,), (_FOR_CLIENT,))
        )
        return Waiting(*self.session.execute(select(mine, nobodys, everybodys, clients)).one())

    def count_late(self, now: datetime, most: int) -> int:
        self.session.autoflushed()
        late = self._some((_FOR_US, conversations.c.due_at <= now), most)
        return self.session.scalar(select(late)) or 0

    def to_alarm(self, now: datetime, limit: int) -> Sequence[Conversation]:
        come = self._all().where(conversations.c.alarm_at <= now, *self._reached())
        first = come.order_by(conversations.c.alarm_at, conversations.c.id).limit(limit)
        return self._list(self._held(first))

    def had_by(self, member: StaffMember) -> Sequence[Conversation]:
        theirs = self._all().where(_FOR_US, conversations.c.holder_id == member.id, *self._reached())
        return self._list(self._held(theirs.order_by(conversations.c.id)))

    def nobodys_of(self, member: StaffMember) -> Sequence[Conversation]:
        kept = clients.c.id == conversations.c.client_id, clients.c.responsible_id == member.id
        theirs = self._all().where(_FOR_US, _NOBODYS, exists().where(*kept), *self._reached())
        return self._list(self._held(theirs.order_by(*_OLDEST)))

    def _with(self, client: Client) -> Select[Any]:
        return self._all().where(conversations.c.client_id == client.id, *self._reached())

    def _page(self, which: Conditions, limit: int, offset: int) -> Sequence[Conversation]:
        found = self._all().where(*which, *self._reached()).order_by(*_OLDEST)
        return self._list(first_of(found, limit, offset))

    def _some(self, which: Conditions, most: int) -> ScalarSelect[int]:
        """How many, counted no further."""
        first = select(conversations.c.id).where(*which, *self._reached()).limit(most).subquery()
        return select(func.count()).select_from(first).scalar_subquery()

    def _reached(self) -> Conditions:
        return reached(conversations.c.branch_id, self.reach)

    def _within_reach(self, thing: Conversation) -> bool:
        return within(self.reach, thing.branch)


def _had_by(members: Collection[StaffMember]) -> Conditions:
    """One colleague's stand in the index in their order."""
    numbers = [member.id for member in members]
    if not numbers:
        return ()
    holder = conversations.c.holder_id
    return (holder == numbers[0] if len(numbers) == 1 else holder.in_(numbers),)

"""Messages that are written now and sent later, the next first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, func, select

from domain.entities.branches import within
from domain.entities.clients import Client
from domain.entities.later_messages import LaterMessage
from domain.entities.people import StaffMember
from storage.mapping.later_messages import later_messages
from storage.repositories.loads import one
from storage.repositories.reach import of_reached_deal, of_reached_inquiry
from storage.repositories.repository import Repository

_NEXT = later_messages.c.due_at, later_messages.c.id


class SqlLaterMessages(Repository[LaterMessage]):
    kind, table, missing = LaterMessage, later_messages, "no_such_later"
    loads = (
        one("author", one("person")),
        one("client", one("person")),
        one("inquiry"),
        one("deal", one("client", one("person")), one("trip"), one("responsible", one("person"))),
    )

    def waiting_for(self, client: Client, limit: int = 8, offset: int = 0) -> Sequence[LaterMessage]:
        return self._some(later_messages.c.client_id == client.id, limit, offset)

    def count_for(self, client: Client) -> int:
        return self._count(later_messages.c.client_id, client.id)

    def waiting_of(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[LaterMessage]:
        return self._some(later_messages.c.author_id == member.id, limit, offset)

    def count_of(self, member: StaffMember) -> int:
        return self._count(later_messages.c.author_id, member.id)

    def to_send(self, now: datetime, limit: int) -> Sequence[LaterMessage]:
        come = self._waiting(self._all()).where(
            later_messages.c.due_at <= now, later_messages.c.held.is_(None)
        )
        return self._list(self._held(come.order_by(*_NEXT).limit(limit)))

    def _some(self, which: ColumnElement[bool], limit: int, offset: int) -> Sequence[LaterMessage]:
        found = self._waiting(self._all()).where(which)
        return self._list(found.order_by(*_NEXT).limit(limit).offset(offset))

    def _count(self, column: Column[int], number: int) -> int:
        counted = self._waiting(select(func.count()).select_from(later_messages))
        return self.session.scalar(counted.where(column == number)) or 0

    def _waiting(self, rows: Select[Any]) -> Select[Any]:
        """Neither sent nor taken back, and within reach."""
        there = later_messages.c.sent_at.is_(None), later_messages.c.taken_back_at.is_(None)
        about_deal = of_reached_deal(later_messages.c.deal_id, self.reach)
        return rows.where(*there, *about_deal, *of_reached_inquiry(later_messages.c.inquiry_id, self.reach))

    def _within_reach(self, thing: LaterMessage) -> bool:
        return within(self.reach, thing.branch)

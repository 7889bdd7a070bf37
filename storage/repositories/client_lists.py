"""Lists of clients, each by an index in its own order: among a million as quick as among ten."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select, union

from domain.entities.clients import Client
from domain.entities.people import StaffMember
from domain.entities.stages import LOST
from domain.entities.trips import Trip
from domain.ports.client_lists import TagCounted
from storage.mapping import clients, deals, persons
from storage.repositories.clients import SqlClients
from storage.repositories.reach import reached
from storage.search.tags import numbers_tagged, tags_counted
from storage.session import Session

_THERE = clients.c.merged_into.is_(None)
_OPEN = deals.c.closed_at.is_(None)


class SqlClientLists:
    """Within one transaction, as far as somebody reaches."""

    def __init__(self, session: Session, reach: int | None = None) -> None:
        self.session = session
        self.reach = reach

    def newest(self, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        return self._page(select(clients.c.id).where(_THERE).order_by(clients.c.id.desc()), limit, offset)

    def of_member(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        kept = select(clients.c.id.label("client")).where(clients.c.responsible_id == member.id, _THERE)
        led = select(deals.c.client_id).where(
            deals.c.responsible_id == member.id, _OPEN, *reached(deals.c.branch_id, self.reach)
        )
        theirs = union(kept, led).subquery()
        return self._page(select(theirs.c.client).order_by(theirs.c.client.desc()), limit, offset)

    def with_open_deals(self, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        open_ = select(deals.c.client_id).distinct().where(_OPEN, *reached(deals.c.branch_id, self.reach))
        return self._page(open_.order_by(deals.c.client_id.desc()), limit, offset)

    def of_trip(self, trip: Trip, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        theirs = select(deals.c.client_id).distinct().where(deals.c.trip_id == trip.id)
        going = theirs.where(deals.c.step_key != LOST, *reached(deals.c.branch_id, self.reach))
        return self._page(going.order_by(deals.c.client_id.desc()), limit, offset)

    def unreachable(self, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        lost = persons.join(clients, clients.c.person_id == persons.c.id)
        theirs = (
            select(clients.c.id).select_from(lost).where(persons.c.unreachable_since.is_not(None), _THERE)
        )
        last_first = theirs.order_by(persons.c.unreachable_since.desc(), persons.c.id.desc())
        return self._page(last_first, limit, offset)

    def tagged(self, tag: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        return self._page(numbers_tagged(tag), limit, offset)

    def tags(self, most: int, limit: int = 8, offset: int = 0) -> Sequence[TagCounted]:
        self.session.autoflushed()
        found = self.session.execute(tags_counted(most).limit(limit).offset(offset)).all()
        return sorted((TagCounted(*row) for row in found), key=lambda one: one.tag)

    def _page(self, numbers: Select[Any], limit: int, offset: int) -> Sequence[Client]:
        self.session.autoflushed()
        found = list(self.session.scalars(numbers.limit(limit).offset(offset)))
        return SqlClients(self.session).several(found)

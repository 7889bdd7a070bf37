"""Inquiries: the line of those still open, and those of one client."""

from collections.abc import Sequence

from sqlalchemy import Select, exists, func, select, text

from domain.entities.branches import within
from domain.entities.clients import Client
from domain.entities.inquiries import Inquiry, InquiryState
from domain.entities.people import StaffMember
from domain.entities.trips import Trip
from storage.mapping import inquiries, staff_members
from storage.repositories.loads import one
from storage.repositories.reach import Conditions, reached
from storage.repositories.repository import Repository, first_of

# Spelled out as in the index on open inquiries, so that SQLite knows it may use it.
_OPEN = inquiries.c.state == text("'open'")


class SqlInquiries(Repository[Inquiry]):
    kind, table, missing = Inquiry, inquiries, "no_such_inquiry"
    loads = (one("client", one("person")), one("trip"), one("taken_by", one("person")), one("deal"))

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[Inquiry]:
        oldest = self._seen().where(_OPEN).order_by(inquiries.c.received_at, inquiries.c.id)
        return self._list(first_of(oldest, limit, offset))

    def count_open(self, most: int | None = None) -> int:
        some = select(inquiries.c.id).where(_OPEN, *self._reached()).limit(most)
        return self.session.scalar(select(func.count()).select_from(some.subquery())) or 0

    def open_for(self, trip: Trip) -> Sequence[Inquiry]:
        theirs = self._seen().where(_OPEN, inquiries.c.trip_id == trip.id)
        return self._list(theirs.order_by(inquiries.c.received_at, inquiries.c.id))

    def of(
        self,
        client: Client,
        only_open: bool = False,  # noqa: FBT001
        limit: int | None = None,
    ) -> Sequence[Inquiry]:
        newest = inquiries.c.received_at.desc(), inquiries.c.id.desc()
        theirs = self._seen().where(inquiries.c.client_id == client.id).order_by(*newest)
        theirs = theirs.where(inquiries.c.state == InquiryState.OPEN) if only_open else theirs
        return self._list(theirs if limit is None else theirs.limit(limit))

    def forsaken(self) -> Sequence[Inquiry]:
        left = exists().where(
            staff_members.c.id == inquiries.c.taken_by_id, staff_members.c.left_at.is_not(None)
        )
        oldest = inquiries.c.received_at, inquiries.c.id
        return self._list(self._seen().where(_OPEN, left).order_by(*oldest))

    def taken_by(self, member: StaffMember) -> Sequence[Inquiry]:
        theirs = self._seen().where(_OPEN, inquiries.c.taken_by_id == member.id)
        return self._list(theirs.order_by(inquiries.c.received_at, inquiries.c.id))

    def _seen(self) -> Select[Inquiry]:
        return self._all().where(*self._reached())

    def _reached(self) -> Conditions:
        return reached(inquiries.c.branch_id, self.reach)

    def _within_reach(self, thing: Inquiry) -> bool:
        return within(self.reach, thing.branch)

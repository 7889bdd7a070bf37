"""Inquiries: the line of those still open, and those of one client."""

from collections.abc import Sequence

from sqlalchemy import func, select, text

from domain.clients import Client
from domain.inquiries import Inquiry
from storage.records.shelf import Shelf
from storage.tables import inquiries

# Spelled out as in the index on open inquiries, so that SQLite knows it may use it.
_OPEN = inquiries.c.state == text("'open'")


class SqlInquiries(Shelf[Inquiry]):
    kind, table, missing = Inquiry, inquiries, "no_such_inquiry"

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[Inquiry]:
        oldest = self._all().where(_OPEN).order_by(inquiries.c.received_at, inquiries.c.id)
        return self._list(oldest.limit(limit).offset(offset))

    def count_open(self) -> int:
        return self.session.scalar(select(func.count()).select_from(inquiries).where(_OPEN)) or 0

    def of(self, client: Client) -> Sequence[Inquiry]:
        newest = inquiries.c.received_at.desc(), inquiries.c.id.desc()
        return self._list(self._all().where(inquiries.c.client_id == client.id).order_by(*newest))

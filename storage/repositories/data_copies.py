"""Copies of clients' own data."""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.data_copies import DataCopy
from storage.mapping.data_copies import data_copies
from storage.repositories.loads import one
from storage.repositories.repository import Repository


class SqlDataCopies(Repository[DataCopy]):
    kind, table, missing = DataCopy, data_copies, "not_found"
    loads = (one("client", one("person")), one("to"), one("by", one("person")))

    def last_of(self, client: Client) -> DataCopy | None:
        theirs = self._all().where(data_copies.c.client_id == client.id)
        return self._first(theirs.order_by(data_copies.c.id.desc()))

    def to_make(self, limit: int = 8) -> Sequence[DataCopy]:
        asked = self._all().where(data_copies.c.made_at.is_(None))
        return self._list(asked.order_by(data_copies.c.id).limit(limit))

    def to_clear(self, made_before: datetime, limit: int = 8) -> Sequence[DataCopy]:
        kept = self._all().where(data_copies.c.made_at < made_before, data_copies.c.cleared_at.is_(None))
        return self._list(kept.order_by(data_copies.c.made_at, data_copies.c.id).limit(limit))

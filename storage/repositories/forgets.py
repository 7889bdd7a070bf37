"""Who is to be forgotten, or was."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, exists, or_, select

from domain.entities.clients import Client
from domain.entities.forgets import Forget
from storage.mapping import deals
from storage.mapping.forgets import forgets
from storage.repositories.loads import one
from storage.repositories.repository import Repository
from storage.repositories.unsettled import unsettled


class SqlForgets(Repository[Forget]):
    kind, table, missing = Forget, forgets, "not_found"
    loads = (one("client", one("person")), one("by", one("person")), one("person"))

    def open_of(self, client: Client) -> Forget | None:
        theirs = self._open().where(forgets.c.client_id == client.id, forgets.c.done_at.is_(None))
        return self._first(theirs.order_by(forgets.c.id.desc()))

    def hindered_no_more(self, limit: int = 50) -> Sequence[Forget]:
        wanted = self._open().where(forgets.c.due_at.is_(None), forgets.c.done_at.is_(None))
        hinders = or_(deals.c.closed_at.is_(None), unsettled())
        hindered = exists(select(deals.c.id).where(deals.c.client_id == forgets.c.client_id, hinders))
        return self._list(wanted.where(~hindered).order_by(forgets.c.id).limit(limit))

    def due(self, now: datetime, limit: int = 8) -> Sequence[Forget]:
        wanted = self._open().where(forgets.c.due_at <= now, forgets.c.done_at.is_(None))
        return self._list(wanted.order_by(forgets.c.id).limit(limit))

    def uncut(self, limit: int = 50) -> Sequence[Forget]:
        wanted = self._open().where(forgets.c.done_at.is_not(None))
        return self._list(wanted.order_by(forgets.c.id).limit(limit))

    def _open(self) -> Select[Any]:
        return self._all().where(forgets.c.taken_back_at.is_(None), forgets.c.cut_at.is_(None))

"""The companions of clients, newest first, and found by passport or birthday whoever they travel with."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select

from domain.entities.clients import Client
from domain.entities.companions import Companion
from storage.mapping.companions import companions
from storage.repositories.loads import one
from storage.repositories.repository import Repository
from storage.search.tokens import find, trip_words

_NEWEST = companions.c.renewed_at.desc(), companions.c.id.desc()


class SqlCompanions(Repository[Companion]):
    kind, table, missing = Companion, companions, "no_such_companion"
    loads = (one("client", one("person")),)

    def of(self, client: Client, limit: int | None = None, offset: int = 0) -> Sequence[Companion]:
        theirs = self._shown().where(companions.c.client_id == client.id).order_by(*_NEWEST)
        return self._list(theirs if limit is None else theirs.limit(limit).offset(offset))

    def with_passport(self, number: str, limit: int = 8) -> Sequence[Companion]:
        hashes = self.session.must_have_keys().hashes(number)
        return self._some(companions.c.passport_hash.in_(hashes), limit)

    def born_on(self, day: date, limit: int = 50) -> Sequence[Companion]:
        return self._some(companions.c.born_on == day, limit)

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Companion]:
        return self._of(find(self.session, "companion", trip_words(text), limit, offset), self.loads)

    def _some(self, which: ColumnElement[bool], limit: int) -> Sequence[Companion]:
        return self._list(self._shown().where(which).order_by(companions.c.id).limit(limit))

    def _shown(self) -> Select[Any]:
        return self._all().where(companions.c.same_as.is_(None))

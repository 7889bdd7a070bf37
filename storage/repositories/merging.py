"""Doubts about two files, and how files were joined."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from domain.entities.clients import Client
from domain.entities.merging import Doubt, Merge
from storage.engine.insertion import insert_new
from storage.mapping import clients
from storage.mapping.merging import doubts, merges
from storage.repositories.loads import one
from storage.repositories.repository import Repository


class SqlDoubts(Repository[Doubt]):
    kind, table, missing = Doubt, doubts, "no_such_doubt"

    def add(self, thing: Doubt, /) -> bool:  # type: ignore[override]
        """Inserted at once, so that one that is there already is no failure. The doubt gets its number."""
        names = ("first", "second", "why", "noticed_at", "settled_at")
        new = insert_new(self.session, doubts, "first", "second", returning="id")
        found = self.session.execute(new, {name: getattr(thing, name) for name in names}).scalar()
        if found is not None:
            thing.id = found
        return found is not None

    def between(self, lower: int, higher: int) -> Doubt | None:
        return self._first(self._all().where(doubts.c.first == lower, doubts.c.second == higher))

    def of(self, client: Client, limit: int = 8) -> Sequence[Doubt]:
        about = or_(doubts.c.first == client.id, doubts.c.second == client.id)
        return self._list(self._open().where(about).order_by(doubts.c.id).limit(limit))

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[Doubt]:
        return self._list(self._open().order_by(doubts.c.id.desc()).limit(limit).offset(offset))

    def count_open(self, limit: int) -> int:
        some = self._open().with_only_columns(doubts.c.id).limit(limit).subquery()
        self.session.autoflushed()
        return self.session.scalar(select(func.count()).select_from(some)) or 0

    def _open(self) -> Select[tuple[Doubt]]:
        both = [_is_there(column) for column in (doubts.c.first, doubts.c.second)]
        return self._all().where(doubts.c.settled_at.is_(None), *both)


def _is_there(number: ColumnElement[int]) -> ColumnElement[bool]:
    return exists().where(clients.c.id == number, clients.c.merged_into.is_(None))


class SqlMerges(Repository[Merge]):
    kind, table, missing = Merge, merges, "no_such_merge"
    loads = (one("by", one("person")),)

    def into(self, client: Client, limit: int = 8) -> Sequence[Merge]:
        here = self._all().where(merges.c.kept == client.id, merges.c.undone_at.is_(None))
        return self._list(here.order_by(merges.c.id.desc()).limit(limit))

    def after(self, merge: Merge) -> Merge | None:
        both = (merge.left, merge.kept)
        names = or_(merges.c.left_behind.in_(both), merges.c.kept.in_(both))
        later = and_(merges.c.id > merge.id, merges.c.undone_at.is_(None), names)
        return self._first(self._all().where(later).order_by(merges.c.id.desc()))

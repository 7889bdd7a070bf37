"""Stored files: the agency's own. Everybody else gets one through the thing it belongs to, as far as that is in reach."""

from collections.abc import Collection, Sequence

from domain.entities.files import PURPOSES, StoredFile
from storage.mapping import stored_files
from storage.repositories.repository import Repository


class SqlFiles(Repository[StoredFile]):
    kind, table, missing = StoredFile, stored_files, "not_found"

    def to_fetch(self, limit: int, besides: Collection[int] = ()) -> Sequence[StoredFile]:
        """Purposes only a later program knows are left to it."""
        if self.reach is not None:
            return ()
        column = stored_files.c
        absent = self._all().where(column.content_hash.is_(None), column.refused.is_(None))
        absent = absent.where(column.purpose.in_(list(PURPOSES)))
        if besides:
            absent = absent.where(column.id.not_in(besides))
        return self._list(absent.order_by(column.sent_at, column.id).limit(limit))

    def _within_reach(self, _thing: StoredFile) -> bool:
        return self.reach is None

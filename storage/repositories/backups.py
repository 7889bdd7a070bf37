"""Which backups were wanted, made and failed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import text

from domain.entities.backups import Backup
from storage.engine.insertion import insert_new
from storage.mapping import backups
from storage.repositories.repository import Repository

_NEWEST = (backups.c.asked_at.desc(), backups.c.id.desc())
# Spelled out as in the index, so that SQLite knows it may use it.
_UNFINISHED = text("backups.state IN ('wanted', 'making')")
_FINISHED = text("backups.state IN ('good', 'failed')")
_GOOD = text("backups.state = 'good'")


class SqlBackups(Repository[Backup]):
    kind, table, missing = Backup, backups, "no_such_backup"

    def add(self, thing: Backup, /) -> bool:  # type: ignore[override]
        """Inserted at once: of two processes that want the same night's, one has it."""
        row = {column.key: getattr(thing, column.key) for column in backups.c if column.key != "id"}
        number = self.session.scalar(insert_new(self.session, backups, "key", returning="id"), row)
        if number is None:
            return False
        thing.id = number
        return True

    def unfinished(self) -> Sequence[Backup]:
        oldest_first = self._all().where(_UNFINISHED).order_by(backups.c.asked_at, backups.c.id)
        return self._list(oldest_first.with_for_update(skip_locked=True))

    def last_good(self) -> Backup | None:
        return self._first(self._all().where(_GOOD).order_by(*_NEWEST))

    def last(self) -> Backup | None:
        return self._first(self._all().where(_FINISHED).order_by(*_NEWEST))

    def since(self, night: datetime) -> Sequence[Backup]:
        nightly = self._all().where(backups.c.asked_at >= night, backups.c.key.startswith("night:"))
        return self._list(nightly.order_by(*_NEWEST))

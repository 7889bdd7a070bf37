"""The history of things, read within reach."""

from collections.abc import Sequence

from sqlalchemy import insert

from domain.entities.history import HistoryEntry
from storage.crypto.chain import mark_entry
from storage.engine.compiled import Compiled
from storage.mapping import history
from storage.repositories.reach import of_reached_subject, reached
from storage.repositories.repository import Repository

_WRITE = Compiled(insert(history).inline())
_WRITTEN = ("subject", "subject_id", "what", "at", "actor", "actor_person_id", "facts")


class SqlHistory(Repository[HistoryEntry]):
    kind, table, missing = HistoryEntry, history, "no_such_entry"

    def add(self, thing: HistoryEntry, /) -> None:
        """Inserted at once, marked as written by us; `storage/crypto/chain.py` tells what for."""
        row = {name: getattr(thing, name) for name in _WRITTEN}
        keys = self.session.keys
        row |= {"branch_id": thing.branch, "mark": mark_entry(thing, keys) if keys else None}
        self.session.rows(_WRITE, **row)

    def of(self, subject: str, number: int, limit: int = 20, offset: int = 0) -> Sequence[HistoryEntry]:
        within = of_reached_subject(subject, history.c.subject_id, self.reach)
        entries = self._all().where(history.c.subject == subject, history.c.subject_id == number, *within)
        entries = entries.where(*reached(history.c.branch_id, self.reach))
        return self._list(entries.order_by(history.c.id.desc()).limit(limit).offset(offset))

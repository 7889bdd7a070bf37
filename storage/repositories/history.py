"""The history of things, read within reach."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, insert, or_, select, union_all

from domain.entities.clients import Client
from domain.entities.history import HistoryEntry
from domain.entities.timeline import KINDS, TOLD_AS
from storage.crypto.chain import mark_entry, salted
from storage.engine.compiled import Compiled
from storage.mapping import clients, history
from storage.repositories.reach import of_reached_subject, reached
from storage.repositories.repository import Repository
from storage.timelines import told_of

_WRITE = Compiled(insert(history).inline())
_WRITTEN = ("subject", "subject_id", "what", "at", "actor", "actor_person_id", "facts")


class SqlHistory(Repository[HistoryEntry]):
    kind, table, missing = HistoryEntry, history, "no_such_entry"

    def add(self, thing: HistoryEntry, /) -> None:
        """Inserted at once, marked as written by us; `storage/crypto/chain.py` tells what for."""
        row = {name: getattr(thing, name) for name in _WRITTEN}
        keys = self.session.keys
        proof: dict[str, str | None] = {"mark": None, "salt": None, "digest": None}
        if keys:
            proof = {**salted(thing)}
            proof["mark"] = mark_entry(thing, keys, proof["digest"])
        row |= {"branch_id": thing.branch, **proof, **told_of(self.session, thing)}
        self.session.rows(_WRITE, **row)

    def of(self, subject: str, number: int, limit: int = 20, offset: int = 0) -> Sequence[HistoryEntry]:
        within = of_reached_subject(subject, history.c.subject_id, self.reach)
        entries = self._all().where(history.c.subject == subject, history.c.subject_id == number, *within)
        entries = entries.where(*reached(history.c.branch_id, self.reach))
        return self._list(entries.order_by(history.c.id.desc()).limit(limit).offset(offset))

    def timeline(
        self, client: Client, kinds_told: Collection[str], older: int | None, newer: int | None, limit: int
    ) -> Sequence[HistoryEntry]:
        files = [client.id, *self.session.scalars(_LEFT_BEHIND, {"number": client.id})]
        arms = [self._told(number, kinds_told, older, newer).limit(limit) for number in files]
        if len(arms) == 1:
            return self._list(arms[0])
        either = union_all(
            *(select(arm.with_only_columns(history.c.id).subquery()) for arm in arms)
        ).subquery()
        numbers = select(either.c.id).order_by(either.c.id if newer is not None else either.c.id.desc())
        return self._of(self.session.scalars(numbers.limit(limit)).all(), ())

    def _told(
        self, number: int, kinds_told: Collection[str], older: int | None, newer: int | None
    ) -> Select[Any]:
        """Of one file, read from its index in order."""
        told = self._all().where(history.c.client_id == number)
        if len(kinds_told) < len(KINDS):
            told = told.where(history.c.told_as.in_(sorted(kinds_told)))
        if older is not None:
            told = told.where(history.c.id < older)
        if newer is not None:
            told = told.where(history.c.id > newer)
        if self.reach is not None:
            told = told.where(*reached(history.c.branch_id, self.reach), or_(*self._subjects()))
        return told.order_by(history.c.id if newer is not None else history.c.id.desc())

    def _subjects(self) -> Iterable[ColumnElement[bool]]:
        for subject in sorted({subject for subject, _act in TOLD_AS}):
            within = of_reached_subject(subject, history.c.subject_id, self.reach)
            yield and_(history.c.subject == subject, *within)

    def of_several(
        self, subject: str, numbers: Collection[int], since: datetime, before: datetime, limit: int
    ) -> Sequence[HistoryEntry]:
        within = of_reached_subject(subject, history.c.subject_id, self.reach)
        theirs = self._all().where(history.c.subject == subject, history.c.subject_id.in_(numbers), *within)
        between = theirs.where(
            history.c.at >= since, history.c.at < before, *reached(history.c.branch_id, self.reach)
        )
        return self._list(between.order_by(history.c.id.desc()).limit(limit))


_LEFT_BEHIND = select(clients.c.id).where(clients.c.merged_into == bindparam("number")).order_by(clients.c.id)

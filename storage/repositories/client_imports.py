"""Imports of clients, and their rows."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Select, delete, exists, func, or_, select, update

from domain.declarations import declare
from domain.entities.branches import within
from domain.entities.client_imports import AT_WORK, READ_ALREADY, ClientImport, ImportedRow, RowState
from domain.entities.files import StoredFile
from storage.mapping import stored_files
from storage.mapping.client_imports import client_imports, imported_rows
from storage.repositories.loads import one
from storage.repositories.reach import BRANCHED, Conditions, reached
from storage.repositories.repository import Repository

_NEWEST = client_imports.c.id.desc()
_SOME = 20


class SqlClientImports(Repository[ClientImport]):
    kind, table, missing = ClientImport, client_imports, "no_such_client_import"
    loads = (one("by", one("person")), one("file"))

    def with_file(self, file: StoredFile) -> ClientImport | None:
        return self._first(self._all().where(client_imports.c.file_id == file.id))

    def at_work(self) -> ClientImport | None:
        read = client_imports.c.state.in_(READ_ALREADY)
        theirs = self._seen().where(client_imports.c.state.in_(AT_WORK), or_(read, _is_here()))
        return self._first(theirs.order_by(client_imports.c.id))

    def listed(self, limit: int = 8, offset: int = 0) -> Sequence[ClientImport]:
        return self._list(self._seen().order_by(_NEWEST).limit(limit).offset(offset))

    def long_done(self, before: datetime) -> Sequence[ClientImport]:
        says = or_(client_imports.c.sample.is_not(None), _is_here())
        old = client_imports.c.sent_at < before
        done = self._seen().where(old, says, client_imports.c.state.not_in(AT_WORK))
        return self._list(done.order_by(client_imports.c.id).limit(_SOME))

    def _seen(self) -> Select[tuple[ClientImport]]:
        return self._all().where(*reached(client_imports.c.branch_id, self.reach))

    def _within_reach(self, thing: ClientImport) -> bool:
        return within(self.reach, thing.branch)


class SqlImportedRows(Repository[ImportedRow]):
    kind, table, missing = ImportedRow, imported_rows, "no_such_row"

    def some(
        self, number: int, states: Collection[RowState], limit: int = 25, after_row: int = 0
    ) -> Sequence[ImportedRow]:
        found = self._all().where(
            imported_rows.c.imported == number,
            imported_rows.c.state.in_([*states]),
            imported_rows.c.id > after_row,
        )
        return self._list(found.order_by(imported_rows.c.id).limit(limit))

    def of_import(
        self, number: int, states: Collection[RowState], limit: int = 8, offset: int = 0
    ) -> Sequence[ImportedRow]:
        found = self._all().where(imported_rows.c.imported == number, imported_rows.c.state.in_([*states]))
        return self._list(found.order_by(imported_rows.c.id).limit(limit).offset(offset))

    def lines_with(self, number: int, phones: Collection[str], emails: Collection[str]) -> Mapping[str, int]:
        self.session.flush()
        found: dict[str, int] = {}
        for column, ways in ((imported_rows.c.phone, phones), (imported_rows.c.email, emails)):
            if ways:
                first = select(column, func.min(imported_rows.c.line)).group_by(column)
                theirs = first.where(imported_rows.c.imported == number, column.in_(sorted(ways)))
                found |= {row[0]: row[1] for row in self.session.execute(theirs)}
        return found

    def clear(self, number: int) -> None:
        self.session.flush()
        self.session.execute(delete(imported_rows).where(imported_rows.c.imported == number))

    def forget(self, number: int) -> None:
        self.session.flush()
        theirs = update(imported_rows).where(imported_rows.c.imported == number)
        self.session.execute(theirs.values(facts=None, phone=None, email=None, about=None))


def _is_here() -> ColumnElement[bool]:
    """Its file is in our store."""
    kept = stored_files.c.content_hash.is_not(None)
    return exists().where(stored_files.c.id == client_imports.c.file_id, kept)


def _of_reached_import(number: Column[int], reach: int | None) -> Conditions:
    if reach is None:
        return ()
    return (exists().where(client_imports.c.id == number, *reached(client_imports.c.branch_id, reach)),)


declare(BRANCHED, "client_import", _of_reached_import)

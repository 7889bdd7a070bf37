"""Imports of clients and their rows, in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from domain.entities.client_imports import AT_WORK, READ_ALREADY, ClientImport, ImportedRow, RowState
from domain.entities.files import StoredFile
from domain.ports.client_imports import ClientImports, ImportedRows
from tests.memory.shelf import Shelf, Things, in_memory, newest, page

_SOME = 20


class MemoryClientImports(Shelf[ClientImport]):
    kind, missing = ClientImport, "no_such_client_import"

    def add(self, one: ClientImport) -> None:
        self.hold(one)

    def with_file(self, file: StoredFile) -> ClientImport | None:
        return next((one for one in self.all_seen() if one.file is file), None)

    def at_work(self) -> ClientImport | None:
        theirs = sorted((one for one in self.all_seen() if _is_at_work(one)), key=lambda one: one.id)
        return next(iter(theirs), None)

    def listed(self, limit: int = 8, offset: int = 0) -> Sequence[ClientImport]:
        return page(newest(self.all_seen(), lambda one: one.id), limit, offset)

    def long_done(self, before: datetime) -> Sequence[ClientImport]:
        old = [one for one in self.all_seen() if one.sent_at < before and one.state not in AT_WORK]
        says = [one for one in old if one.sample is not None or one.file.content_hash is not None]
        return page(sorted(says, key=lambda one: one.id), _SOME)

    def sees(self, thing: ClientImport) -> bool:
        return self.reaches(thing.branch)


class MemoryImportedRows(Shelf[ImportedRow]):
    kind, missing = ImportedRow, "no_such_row"

    def add(self, row: ImportedRow) -> None:
        self.hold(row)
        self.things.flush()

    def some(
        self, number: int, states: Collection[RowState], limit: int = 25, after_row: int = 0
    ) -> Sequence[ImportedRow]:
        return page((one for one in self.of_import(number, states, 10**6) if one.id > after_row), limit)

    def of_import(
        self, number: int, states: Collection[RowState], limit: int = 8, offset: int = 0
    ) -> Sequence[ImportedRow]:
        found = (one for one in self.all_seen() if one.imported == number and one.state in states)
        return page(sorted(found, key=lambda one: one.id), limit, offset)

    def lines_with(self, number: int, phones: Collection[str], emails: Collection[str]) -> Mapping[str, int]:
        found: dict[str, int] = {}
        for one in self.of_import(number, [*RowState], 10**6):
            for way, wanted in ((one.phone, phones), (one.email, emails)):
                if way is not None and way in wanted:
                    found[way] = min(one.line, found.get(way, one.line))
        return found

    def clear(self, number: int) -> None:
        held = self.things.of(ImportedRow)
        held[:] = [one for one in held if one.imported != number]

    def forget(self, number: int) -> None:
        for one in self.of_import(number, [*RowState], 10**6):
            one.facts = one.phone = one.email = one.about = None


def _is_at_work(one: ClientImport) -> bool:
    return one.state in READ_ALREADY or (one.state in AT_WORK and one.file.content_hash is not None)


@in_memory
def client_imports(things: Things, reach: int | None) -> ClientImports:
    return MemoryClientImports(things, reach)


@in_memory
def imported_rows(things: Things, reach: int | None) -> ImportedRows:
    return MemoryImportedRows(things, reach)

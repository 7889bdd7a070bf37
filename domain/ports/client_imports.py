"""What the trade asks of whoever keeps imports of clients and their rows."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.client_imports import ClientImport, ImportedRow, RowState
from domain.entities.files import StoredFile


class ClientImports(Protocol):
    def get(self, number: int) -> ClientImport: ...
    def locked(self, number: int) -> ClientImport: ...
    def add(self, one: ClientImport) -> None: ...
    def with_file(self, file: StoredFile) -> ClientImport | None: ...
    def at_work(self) -> ClientImport | None:
        """The first that the agency goes on with by itself."""

    def listed(self, limit: int = 8, offset: int = 0) -> Sequence[ClientImport]:
        """The newest first."""

    def long_done(self, before: datetime) -> Sequence[ClientImport]:
        """Those sent before then whose rows still say something; some of them."""


class ImportedRows(Protocol):
    def get(self, number: int) -> ImportedRow: ...
    def locked(self, number: int) -> ImportedRow: ...
    def add(self, row: ImportedRow) -> None: ...
    def some(
        self, number: int, states: Collection[RowState], limit: int = 25, after_row: int = 0
    ) -> Sequence[ImportedRow]:
        """Of the import with this number, those in one of these states behind this row, in order."""

    def of_import(
        self, number: int, states: Collection[RowState], limit: int = 8, offset: int = 0
    ) -> Sequence[ImportedRow]:
        """In order of the file."""

    def lines_with(self, number: int, phones: Collection[str], emails: Collection[str]) -> Mapping[str, int]:
        """The first line of this import that has each of these phones and addresses."""

    def clear(self, number: int) -> None:
        """All rows of this import are gone."""

    def forget(self, number: int) -> None:
        """What the rows of this import say is gone; that they were there stays."""

"""What the trade asks of whoever keeps what belongs to extra fields and does not stand in the things themselves."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from domain.entities.field_files import FieldFile
from domain.entities.files import StoredFile


class FieldUse(Protocol):
    """Which fields were ever filled in, of anything."""

    def used(self, key: str) -> bool: ...
    def use(self, keys: Iterable[str]) -> None:
        """Twice is fine."""


class FieldFiles(Protocol):
    """The files that were sent for fields."""

    def get(self, number: int) -> FieldFile: ...
    def add(self, file: FieldFile) -> None: ...
    def of(self, subject: str, number: int) -> Sequence[FieldFile]:
        """In the order in which they came."""

    def with_file(self, file: StoredFile) -> FieldFile | None:
        """The one this file belongs to."""

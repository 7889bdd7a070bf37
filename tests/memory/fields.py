"""What belongs to extra fields, in memory."""

from collections.abc import Iterable, Sequence

from domain.entities.field_files import FieldFile
from domain.entities.files import StoredFile
from domain.ports.fields import FieldFiles, FieldUse
from tests.memory.shelf import Shelf, Things, in_memory


class MemoryFieldUse:
    def __init__(self, things: Things) -> None:
        self._used = things.used_fields

    def used(self, key: str) -> bool:
        return key in self._used

    def use(self, keys: Iterable[str]) -> None:
        self._used.update(keys)


class MemoryFieldFiles(Shelf[FieldFile]):
    kind, missing = FieldFile, "not_found"

    def add(self, file: FieldFile) -> None:
        self.hold(file)

    def of(self, subject: str, number: int) -> Sequence[FieldFile]:
        return [one for one in self.all_seen() if (one.subject, one.subject_id) == (subject, number)]

    def with_file(self, file: StoredFile) -> FieldFile | None:
        return next((one for one in self.all_seen() if one.file is file), None)


@in_memory
def field_use(things: Things, _reach: int | None) -> FieldUse:
    return MemoryFieldUse(things)


@in_memory
def field_files(things: Things, reach: int | None) -> FieldFiles:
    return MemoryFieldFiles(things, reach)

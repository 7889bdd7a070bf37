"""Which extra fields were ever filled in, and the files that were sent for them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from domain.entities.field_files import FieldFile
from domain.entities.files import StoredFile
from storage.engine.insertion import insert_new
from storage.mapping.fields import field_files, used_fields
from storage.repositories.loads import one
from storage.repositories.repository import Repository
from storage.session import Session


class SqlFieldUse:
    """Of the whole agency: fields belong to no branch."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def used(self, key: str) -> bool:
        found = select(used_fields.c.id).where(used_fields.c.key == key)
        return self._session.scalar(found) is not None

    def use(self, keys: Iterable[str]) -> None:
        rows = [{"key": key} for key in sorted(keys)]
        if rows:
            self._session.execute(insert_new(self._session, used_fields, "key"), rows)


class SqlFieldFiles(Repository[FieldFile]):
    """Reached through the thing they were sent for."""

    kind, table, missing = FieldFile, field_files, "not_found"
    loads = (one("file"),)

    def of(self, subject: str, number: int) -> Sequence[FieldFile]:
        column = field_files.c
        sent = self._all().where(column.subject == subject, column.subject_id == number)
        return self._list(sent.order_by(column.id))

    def with_file(self, file: StoredFile) -> FieldFile | None:
        return self._first(self._all().where(field_files.c.stored_file_id == file.id))

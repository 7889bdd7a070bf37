"""Files of fields: fetched into our own store, or taken away again because they cannot be had."""

from domain.entities.field_files import FieldFile
from domain.entities.fields import FIELD_FILE
from domain.entities.files import StoredFile
from domain.notices.fields import FIELD_FILE_REFUSED
from domain.ports.desk import Desk
from domain.queries.fields import all_fields
from domain.usecases.files.fetched import on_fetched
from domain.values.labels import said


def field_with(desk: Desk, file: StoredFile) -> FieldFile | None:
    """What this file was sent for."""
    return desk.archive.field_files.with_file(file)


def field_file_arrived(_desk: Desk, _file: FieldFile) -> None:
    """It is shown whether it is here already or not."""


def field_file_refused(desk: Desk, file: FieldFile, reason: str) -> None:
    """Whoever sent it is told why. It stays named where it was filled in, and who opens it reads that it is not here."""
    if file.sent_by is not None:
        sender = desk.archive.people.get(file.sent_by)
        one = all_fields(desk).get(file.field_key)
        label = said(one.labels).kept() if one else file.field_key
        desk.notify(sender, FIELD_FILE_REFUSED, f"{file.id}", label=label, file=file.file.name, reason=reason)


on_fetched(FIELD_FILE, owner=field_with, arrived=field_file_arrived, refused=field_file_refused)

"""Files of fields: fetched into our own store, or taken away again because they cannot be had."""

from domain.entities.field_files import FieldFile
from domain.entities.fields import FIELD_FILE
from domain.entities.files import StoredFile
from domain.ports.desk import Desk
from domain.usecases.files.fetched import on_fetched


def field_with(desk: Desk, file: StoredFile) -> FieldFile | None:
    """What this file was sent for."""
    return desk.archive.field_files.with_file(file)


def field_file_arrived(_desk: Desk, _file: FieldFile) -> None:
    """It is shown whether it is here already or not."""


def field_file_refused(_desk: Desk, _file: FieldFile, _reason: str) -> None:
    """It stays named where it was filled in, and whoever opens it is told why there is nothing to see."""


on_fetched(FIELD_FILE, owner=field_with, arrived=field_file_arrived, refused=field_file_refused)

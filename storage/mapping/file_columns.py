"""The columns of documents that stored files took over, for as long as the previous release may run beside this one.

It reads them, and writes documents without a stored file: `storage/carrying_over.py` makes one, and until then the file is
read from here. All of this goes with the columns, a release later; what says so is found by `file_columns`.
"""

from typing import Any

from sqlalchemy import Connection, Table, event, update
from sqlalchemy.orm import Mapper
from sqlalchemy.orm.attributes import instance_dict, set_committed_value

from domain.entities.documents import DOCUMENT_FILE, Document
from domain.entities.files import StoredFile

COPIED = {
    "file_id": "source",
    "unique_id": "source_key",
    "name": "name",
    "mime": "mime",
    "size": "size",
    "is_photo": "is_photo",
    "sent_at": "sent_at",
    "content_hash": "content_hash",
}
"""Column of documents: what it is called in a stored file."""

WITH_HASHES = ("stored_files", "documents")
"""Tables that name contents in our own store; later the first alone."""


def written_for_the_previous_release(documents: Table) -> None:
    """A document's own columns say what its file says, whichever of the two is written."""

    def changed(_mapper: Mapper[Any], connection: Connection, file: StoredFile) -> None:
        copied = {column: getattr(file, name) for column, name in COPIED.items()}
        connection.execute(update(documents).where(documents.c.stored_file_id == file.id).values(copied))

    event.listen(StoredFile, "after_update", changed)
    event.listen(Document, "before_insert", _copied)
    event.listen(Document, "load", lambda document, _context: _read_from_columns(document))
    event.listen(Document, "refresh", lambda document, _context, _names: _read_from_columns(document))


def _copied(_mapper: Mapper[Any], _connection: Connection, document: Document) -> None:
    for column, name in COPIED.items():
        setattr(document, f"_{column}", getattr(document.file, name))


def _read_from_columns(document: Document) -> None:
    """Of one the previous release wrote; to be read only."""
    there = instance_dict(document)
    if "file" in there and there["file"] is None:
        facts = {name: there[f"_{column}"] for column, name in COPIED.items()}
        set_committed_value(document, "file", StoredFile(DOCUMENT_FILE, **facts))

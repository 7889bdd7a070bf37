"""Stored files: a client's are those that anything of theirs refers to."""

from sqlalchemy import ColumnElement, or_, select

from storage.client_data.declared import DATA, GONE, belongs_to_client
from storage.mapping import stored_files


def _theirs(client: int) -> ColumnElement[bool]:
    """Whatever refers to a file is declared by then, and found by its reference."""
    links = [
        (data, link.parent)
        for data in DATA.values()
        for link in data.table.foreign_keys
        if link.column.table is stored_files
    ]
    return or_(*(stored_files.c.id.in_(select(file).where(data.rows(client))) for data, file in links))


belongs_to_client(
    "stored_files",
    _theirs,
    export=("name", "mime", "size", "sent_at", "content_hash"),
    shred={"name": GONE, "source": "", "source_key": "", "refused": "shredded"},
    stays={"mime": "a kind of file; the file itself, by its hash, is for the store to delete"},
)

"""Stored files: the one place where hashes of contents stand. What a file belongs to refers to it."""

from sqlalchemy import BigInteger, Boolean, Column, Table, text

from domain.entities.files import PURPOSES, StoredFile
from storage.engine.columns import Declared, UtcDateTime, Words, code, number, partial
from storage.mapping.registry import mapped, metadata

_TO_FETCH = text("content_hash IS NULL AND refused IS NULL")

stored_files = Table(
    "stored_files",
    metadata,
    number(),
    Column("purpose", Declared("file purpose", PURPOSES), nullable=False),
    Column("source", Words, nullable=False),
    Column("source_key", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("mime", Words, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("is_photo", Boolean, nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("content_hash", code(), index=True),
    Column("refused", code()),
    partial("ix_stored_files_to_fetch", "sent_at", "id", where=_TO_FETCH),
)

mapped(StoredFile, stored_files)

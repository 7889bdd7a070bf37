"""The papers of deals. What the previous release keeps of a file in their own columns: `storage/mapping/file_columns.py`."""

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Table, text

from domain.entities.deals import Deal
from domain.entities.documents import Document, DocumentKind, DocumentState
from domain.entities.files import StoredFile
from domain.entities.people import StaffMember
from domain.entities.travellers import Traveller
from storage.engine.columns import UtcDateTime, Words, code, link, number, one_of, partial
from storage.mapping.file_columns import COPIED, written_for_the_previous_release
from storage.mapping.registry import mapped, metadata, one

_NOT_OURS = text("content_hash IS NULL")
_TO_CHECK = text("state = 'sent'")
_WITHOUT_FILE = text("stored_file_id IS NULL")

documents = Table(
    "documents",
    metadata,
    number(),
    link("deal_id", "deals", index=True),
    link("traveller_id", "travellers", nullable=True),
    Column("kind", one_of(DocumentKind), nullable=False),
    Column("file_id", Words, nullable=False),
    Column("unique_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("mime", Words, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("is_photo", Boolean, nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("state", one_of(DocumentState), nullable=False),
    Column("reason", Words),
    link("checked_by_id", "staff_members", nullable=True),
    Column("checked_at", UtcDateTime),
    Column("content_hash", code()),
    link("stored_file_id", "stored_files", nullable=True, index=True),
    partial("ix_documents_to_fetch", "sent_at", "id", where=_NOT_OURS),
    partial("ix_documents_to_check", "id", where=_TO_CHECK),
    partial("ix_documents_without_file", "id", where=_WITHOUT_FILE),
)

_COPIED: dict[str, Any] = {f"_{column}": documents.c[column] for column in COPIED}

mapped(
    Document,
    documents,
    deal=one(Deal),
    traveller=one(Traveller),
    checked_by=one(StaffMember),
    file=one(StoredFile),
    **_COPIED,
)
written_for_the_previous_release(documents)

"""What belongs to extra fields besides their values: which were ever filled in, and the files that were sent for them."""

from sqlalchemy import Column, Index, Table

from domain.entities.field_files import FieldFile
from domain.entities.files import StoredFile
from storage.engine.columns import Number, code, link, number
from storage.mapping.registry import mapped, metadata, one

used_fields = Table(
    "used_fields",
    metadata,
    number(),
    Column("key", code(), nullable=False, unique=True),
)

field_files = Table(
    "field_files",
    metadata,
    number(),
    link("stored_file_id", "stored_files", index=True),
    Column("subject", code(32), nullable=False),
    Column("subject_id", Number, nullable=False),
    Column("field_key", code(), nullable=False),
    Column("sent_by", Number),
    Index(None, "subject", "subject_id"),
)

mapped(FieldFile, field_files, file=one(StoredFile), _stored_file_id=field_files.c.stored_file_id)

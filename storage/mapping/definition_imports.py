"""Files of definitions that owners have sent."""

from sqlalchemy import Column, Table

from domain.entities.definition_imports import DefinitionImport
from domain.entities.files import StoredFile
from domain.entities.people import StaffMember
from storage.engine.columns import UtcDateTime, Words, link, number
from storage.mapping.registry import mapped, metadata, one

definition_imports = Table(
    "definition_imports",
    metadata,
    number(),
    link("by_id", "staff_members"),
    link("file_id", "stored_files", index=True),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("text", Words),
    Column("applied_at", UtcDateTime),
)

mapped(DefinitionImport, definition_imports, by=one(StaffMember), file=one(StoredFile))

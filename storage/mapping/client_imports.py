"""Imports of clients, and their rows. They name files by number alone: that stays as it was written."""

from sqlalchemy import Boolean, Column, Index, Integer, Table

from domain.entities.client_imports import ClientImport, ImportedRow, ImportState, RowState
from domain.entities.files import StoredFile
from domain.entities.people import StaffMember
from storage.crypto.sealed import Sealed, sealed
from storage.engine.columns import (
    FactsDict,
    Keys,
    Number,
    UtcDateTime,
    Words,
    code,
    link,
    number,
    of_branch,
    one_of,
)
from storage.mapping.registry import mapped, metadata, one

client_imports = Table(
    "client_imports",
    metadata,
    number(),
    link("by_id", "staff_members"),
    link("file_id", "stored_files", index=True),
    Column("sent_at", UtcDateTime, nullable=False),
    of_branch(),
    Column("state", one_of(ImportState), nullable=False, index=True),
    Column("layout", FactsDict, nullable=False),
    Column("sample", Sealed),
    Column("read_upto", Integer, nullable=False),
    Column("counts", FactsDict, nullable=False),
    Column("refused", FactsDict, nullable=False),
    Column("message", Number),
    Column("done_at", UtcDateTime),
)

imported_rows = Table(
    "imported_rows",
    metadata,
    number(),
    Column("imported", Number, nullable=False),
    Column("line", Integer, nullable=False),
    Column("state", one_of(RowState), nullable=False),
    Column("why", code()),
    Column("about", Words),
    Column("facts", Sealed),
    Column("phone", code()),
    Column("email", Words),
    Column("client", Number, index=True),
    Column("filled", Keys),
    Column("note", Number),
    Column("settled", Boolean, nullable=False),
    Index(None, "imported", "state", "id"),
    Index(None, "imported", "phone"),
    Index(None, "imported", "email"),
)

_imports = mapped(
    ClientImport,
    client_imports,
    branch=client_imports.c.branch_id,
    by=one(StaffMember),
    file=one(StoredFile),
    sealed_sample=client_imports.c.sample,
)
sealed(_imports, client_imports.c.sample)
sealed(mapped(ImportedRow, imported_rows, sealed_facts=imported_rows.c.facts), imported_rows.c.facts)

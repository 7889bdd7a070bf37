"""Suppliers."""

from sqlalchemy import Column, Table, text

from domain.entities.suppliers import Supplier, SupplierKind
from storage.engine.columns import Keys, UtcDateTime, Words, code, number, of_branch, one_of, partial
from storage.mapping.registry import mapped, metadata

_AT_WORK = text("retired_at IS NULL")

suppliers = Table(
    "suppliers",
    metadata,
    number(),
    Column("name", Words, nullable=False),
    Column("kind", one_of(SupplierKind), nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    Column("key", code(100), nullable=False, index=True),
    Column("contact", Words),
    Column("phone", Words),
    Column("email", Words),
    Column("languages", Keys),
    Column("terms", Words),
    Column("former", Keys),
    of_branch(),
    Column("retired_at", UtcDateTime),
    partial("ix_suppliers_at_work", "name", "id", where=_AT_WORK),
    partial("ix_suppliers_of_kind", "kind", "name", "id", where=_AT_WORK),
    partial("ix_suppliers_retired", "name", "id", where=text("retired_at IS NOT NULL")),
)

mapped(Supplier, suppliers, branch=suppliers.c.branch_id)

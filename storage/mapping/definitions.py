"""The agency's definitions as data, and how often they were changed. No class of the trade is mapped onto them."""

from sqlalchemy import Column, Integer, Table, UniqueConstraint, select

from storage.engine.columns import Facts, Number, code, number
from storage.mapping.registry import metadata

definitions = Table(
    "definitions",
    metadata,
    number(),
    Column("kind", code(32), nullable=False),
    Column("key", code(), nullable=False),
    Column("body", Facts, nullable=False),
    Column("revision", Integer, nullable=False),
    UniqueConstraint("kind", "key"),
)

definitions_version = Table(
    "definitions_version",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),
    Column("version", Number, nullable=False),
)
"""One row, number 1: locked by whoever changes a definition, read by everybody to learn whether somebody did."""

version_now = select(definitions_version.c.version).where(definitions_version.c.id == 1)
"""A statement for it; it brings nothing as long as nothing was ever settled."""

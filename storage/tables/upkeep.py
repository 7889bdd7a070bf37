"""The house's own rows: whose turn it was to do what only one process needs to do."""

from sqlalchemy import Column, Table

from storage.columns import UtcDateTime, code
from storage.tables.metadata import metadata

turns = Table(
    "turns",
    metadata,
    Column("name", code(), primary_key=True),
    Column("taken_at", UtcDateTime, nullable=False),
)

"""Duties: what one process at a time has, and until when by the database's clock. No class of the trade."""

from sqlalchemy import Column, Table

from storage.engine.columns import UtcDateTime, code
from storage.mapping.registry import metadata

duties = Table(
    "duties",
    metadata,
    Column("name", code(), primary_key=True),
    Column("holder", code(), nullable=False),
    Column("held_until", UtcDateTime, nullable=False),
)

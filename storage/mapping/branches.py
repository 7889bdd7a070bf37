"""Branches of the agency."""

from sqlalchemy import Column, Table

from domain.entities.branches import Branch
from storage.engine.columns import UtcDateTime, Words, number
from storage.mapping.registry import mapped, metadata

branches = Table(
    "branches",
    metadata,
    number(),
    Column("name", Words, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
)

mapped(Branch, branches)

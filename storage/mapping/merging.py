"""Doubts about two files, and how files were joined. They name files by number alone: that stays as it was written."""

from sqlalchemy import Column, Index, Table, UniqueConstraint, text

from domain.entities.merging import Doubt, Merge, Why
from domain.entities.people import StaffMember
from storage.engine.columns import FactsDict, Number, UtcDateTime, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one

_OPEN = text("settled_at IS NULL")
_STANDS = text("undone_at IS NULL")

doubts = Table(
    "doubts",
    metadata,
    number(),
    Column("first", Number, nullable=False),
    Column("second", Number, nullable=False),
    Column("why", one_of(Why)),
    Column("noticed_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    UniqueConstraint("first", "second"),
    Index(None, "second"),
    partial("ix_doubts_open", "id", where=_OPEN),
)

mapped(Doubt, doubts)

merges = Table(
    "merges",
    metadata,
    number(),
    Column("left_behind", Number, nullable=False),
    Column("kept", Number, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("moved", FactsDict, nullable=False),
    Column("took", FactsDict, nullable=False),
    link("by_id", "staff_members", nullable=True),
    Column("undone_at", UtcDateTime),
    partial("ix_merges_left_behind", "left_behind", where=_STANDS),
    partial("ix_merges_kept", "kept", where=_STANDS),
)

mapped(Merge, merges, left=merges.c.left_behind, by=one(StaffMember))

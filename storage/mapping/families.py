"""Families, which files belong to one, and the proposals of such. Proposals name files by number alone, as doubts do."""

from sqlalchemy import Column, Index, Table, UniqueConstraint, text

from domain.entities.clients import Client
from domain.entities.families import Family, FamilyMember, FamilyProposal, WhyKin
from storage.engine.columns import Number, UtcDateTime, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one

_OPEN = text("settled_at IS NULL")

families = Table("families", metadata, number(), Column("founded_at", UtcDateTime, nullable=False))

mapped(Family, families)

family_members = Table(
    "family_members",
    metadata,
    number(),
    link("family_id", "families", index=True),
    link("client_id", "clients", unique=True),
    Column("since", UtcDateTime, nullable=False),
)

mapped(FamilyMember, family_members, family=one(Family), client=one(Client))

family_proposals = Table(
    "family_proposals",
    metadata,
    number(),
    Column("first", Number, nullable=False),
    Column("second", Number, nullable=False),
    Column("why", one_of(WhyKin)),
    Column("noticed_at", UtcDateTime, nullable=False),
    Column("settled_at", UtcDateTime),
    UniqueConstraint("first", "second"),
    Index(None, "second"),
    partial("ix_family_proposals_open", "id", where=_OPEN),
)

mapped(FamilyProposal, family_proposals)

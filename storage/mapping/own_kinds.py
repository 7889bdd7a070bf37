"""The items of an agency's own lists, and where they hang."""

from sqlalchemy import Column, Index, Table

from domain.entities.own_kinds import OwnItem, OwnLink
from storage.engine.columns import Number, UtcDateTime, Words, code, link, number, of_branch
from storage.mapping.registry import mapped, metadata, one

own_items = Table(
    "own_items",
    metadata,
    number(),
    Column("kind", code(), nullable=False),
    Column("name", Words, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("notes", Words),
    of_branch(),
    Column("retired_at", UtcDateTime),
    Column("extra", Words),
    Index(None, "kind", "name", "id"),
)

mapped(OwnItem, own_items, branch=own_items.c.branch_id)

own_item_links = Table(
    "own_item_links",
    metadata,
    number(),
    link("item_id", "own_items", index=True),
    Column("subject", code(32), nullable=False),
    Column("subject_id", Number, nullable=False),
    Column("hung_at", UtcDateTime, nullable=False),
    Index(None, "subject", "subject_id", "id"),
)

mapped(OwnLink, own_item_links, item=one(OwnItem))

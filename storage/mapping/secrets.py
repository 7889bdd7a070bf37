"""Which key is in use and how far things are sealed, and who tried wrong links. No classes of the trade."""

from sqlalchemy import Column, Index, Table

from storage.engine.columns import UtcDateTime, Words, code, link, number
from storage.mapping.registry import metadata

sealing = Table(
    "sealing",
    metadata,
    Column("name", code(), primary_key=True),
    Column("value", Words, nullable=False),
    Column("mark", code()),
)

wrong_links = Table(
    "wrong_links",
    metadata,
    number(),
    link("person_id", "persons"),
    Column("at", UtcDateTime, nullable=False),
    Index(None, "person_id", "at"),
    Index(None, "at"),
)

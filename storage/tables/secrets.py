"""What the house keeps of its own secrets: which key is in use, how far the history is sealed, who tried wrong links."""

from sqlalchemy import BigInteger, Column, Index, PrimaryKeyConstraint, Table

from storage.engine.columns import Number, UtcDateTime, Words, code, link, number
from storage.tables.metadata import metadata

sealing = Table(
    "sealing",
    metadata,
    Column("name", code(), primary_key=True),
    Column("value", Words, nullable=False),
    Column("mark", code()),
)

history_files = Table(
    "history_files",
    metadata,
    Column("subject", code(16), nullable=False),
    Column("subject_id", Number, nullable=False),
    Column("entries", BigInteger, nullable=False),
    Column("last_seal", code(), nullable=False),
    Column("mark", code(), nullable=False),
    PrimaryKeyConstraint("subject", "subject_id"),
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

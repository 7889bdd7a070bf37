"""The words things are found by. No class of the trade: only queries read them."""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table

from storage.engine.columns import Number, Words, code
from storage.mapping.registry import metadata

search_tokens = Table(
    "search_tokens",
    metadata,
    Column("subject", code(16), nullable=False),
    Column("token", Words, nullable=False),
    Column("subject_id", Number, nullable=False),
    # The key is the search itself: the things of a kind whose token begins so. SQLite keeps no more.
    PrimaryKeyConstraint("subject", "token", "subject_id"),
    Index(None, "subject", "subject_id"),
    sqlite_with_rowid=False,
)

"""The history, and how far each of its files is sealed (storage/crypto/chain.py)."""

from sqlalchemy import BigInteger, Column, Index, PrimaryKeyConstraint, Table, text

from domain.entities.history import HistoryEntry
from storage.engine.columns import (
    FactsDict,
    Number,
    UtcDateTime,
    Words,
    code,
    link,
    number,
    of_branch,
    partial,
)
from storage.mapping.registry import mapped, metadata

_OF_A_CLIENT = text("client_id IS NOT NULL")
_NOT_LOOKED_AT = text("told_as IS NULL")
LUMPED = text("told_as = 'talk' AND what IN ('call', 'meeting', 'note')")
"""As the release before this one tells calls and notes: with the messages."""
_UNSEALED = text("seal IS NULL")

history = Table(
    "history",
    metadata,
    number(),
    Column("subject", code(16), nullable=False),
    Column("subject_id", Number, nullable=False),
    Column("what", code(), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Words, nullable=False),
    link("actor_person_id", "persons", nullable=True),
    Column("facts", FactsDict, nullable=False),
    of_branch(),
    # What proves that it was written by us, and its place in the sealed line of its file (storage/crypto/chain.py).
    Column("mark", code()),
    Column("place", Number),
    Column("seal", code()),
    # What it is told as in whose timeline, "" for what is told in none; empty in what the release before this one writes.
    Column("told_as", code(16)),
    Column("client_id", Number),
    partial("ix_history_of_client", "client_id", "id", where=_OF_A_CLIENT),
    partial("ix_history_of_client_told_as", "client_id", "told_as", "id", where=_OF_A_CLIENT),
    partial("ix_history_not_looked_at", "id", where=_NOT_LOOKED_AT),
    partial("ix_history_lumped", "id", where=LUMPED),
    # A digest of who and what, with salt: what stands in place of them once they were taken away.
    Column("salt", code(160)),
    Column("digest", code()),
    Index(None, "subject", "subject_id", "id"),
    partial("ix_history_without_digest", "subject", "subject_id", where=text("digest IS NULL")),
    partial("ix_history_unsealed", "id", where=_UNSEALED),
)

_UNREAD = ("mark", "place", "seal", "salt", "digest", "told_as", "client_id")

mapped(HistoryEntry, history, _UNREAD, branch=history.c.branch_id)

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

"""Updates as Telegram sent them. No class of the trade."""

from sqlalchemy import BigInteger, Column, Integer, Table, Text, text

from storage.engine.columns import Number, UtcDateTime, Words, code, partial
from storage.mapping.registry import metadata

_WAITING = text("state = 'waiting'")
_DONE = text("state = 'done'")
_FLOODED = text("state = 'flooded'")
_QUARANTINED = text("state = 'quarantined'")
_OWED = text("owed_since IS NOT NULL")

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", Number, primary_key=True, autoincrement=False),
    Column("lane", BigInteger, nullable=False),
    Column("payload", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("state", code(16), nullable=False),
    Column("error", Words),
    Column("owed_since", UtcDateTime),
    partial("ix_inbox_waiting", "update_id", "lane", where=_WAITING),
    partial("ix_inbox_lane", "lane", "update_id", where=_WAITING),
    partial("ix_inbox_flooded", "received_at", where=_FLOODED),
    partial("ix_inbox_done", "received_at", where=_DONE),
    partial("ix_inbox_quarantined", "received_at", where=_QUARANTINED),
    partial("ix_inbox_owed", "owed_since", where=_OWED),
)

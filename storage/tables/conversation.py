"""The bot's own rows: updates as Telegram sent them, and the screens that are open in chats."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, text

from storage.engine.columns import Facts, Number, UtcDateTime, Words, code, link, number
from storage.tables.metadata import metadata
from storage.tables.partial import partial

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

screens = Table(
    "screens",
    metadata,
    number(),
    link("person_id", "persons"),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    Column("revision", Integer, nullable=False),
    Column("view", Facts, nullable=False),
    Column("actions", Facts, nullable=False),
    Column("state", Facts),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("trail", Facts),
    Index(None, "person_id", "updated_at"),
    # Buttons carry a screen's number: a number must never come back after a purge.
    sqlite_autoincrement=True,
)

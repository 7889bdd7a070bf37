"""The bot's own rows: updates as Telegram sent them, and the screens that are open in chats."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text, text

from storage.columns import Facts, Number, UtcDateTime, Words, code, link, number
from storage.tables.metadata import metadata

_WAITING = text("state = 'waiting'")
_DONE = text("state = 'done'")
_FLOODED = text("state = 'flooded'")
_QUARANTINED = text("state = 'quarantined'")

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
    Index("ix_inbox_waiting", "update_id", "lane", sqlite_where=_WAITING, postgresql_where=_WAITING),
    Index("ix_inbox_lane", "lane", "update_id", sqlite_where=_WAITING, postgresql_where=_WAITING),
    Index("ix_inbox_flooded", "received_at", sqlite_where=_FLOODED, postgresql_where=_FLOODED),
    Index("ix_inbox_done", "received_at", sqlite_where=_DONE, postgresql_where=_DONE),
    Index("ix_inbox_quarantined", "received_at", sqlite_where=_QUARANTINED, postgresql_where=_QUARANTINED),
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
    Index(None, "person_id", "updated_at"),
    # Buttons carry a screen's number: a number must never come back after a purge.
    sqlite_autoincrement=True,
)

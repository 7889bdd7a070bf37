"""The screens that are open in chats. No class of the trade."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table

from storage.engine.columns import Facts, UtcDateTime, link, number
from storage.mapping.registry import metadata

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

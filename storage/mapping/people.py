"""Persons: everybody who has a chat with the bot."""

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table, text

from domain.entities.people import Person
from domain.values.language import Language
from storage.engine.columns import UtcDateTime, Words, code, number, one_of, partial
from storage.mapping.registry import mapped, metadata

persons = Table(
    "persons",
    metadata,
    number(),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("username", Words),
    Column("language", one_of(Language), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("language_chosen", Boolean, nullable=False),
    Column("unreachable_since", UtcDateTime),
    Column("keyboard", code()),
    Column("zone", code()),
    Column("account_deleted", Boolean),
    Column("privacy_told", Integer),
    Column("privacy_agreed", Integer),
    partial("ix_persons_unreachable", "unreachable_since", "id", where=text("unreachable_since IS NOT NULL")),
)

mapped(Person, persons)

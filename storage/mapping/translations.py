"""Translations of what clients and colleagues have written."""

from sqlalchemy import BigInteger, Column, Integer, Table, text

from domain.entities.clients import Client
from domain.entities.interactions import Interaction, Source
from domain.entities.people import StaffMember
from domain.entities.translations import Translation
from domain.values.language import Language
from storage.engine.columns import UtcDateTime, Words, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one, value

translations = Table(
    "translations",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    Column("text", Words, nullable=False),
    Column("into", one_of(Language), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    link("interaction_id", "interactions", nullable=True),
    link("staff_id", "staff_members", nullable=True),
    Column("translated", Words),
    Column("tries", Integer, nullable=False, server_default=text("0")),
    Column("ended_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("source_chat", BigInteger),
    Column("source_message", BigInteger),
    partial("ix_translations_source", "source_chat", "source_message", where=text("source_chat IS NOT NULL")),
    partial("ix_translations_wanted", "id", where=text("ended_at IS NULL")),
)

mapped(
    Translation,
    translations,
    client=one(Client),
    interaction=one(Interaction),
    staff=one(StaffMember),
    source=value(Source, translations.c.source_chat, translations.c.source_message),
)

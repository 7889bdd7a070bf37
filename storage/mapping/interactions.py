"""What was said with clients."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, text

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import (
    CallResult,
    Direction,
    Form,
    Interaction,
    InteractionEdit,
    Medium,
    Original,
    Said,
    Source,
    Undelivered,
)
from domain.entities.people import StaffMember
from storage.engine.columns import Number, Numbers, UtcDateTime, Words, code, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one, value

_UNANSWERED = text("how = 'question' AND staff_id IS NULL AND answered_at IS NULL")

_UNUSED = "bring_up_at", "brought_up"
"""Of the release before: how often what nobody answered was brought up."""

interactions = Table(
    "interactions",
    metadata,
    number(),
    link("client_id", "clients"),
    Column("how", one_of(Said), nullable=False),
    Column("text", Words, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    link("staff_id", "staff_members", nullable=True),
    link("inquiry_id", "inquiries", nullable=True),
    link("deal_id", "deals", nullable=True),
    Column("answered_at", UtcDateTime),
    Column("bring_up_at", UtcDateTime),
    Column("brought_up", Integer, nullable=False, server_default=text("0")),
    Column("medium", one_of(Medium)),
    Column("chat", BigInteger),
    Column("message", BigInteger),
    Column("taken_back_at", UtcDateTime),
    Column("source_chat", BigInteger),
    Column("source_message", BigInteger),
    Column("form", one_of(Form)),
    Column("direction", one_of(Direction)),
    Column("result", one_of(CallResult)),
    Column("album", Numbers),
    Column("album_key", code()),
    Column("seconds", Integer),
    link("stored_file_id", "stored_files", nullable=True),
    Column("answers", Number),
    Column("now_reads", Words),
    Column("edited_at", UtcDateTime),
    Column("undelivered_at", UtcDateTime),
    Column("undelivered_why", one_of(Undelivered)),
    Index(None, "client_id", "at"),
    partial("ix_interactions_unanswered", "at", "id", where=_UNANSWERED),
    partial("ix_interactions_to_bring_up", "bring_up_at", "id", where=text("bring_up_at IS NOT NULL")),
    partial("ix_interactions_source", "source_chat", "source_message", where=text("source_chat IS NOT NULL")),
    partial("ix_interactions_stored_file_id", "stored_file_id", where=text("stored_file_id IS NOT NULL")),
)
interaction_edits = Table(
    "interaction_edits",
    metadata,
    number(),
    link("interaction_id", "interactions", index=True),
    Column("text", Words, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

mapped(
    Interaction,
    interactions,
    _UNUSED,
    client=one(Client),
    staff=one(StaffMember),
    inquiry=one(Inquiry),
    deal=one(Deal),
    file=one(StoredFile),
    source=value(Source, interactions.c.source_chat, interactions.c.source_message),
    original=value(Original, interactions.c.medium, interactions.c.chat, interactions.c.message),
)
mapped(InteractionEdit, interaction_edits, interaction=one(Interaction))

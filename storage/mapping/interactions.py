"""What was said with clients."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, text

from domain.entities.clients import Client, Interaction, Medium, Original, Said
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import StaffMember
from storage.engine.columns import UtcDateTime, Words, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one, value

_UNANSWERED = text("how = 'question' AND staff_id IS NULL AND answered_at IS NULL")

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
    Index(None, "client_id", "at"),
    partial("ix_interactions_unanswered", "at", "id", where=_UNANSWERED),
    partial("ix_interactions_to_bring_up", "bring_up_at", "id", where=text("bring_up_at IS NOT NULL")),
)

mapped(
    Interaction,
    interactions,
    client=one(Client),
    staff=one(StaffMember),
    inquiry=one(Inquiry),
    deal=one(Deal),
    original=value(Original, interactions.c.medium, interactions.c.chat, interactions.c.message),
)

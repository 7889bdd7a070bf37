"""What was said with clients."""

from sqlalchemy import Column, Index, Table

from domain.entities.clients import Client, Interaction, Said
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import StaffMember
from storage.engine.columns import UtcDateTime, Words, link, number, one_of
from storage.mapping.registry import mapped, metadata, one

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
    Index(None, "client_id", "at"),
)

mapped(
    Interaction,
    interactions,
    client=one(Client),
    staff=one(StaffMember),
    inquiry=one(Inquiry),
    deal=one(Deal),
)

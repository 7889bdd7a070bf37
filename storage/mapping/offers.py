"""Offers: what was found for an inquiry."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, Table, text

from domain.entities.client_facts import Board
from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.inquiries import Inquiry
from domain.entities.offers import Declined, Offer, OfferState
from domain.entities.people import StaffMember
from domain.entities.suppliers import Supplier
from storage.engine.columns import UtcDateTime, Words, code, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, money, one

offers = Table(
    "offers",
    metadata,
    number(),
    link("inquiry_id", "inquiries"),
    link("author_id", "staff_members"),
    Column("added_at", UtcDateTime, nullable=False),
    Column("title", Words, nullable=False),
    Column("price_minor", BigInteger, nullable=False),
    Column("price_currency", code(3), nullable=False),
    Column("starts", Date),
    Column("ends", Date),
    Column("board", one_of(Board)),
    Column("valid_until", UtcDateTime),
    Column("link", Words),
    Column("words", Words),
    link("supplier_id", "suppliers", nullable=True),
    Column("net_minor", BigInteger),
    Column("net_currency", code(3)),
    Column("note", Words),
    link("file_id", "stored_files", nullable=True, index=True),
    Column("state", one_of(OfferState), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("answered_at", UtcDateTime),
    Column("reason", one_of(Declined)),
    link("deal_id", "deals", nullable=True, index=True),
    Index(None, "inquiry_id", "id"),
    partial("ix_offers_sold", "supplier_id", "id", where=text("deal_id IS NOT NULL")),
)

mapped(
    Offer,
    offers,
    price=money(offers.c.price_minor, offers.c.price_currency),
    net=money(offers.c.net_minor, offers.c.net_currency),
    inquiry=one(Inquiry),
    author=one(StaffMember),
    supplier=one(Supplier),
    file=one(StoredFile),
    deal=one(Deal),
)

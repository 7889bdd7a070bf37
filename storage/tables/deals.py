"""Deals with what belongs to them: travellers, payments, documents."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, Integer, Table, text

from domain.entities.documents import DocumentKind, DocumentState
from domain.entities.payments import PaymentMethod
from domain.entities.travellers import Relation
from storage.engine.columns import UtcDateTime, Words, code, link, number, of_branch, one_of
from storage.tables.metadata import metadata
from storage.tables.partial import partial

_STILL_OPEN = text("closed_at IS NULL")
_NOT_OURS = text("content_hash IS NULL")
_SEALED = text("passport_hash IS NOT NULL")
_IN_CLEAR = text("substr(passport, 1, 7) <> 'sealed:'")

deals = Table(
    "deals",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    Column("title", Words, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("price_minor", BigInteger, nullable=False),
    Column("deposit_minor", BigInteger, nullable=False),
    Column("currency", code(3), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    link("trip_id", "trips", nullable=True, index=True),
    link("responsible_id", "staff_members", nullable=True),
    Column("step_key", code(), nullable=False),
    Column("step_since", UtcDateTime),
    Column("lost_reason", Words),
    Column("closed_at", UtcDateTime),
    Column("voucher_sent_at", UtcDateTime),
    Column("told_at", UtcDateTime),
    Column("confirmed_at", UtcDateTime),
    of_branch(),
    CheckConstraint("seats >= 1", name="seats"),
    partial("ix_deals_open", "step_key", "step_since", where=_STILL_OPEN),
    partial("ix_deals_open_of", "responsible_id", "step_key", where=_STILL_OPEN),
)

travellers = Table(
    "travellers",
    metadata,
    number(),
    link("deal_id", "deals", index=True),
    Column("relation", one_of(Relation), nullable=False),
    Column("name", Words, nullable=False),
    Column("born_on", Date),
    Column("passport", Words),
    Column("passport_expires", Date),
    Column("cancelled_at", UtcDateTime),
    Column("passport_hash", code()),
    partial("ix_travellers_passport_hash", "passport_hash", where=_SEALED),
    partial("ix_travellers_in_clear", "id", where=_IN_CLEAR),
)

payments = Table(
    "payments",
    metadata,
    number(),
    link("deal_id", "deals", index=True),
    Column("minor", BigInteger, nullable=False),
    Column("currency", code(3), nullable=False),
    Column("method", one_of(PaymentMethod), nullable=False),
    Column("received_on", Date, nullable=False),
    link("recorded_by_id", "staff_members", nullable=True),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("cancelled_at", UtcDateTime),
    Column("cancel_reason", Words),
)

documents = Table(
    "documents",
    metadata,
    number(),
    link("deal_id", "deals", index=True),
    link("traveller_id", "travellers", nullable=True),
    Column("kind", one_of(DocumentKind), nullable=False),
    Column("file_id", Words, nullable=False),
    Column("unique_id", Words, nullable=False),
    Column("name", Words, nullable=False),
    Column("mime", Words, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("is_photo", Boolean, nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("state", one_of(DocumentState), nullable=False),
    Column("reason", Words),
    link("checked_by_id", "staff_members", nullable=True),
    Column("checked_at", UtcDateTime),
    Column("content_hash", code()),
    partial("ix_documents_to_fetch", "sent_at", "id", where=_NOT_OURS),
)

"""Deals. What belongs to one stands beside: travellers, payments, documents."""

from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, Date, Index, Integer, Table, text

from domain.entities.clients import Client
from domain.entities.deals import AfterCancel, Deal
from domain.entities.documents import Document
from domain.entities.payments import Payment
from domain.entities.people import StaffMember
from domain.entities.travellers import Traveller
from domain.entities.trips import Trip
from storage.crypto.sealed import Sealed, sealed
from storage.engine.columns import (
    FactsDict,
    UtcDateTime,
    Words,
    code,
    link,
    number,
    of_branch,
    one_of,
    partial,
)
from storage.mapping.documents import documents
from storage.mapping.payments import payments
from storage.mapping.registry import mapped, metadata, money, one, several
from storage.mapping.travellers import travellers

KEPT_DUES = (
    "due_on",
    "due_what",
    "money_due_on",
    "money_due_minor",
    "rest_due_on",
    "rest_due_minor",
    "decide_on",
    "look_on",
)
"""What is computed of a deal whenever it is written, so that lists go by an index: `storage/kept/dues.py`."""

_STILL_OPEN = text("closed_at IS NULL")
_WITHOUT_VOUCHER = text("closed_at IS NULL AND voucher_sent_at IS NULL")
_JOURNEYS = text("closed_at IS NULL AND starts IS NOT NULL")

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
    Column("created_at", UtcDateTime, nullable=False, index=True),
    link("trip_id", "trips", nullable=True, index=True),
    link("responsible_id", "staff_members", nullable=True),
    Column("step_key", code(), nullable=False),
    Column("step_since", UtcDateTime),
    Column("lost_reason", Words),
    Column("closed_at", UtcDateTime),
    Column("voucher_sent_at", UtcDateTime),
    Column("voucher_says", code()),
    Column("told_at", UtcDateTime),
    Column("confirmed_at", UtcDateTime),
    Column("absent_at", UtcDateTime),
    Column("late_minutes", Integer),
    of_branch(),
    Column("translations", FactsDict, nullable=False, server_default=text("'{}'")),
    Column("starts", Date),
    Column("ends", Date),
    Column("documents_by", Date),
    Column("deposit_by", Date),
    Column("balance_by", Date),
    Column("after_cancel", one_of(AfterCancel)),
    Column("extra", Sealed),
    Column("reminded", FactsDict, nullable=False, server_default=text("'{}'")),
    Column("due_on", Date),
    Column("due_what", code()),
    Column("money_due_on", Date),
    Column("money_due_minor", BigInteger),
    Column("rest_due_on", Date),
    Column("rest_due_minor", BigInteger),
    Column("decide_on", Date),
    Column("look_on", Date, server_default=text("'1970-01-01'")),
    CheckConstraint("seats >= 1", name="seats"),
    Index(None, "client_id", "id"),
    partial("ix_deals_open", "step_key", "step_since", where=_STILL_OPEN),
    partial("ix_deals_open_of", "responsible_id", "step_key", where=_STILL_OPEN),
    partial("ix_deals_open_client", "client_id", "branch_id", where=_STILL_OPEN),
    partial("ix_deals_closed", "closed_at", "id", where=text("closed_at IS NOT NULL")),
    partial("ix_deals_due", "due_on", "id", where=text("due_on IS NOT NULL")),
    partial("ix_deals_due_of", "responsible_id", "due_on", "id", where=text("due_on IS NOT NULL")),
    partial("ix_deals_money_due", "money_due_on", "id", where=text("money_due_on IS NOT NULL")),
    partial("ix_deals_to_decide", "decide_on", "id", where=text("decide_on IS NOT NULL")),
    partial("ix_deals_to_look_at", "look_on", "id", where=text("look_on IS NOT NULL")),
    partial("ix_deals_seats", "trip_id", "seats", "step_key", where=text("step_key != 'lost'")),
    partial("ix_deals_without_voucher", "trip_id", "step_key", "branch_id", where=_WITHOUT_VOUCHER),
    partial("ix_deals_journeys", "starts", where=_JOURNEYS),
)

_KEPT: dict[str, Any] = {f"_{name}": deals.c[name] for name in KEPT_DUES}

sealed(
    mapped(
        Deal,
        deals,
        branch=deals.c.branch_id,
        _currency=deals.c.currency,
        price=money(deals.c.price_minor, deals.c.currency),
        deposit=money(deals.c.deposit_minor, deals.c.currency),
        client=one(Client),
        trip=one(Trip),
        responsible=one(StaffMember),
        travellers=several(Traveller, travellers.c.deal_id),
        payments=several(Payment, payments.c.deal_id),
        documents=several(Document, documents.c.deal_id, overlaps="deal"),
        sealed_extra=deals.c.extra,
        **_KEPT,
    ),
    deals.c.extra,
)

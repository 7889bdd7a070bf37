"""The payments of deals."""

from sqlalchemy import BigInteger, Column, Date, Table, text

from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import StaffMember
from storage.engine.columns import UtcDateTime, Words, code, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, money, one

payments = Table(
    "payments",
    metadata,
    number(),
    link("deal_id", "deals", index=True),
    Column("minor", BigInteger, nullable=False),
    Column("currency", code(3), nullable=False),
    Column("method", one_of(PaymentMethod), nullable=False),
    Column("received_on", Date, nullable=False, index=True),
    link("recorded_by_id", "staff_members", nullable=True),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("cancelled_at", UtcDateTime),
    Column("cancel_reason", Words),
    partial(
        "ix_payments_counting",
        "received_on",
        "currency",
        "minor",
        "deal_id",
        "cancelled_at",
        where=text("cancelled_at IS NULL"),
    ),
)

mapped(
    Payment,
    payments,
    _deal_id=payments.c.deal_id,
    amount=money(payments.c.minor, payments.c.currency),
    recorded_by=one(StaffMember),
)

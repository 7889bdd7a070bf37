"""What is asked for and what is sold: inquiries, trips, and the line for trips that are sold out."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, Float, Index, Integer, Table, text

from domain.entities.inquiries import Channel, InquiryKind, InquiryState
from domain.entities.trips import Transport
from storage.engine.columns import LocalDateTime, UtcDateTime, Words, code, link, number, of_branch, one_of
from storage.tables.metadata import metadata
from storage.tables.partial import partial

_STILL_OPEN = text("state = 'open'")

inquiries = Table(
    "inquiries",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    Column("channel", one_of(Channel), nullable=False),
    Column("kind", one_of(InquiryKind), nullable=False),
    Column("destination", Words, nullable=False),
    Column("wanted_when", Words),
    Column("heads", Integer, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("budget_minor", BigInteger),
    Column("budget_currency", code(3)),
    Column("wishes", Words),
    Column("group_name", Words),
    link("trip_id", "trips", nullable=True),
    link("taken_by_id", "staff_members", nullable=True),
    Column("state", one_of(InquiryState), nullable=False),
    Column("reason", Words),
    link("deal_id", "deals", nullable=True),
    of_branch(),
    partial("ix_inquiries_open", "received_at", "id", where=_STILL_OPEN),
)

trips = Table(
    "trips",
    metadata,
    number(),
    Column("name", Words, nullable=False),
    Column("transport", one_of(Transport), nullable=False),
    Column("departs", LocalDateTime, nullable=False),
    Column("zone", code(), nullable=False),
    Column("departs_at", UtcDateTime, nullable=False),
    Column("reminder_at", UtcDateTime, nullable=False),
    Column("place", Words, nullable=False),
    Column("returns", Date, nullable=False, index=True),
    Column("seats", Integer, nullable=False),
    Column("price_minor", BigInteger, nullable=False),
    Column("deposit_minor", BigInteger, nullable=False),
    Column("currency", code(3), nullable=False),
    Column("documents_due", Date, nullable=False),
    Column("deposit_due", Date, nullable=False),
    Column("balance_due", Date, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("bring", Words),
    Column("told_at", UtcDateTime),
    Column("changes", Integer, nullable=False),
    Column("join_version", Integer, nullable=False),
    Column("join_open", Boolean, nullable=False),
    of_branch(),
    CheckConstraint("seats >= 1", name="seats"),
    CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="point"),
    Index(None, "departs_at", "id"),
    partial("ix_trips_untold", "reminder_at", where=text("told_at IS NULL")),
)

waiting_places = Table(
    "waiting_places",
    metadata,
    number(),
    link("trip_id", "trips", index=True),
    link("client_id", "clients"),
    Column("seats", Integer, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("offered_at", UtcDateTime),
    Column("left_at", UtcDateTime),
)

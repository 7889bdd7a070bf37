"""What is written after journeys, and whether they are settled."""

from sqlalchemy import Boolean, Column, Date, Integer, Table, text

from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.settling import JourneyRecord, Settlement, Writer
from domain.entities.trips import Trip
from storage.engine.columns import UtcDateTime, Words, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one

_UNSETTLED = text("settled_at IS NULL")
_TO_ASK = text("ask_on IS NOT NULL")
_OF_A_TRIP = text("deal_id IS NULL")

settlements = Table(
    "settlements",
    metadata,
    number(),
    link("deal_id", "deals", unique=True),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("guided", Boolean, nullable=False),
    Column("ask_on", Date),
    Column("asked", Integer, nullable=False),
    Column("data_at", UtcDateTime),
    Column("record_at", UtcDateTime),
    Column("guides_record_at", UtcDateTime),
    Column("settled_at", UtcDateTime),
    link("settled_by_id", "staff_members", nullable=True),
    partial("ix_settlements_unsettled", "id", "deal_id", where=_UNSETTLED),
    partial("ix_settlements_to_ask", "ask_on", "id", where=_TO_ASK),
)

mapped(Settlement, settlements, deal=one(Deal), settled_by=one(StaffMember))

journey_records = Table(
    "journey_records",
    metadata,
    number(),
    link("author_id", "staff_members"),
    Column("writer", one_of(Writer), nullable=False),
    Column("written_at", UtcDateTime, nullable=False, index=True),
    Column("mark", Integer, nullable=False),
    link("deal_id", "deals", nullable=True, index=True),
    link("trip_id", "trips", nullable=True),
    Column("pleased", Words),
    Column("annoyed", Words),
    Column("wants_next", Words),
    Column("market", Words),
    Column("words", Words),
    Column("changed_at", UtcDateTime),
    partial("ix_journey_records_of_trip", "trip_id", where=_OF_A_TRIP),
)

mapped(JourneyRecord, journey_records, author=one(StaffMember), deal=one(Deal), trip=one(Trip))

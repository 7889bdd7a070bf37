"""Trips, and the line for trips that are sold out."""

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, Date, Float, Index, Integer, Table, text

from domain.entities.clients import Client
from domain.entities.list_copies import ListCopy
from domain.entities.people import StaffMember
from domain.entities.trip_guides import TripGuide
from domain.entities.trip_plans import Point, Transport
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.values.language import Language
from storage.crypto.sealed import Sealed, sealed
from storage.engine.columns import (
    FactsDict,
    LocalDateTime,
    UtcDateTime,
    Words,
    code,
    link,
    number,
    of_branch,
    one_of,
    partial,
)
from storage.mapping.registry import mapped, metadata, money, one, value

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
    Column("written_in", one_of(Language)),
    Column("kind", code()),
    Column("translations", FactsDict, nullable=False, server_default=text("'{}'")),
    Column("cancelled_at", UtcDateTime),
    Column("cancel_reason", Words),
    Column("extra", Sealed),
    CheckConstraint("seats >= 1", name="seats"),
    CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="point"),
    Index(None, "departs_at", "id"),
    partial("ix_trips_last_day", "returns", "departs_at", "cancelled_at", where=text("cancelled_at IS NULL")),
    partial("ix_trips_called_off", "departs_at", "id", where=text("cancelled_at IS NOT NULL")),
    partial("ix_trips_untold", "reminder_at", where=text("told_at IS NULL")),
)

sealed(
    mapped(
        Trip,
        trips,
        branch=trips.c.branch_id,
        _currency=trips.c.currency,
        price=money(trips.c.price_minor, trips.c.currency),
        deposit=money(trips.c.deposit_minor, trips.c.currency),
        point=value(Point, trips.c.latitude, trips.c.longitude),
        sealed_extra=trips.c.extra,
    ),
    trips.c.extra,
)

waiting_places = Table(
    "waiting_places",
    metadata,
    number(),
    link("trip_id", "trips", index=True),
    link("client_id", "clients", index=True),
    Column("seats", Integer, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("offered_at", UtcDateTime),
    Column("left_at", UtcDateTime),
)

mapped(WaitingPlace, waiting_places, trip=one(Trip), client=one(Client))

trip_guides = Table(
    "trip_guides",
    metadata,
    number(),
    link("trip_id", "trips"),
    link("member_id", "staff_members"),
    Column("since", UtcDateTime, nullable=False),
    Column("left_at", UtcDateTime),
    partial("ix_trip_guides_trip_id", "trip_id", where=text("left_at IS NULL")),
    partial("ix_trip_guides_member_id", "member_id", where=text("left_at IS NULL")),
)

mapped(TripGuide, trip_guides, trip=one(Trip), member=one(StaffMember))

list_copies = Table(
    "list_copies",
    metadata,
    number(),
    link("trip_id", "trips"),
    Column("kind", code(), nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    link("sent_by_id", "staff_members", nullable=True),
    Column("rows", FactsDict, nullable=False),
    Index(None, "trip_id", "kind", "id"),
)

mapped(ListCopy, list_copies, trip=one(Trip), sent_by=one(StaffMember))

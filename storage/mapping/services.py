"""What was booked for deals. A day and an hour are by the clock of the zone beside them."""

from sqlalchemy import BigInteger, Column, Date, Integer, Table, text

from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.services import Service, ServiceKind, ServiceStatus, Stop, SupplierAnswer
from domain.entities.suppliers import Supplier
from storage.engine.columns import LocalDateTime, UtcDateTime, Words, code, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, money, one, value

_HELD = text("status = 'asked' AND option_until IS NOT NULL")

services = Table(
    "services",
    metadata,
    number(),
    link("deal_id", "deals", index=True),
    Column("kind", one_of(ServiceKind), nullable=False),
    Column("title", Words, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("begins_on", Date),
    Column("begins_clock", code(5)),
    Column("begins_zone", code()),
    Column("begins_place", Words),
    Column("ends_on", Date),
    Column("ends_clock", code(5)),
    Column("ends_zone", code()),
    Column("ends_place", Words),
    Column("confirmation", Words),
    Column("option_until", Date),
    Column("free_until", Date),
    Column("price_minor", BigInteger),
    Column("price_currency", code(3)),
    Column("net_minor", BigInteger),
    Column("net_currency", code(3)),
    Column("words", Words),
    Column("status", one_of(ServiceStatus), nullable=False),
    Column("look_on", Date),
    Column("link_hash", code(), unique=True),
    Column("link_until", UtcDateTime),
    link("link_by_id", "staff_members", nullable=True),
    Column("looks", Integer, nullable=False),
    Column("looked_at", UtcDateTime),
    Column("answers", Integer, nullable=False),
    Column("answer", one_of(SupplierAnswer)),
    Column("answered_at", UtcDateTime),
    Column("proposed", LocalDateTime),
    Column("supplier_words", Words),
    link("supplier_id", "suppliers", nullable=True, index=True),
    partial("ix_services_held", "option_until", "id", "deal_id", "status", where=_HELD),
    partial("ix_services_to_look_at", "look_on", "id", where=text("look_on IS NOT NULL")),
)

_c = services.c

mapped(
    Service,
    services,
    deal=one(Deal),
    link_by=one(StaffMember),
    supplier=one(Supplier),
    begins=value(Stop, _c.begins_on, _c.begins_clock, _c.begins_zone, _c.begins_place),
    ends=value(Stop, _c.ends_on, _c.ends_clock, _c.ends_zone, _c.ends_place),
    price=money(_c.price_minor, _c.price_currency),
    net=money(_c.net_minor, _c.net_currency),
)

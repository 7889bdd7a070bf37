"""Personal links of clients. They have their clients with them only where it is asked whose they are."""

from sqlalchemy import Column, Table

from domain.entities.clients import Client
from domain.entities.people import Person, StaffMember
from domain.entities.personal_links import PersonalLink
from storage.engine.columns import UtcDateTime, code, link, number
from storage.mapping.registry import mapped, metadata, one

personal_links = Table(
    "personal_links",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    Column("token_hash", code(128), nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    link("created_by_id", "staff_members", nullable=True),
    Column("used_at", UtcDateTime),
    link("used_by_id", "persons", nullable=True),
)

mapped(PersonalLink, personal_links, client=one(Client), created_by=one(StaffMember), used_by=one(Person))

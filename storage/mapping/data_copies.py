"""Copies of clients' own data: who asked, and where the ZIPs lie."""

from sqlalchemy import Column, Table, text

from domain.entities.clients import Client
from domain.entities.data_copies import DataCopy
from domain.entities.people import Person, StaffMember
from storage.engine.columns import Facts, UtcDateTime, link, number, partial
from storage.mapping.registry import mapped, metadata, one

data_copies = Table(
    "data_copies",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    link("to_id", "persons", index=True),
    Column("asked_at", UtcDateTime, nullable=False),
    link("by_id", "staff_members", nullable=True),
    Column("parts", Facts, nullable=False),
    Column("made_at", UtcDateTime),
    Column("cleared_at", UtcDateTime),
    partial("ix_data_copies_to_make", "id", where=text("made_at IS NULL")),
    partial("ix_data_copies_to_clear", "made_at", where=text("cleared_at IS NULL")),
)

mapped(DataCopy, data_copies, client=one(Client), to=one(Person), by=one(StaffMember))

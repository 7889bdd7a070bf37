"""Client files."""

from sqlalchemy import Column, Date, Table, text

from domain.entities.clients import Client
from domain.entities.people import Person
from storage.crypto.sealed import Sealed, sealed
from storage.engine.columns import Number, UtcDateTime, Words, code, link, number, partial
from storage.mapping.registry import mapped, metadata, one

clients = Table(
    "clients",
    metadata,
    number(),
    Column("name", Words, nullable=False),
    Column("phone", code(), index=True),
    Column("known_since", UtcDateTime, nullable=False),
    link("person_id", "persons", nullable=True, unique=True),
    Column("extra", Sealed),
    Column("zone", code()),
    Column("muted_at", UtcDateTime),
    Column("reminded_on", Date),
    Column("merged_into", Number),
    partial("ix_clients_merged_into", "merged_into", where=text("merged_into IS NOT NULL")),
)

_UNUSED = ("zone",)
"""Since a person's clock is kept with the person."""

sealed(mapped(Client, clients, _UNUSED, person=one(Person), sealed_extra=clients.c.extra), clients.c.extra)

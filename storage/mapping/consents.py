"""Consents of persons and clients."""

from sqlalchemy import Column, Integer, Table, text

from domain.entities.clients import Client
from domain.entities.consents import Consent, ConsentKind, Given
from domain.entities.people import Person, StaffMember
from domain.values.language import Language
from storage.engine.columns import UtcDateTime, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one

consents = Table(
    "consents",
    metadata,
    number(),
    link("person_id", "persons", nullable=True),
    link("client_id", "clients", nullable=True),
    Column("kind", one_of(ConsentKind), nullable=False),
    Column("version", Integer),
    Column("language", one_of(Language)),
    Column("how", one_of(Given), nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    link("by_id", "staff_members", nullable=True),
    Column("withdrawn_at", UtcDateTime),
    link("withdrawn_by_id", "staff_members", nullable=True),
    partial("ix_consents_person_id", "person_id", where=text("person_id IS NOT NULL")),
    partial("ix_consents_client_id", "client_id", where=text("client_id IS NOT NULL")),
)

mapped(
    Consent,
    consents,
    person=one(Person),
    client=one(Client),
    by=one(StaffMember, consents.c.by_id),
    withdrawn_by=one(StaffMember, consents.c.withdrawn_by_id),
)

"""Who is to be forgotten, or was: numbers and days alone."""

from sqlalchemy import Column, Table, text

from domain.entities.clients import Client
from domain.entities.forgets import Forget
from domain.entities.people import Person, StaffMember
from storage.engine.columns import Facts, UtcDateTime, link, number, partial
from storage.mapping.registry import mapped, metadata, one

forgets = Table(
    "forgets",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    Column("asked_at", UtcDateTime, nullable=False),
    link("by_id", "staff_members", nullable=True),
    Column("due_at", UtcDateTime),
    Column("taken_back_at", UtcDateTime),
    Column("done_at", UtcDateTime),
    link("person_id", "persons", nullable=True),
    Column("hashes", Facts, nullable=False),
    Column("cut_at", UtcDateTime),
    partial("ix_forgets_open", "id", where=text("taken_back_at IS NULL AND cut_at IS NULL")),
)

mapped(Forget, forgets, client=one(Client), by=one(StaffMember), person=one(Person))

"""Client files."""

from sqlalchemy import Column, Date, Integer, Table, text

from domain.entities.client_facts import Board, ReachedBy, SeaLine
from domain.entities.clients import Client
from domain.entities.people import Person, StaffMember
from domain.values.language import Language
from storage.crypto.sealed import Sealed, sealed
from storage.engine.columns import (
    Keys,
    Number,
    UtcDateTime,
    Words,
    code,
    link,
    number,
    of_branch,
    one_of,
    partial,
)
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
    Column("untranslated_at", UtcDateTime),
    Column("reminded_on", Date),
    Column("merged_into", Number),
    Column("forgotten_at", UtcDateTime),
    Column("latin_name", Words),
    Column("born_on", Date),
    Column("email", Words),
    Column("address", Sealed),
    Column("prefers", one_of(ReachedBy)),
    Column("stars", Integer),
    Column("nights", Integer),
    Column("board", one_of(Board)),
    Column("sea_line", one_of(SeaLine)),
    Column("habit", Words),
    Column("needs", Sealed),
    Column("source", Words),
    Column("referred_by", Number),
    Column("tags", Keys),
    link("responsible_id", "staff_members", nullable=True),
    of_branch(),
    Column("ask_next", Words),
    Column("told", Keys),
    Column("username", code()),
    Column("language", one_of(Language)),
    partial("ix_clients_merged_into", "merged_into", where=text("merged_into IS NOT NULL")),
    partial("ix_clients_born_on", "born_on", where=text("born_on IS NOT NULL")),
    partial("ix_clients_email", "email", where=text("email IS NOT NULL")),
    partial("ix_clients_referred_by", "referred_by", where=text("referred_by IS NOT NULL")),
    partial("ix_clients_responsible_id", "responsible_id", where=text("responsible_id IS NOT NULL")),
)

_UNUSED = ("zone",)
"""Since a person's clock is kept with the person."""

_mapper = mapped(
    Client,
    clients,
    _UNUSED,
    branch=clients.c.branch_id,
    person=one(Person),
    responsible=one(StaffMember),
    sealed_extra=clients.c.extra,
    sealed_address=clients.c.address,
    sealed_needs=clients.c.needs,
)
sealed(_mapper, clients.c.extra)
sealed(_mapper, clients.c.address)
sealed(_mapper, clients.c.needs)

"""The companions of clients. Their passport numbers are sealed, and found by a keyed hash."""

from sqlalchemy import Column, Date, Table, text

from domain.entities.clients import Client
from domain.entities.companions import Companion
from domain.entities.travellers import Relation
from storage.crypto.sealed import Sealed, sealed
from storage.engine.columns import Number, UtcDateTime, Words, code, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one

_SHOWN = text("same_as IS NULL")
_SEALED = text("passport_hash IS NOT NULL")
_BORN = text("born_on IS NOT NULL")

companions = Table(
    "companions",
    metadata,
    number(),
    link("client_id", "clients", index=True),
    Column("relation", one_of(Relation), nullable=False),
    Column("name", Words, nullable=False),
    Column("renewed_at", UtcDateTime, nullable=False),
    Column("born_on", Date),
    Column("passport", Sealed),
    Column("passport_hash", code()),
    Column("passport_expires", Date),
    Column("citizenship", code(2)),
    Column("traveller", Number),
    Column("same_as", Number),
    partial("ix_companions_shown", "client_id", "renewed_at", "id", "same_as", where=_SHOWN),
    partial("ix_companions_passport_hash", "passport_hash", where=_SEALED),
    partial("ix_companions_born_on", "born_on", where=_BORN),
)

_mapper = mapped(
    Companion,
    companions,
    client=one(Client),
    sealed_passport=companions.c.passport,
    _passport_hash=companions.c.passport_hash,
)
sealed(_mapper, companions.c.passport, found_by=companions.c.passport_hash)

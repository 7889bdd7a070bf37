"""The travellers of deals. Their passport numbers are sealed, and found by a keyed hash."""

from sqlalchemy import Boolean, Column, Date, Table, text

from domain.entities.travellers import Relation, Traveller
from storage.crypto.sealed import Sealed, sealed
from storage.engine.columns import UtcDateTime, Words, code, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata

_OWN = text("relation = 'self'")
_SEALED = text("passport_hash IS NOT NULL")
_IN_CLEAR = text("substr(passport, 1, 7) <> 'sealed:'")

travellers = Table(
    "travellers",
    metadata,
    number(),
    link("deal_id", "deals", index=True),
    Column("relation", one_of(Relation), nullable=False),
    Column("name", Words, nullable=False),
    Column("born_on", Date),
    Column("passport", Sealed),
    Column("passport_expires", Date),
    Column("cancelled_at", UtcDateTime),
    Column("passport_hash", code()),
    Column("extra", Sealed),
    Column("citizenship", code(2)),
    Column("named", Boolean),
    Column("remembered", Boolean),
    partial("ix_travellers_born_on", "born_on", where=_OWN),
    partial("ix_travellers_unnamed", "id", where=text("named IS NULL")),
    partial("ix_travellers_unknown", "id", where=text("remembered IS NULL")),
    partial("ix_travellers_passport_hash", "passport_hash", where=_SEALED),
    partial("ix_travellers_in_clear", "id", where=_IN_CLEAR),
)

_mapper = mapped(
    Traveller,
    travellers,
    _deal_id=travellers.c.deal_id,
    _named=travellers.c.named,
    sealed_passport=travellers.c.passport,
    _passport_hash=travellers.c.passport_hash,
    sealed_extra=travellers.c.extra,
)
sealed(_mapper, travellers.c.passport, found_by=travellers.c.passport_hash)
sealed(_mapper, travellers.c.extra)

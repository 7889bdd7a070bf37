"""Notices: what is to be said unasked, and what became of it."""

from sqlalchemy import BigInteger, Column, Integer, Table, text

from domain.entities.notices import Notice, NoticeState
from domain.entities.people import Person
from domain.notices import KINDS
from storage.engine.columns import (
    Declared,
    FactsDict,
    Number,
    UtcDateTime,
    Words,
    code,
    link,
    number,
    one_of,
    partial,
)
from storage.mapping.registry import mapped, metadata, one

_UNDELIVERED = text("state IN ('waiting', 'sending')")

notices = Table(
    "notices",
    metadata,
    number(),
    Column("key", Words, nullable=False, unique=True),
    Column("kind", Declared("kind of notice", KINDS), nullable=False),
    link("person_id", "persons"),
    Column("due_at", UtcDateTime, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("facts", FactsDict, nullable=False),
    Column("useless_after", UtcDateTime),
    Column("state", one_of(NoticeState), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_until", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("message_id", BigInteger),
    Column("copy_id", BigInteger),
    Column("error", Words),
    # The fact `deal`, once more, where an index can find it.
    Column("deal_id", Number, index=True),
    # What made it: the id its update or its look at the timetable has in the logs.
    Column("trace", code()),
    partial("ix_notices_undelivered", "due_at", "id", where=_UNDELIVERED),
    partial("ix_notices_undelivered_useless", "useless_after", where=_UNDELIVERED),
    partial("ix_notices_undelivered_to", "person_id", "due_at", where=_UNDELIVERED),
)

mapped(Notice, notices, ("deal_id",), sent_as=notices.c.message_id, person=one(Person))

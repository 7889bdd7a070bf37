"""What was said and what was done: interactions, the history, and the notices that are to be delivered."""

from sqlalchemy import BigInteger, Column, Index, Integer, Table, text

from domain.entities.clients import Said
from domain.entities.notices import NoticeState
from domain.notices import KINDS
from storage.engine.columns import (
    Declared,
    Facts,
    Number,
    UtcDateTime,
    Words,
    code,
    link,
    number,
    of_branch,
    one_of,
)
from storage.tables.metadata import metadata
from storage.tables.partial import partial

_UNDELIVERED = text("state IN ('waiting', 'sending')")
_UNSEALED = text("seal IS NULL")

interactions = Table(
    "interactions",
    metadata,
    number(),
    link("client_id", "clients"),
    Column("how", one_of(Said), nullable=False),
    Column("text", Words, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    link("staff_id", "staff_members", nullable=True),
    link("inquiry_id", "inquiries", nullable=True),
    link("deal_id", "deals", nullable=True),
    Index(None, "client_id", "at"),
)

history = Table(
    "history",
    metadata,
    number(),
    Column("subject", code(16), nullable=False),
    Column("subject_id", Number, nullable=False),
    Column("what", code(), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", Words, nullable=False),
    link("actor_person_id", "persons", nullable=True),
    Column("facts", Facts, nullable=False),
    of_branch(),
    # What proves that it was written by us, and its place in the sealed line of its file (storage/crypto/chain.py).
    Column("mark", code()),
    Column("place", Number),
    Column("seal", code()),
    Index(None, "subject", "subject_id", "id"),
    partial("ix_history_unsealed", "id", where=_UNSEALED),
)

notices = Table(
    "notices",
    metadata,
    number(),
    Column("key", Words, nullable=False, unique=True),
    Column("kind", Declared("kind of notice", KINDS), nullable=False),
    link("person_id", "persons"),
    Column("due_at", UtcDateTime, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("facts", Facts, nullable=False),
    Column("useless_after", UtcDateTime),
    Column("state", one_of(NoticeState), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_until", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("message_id", BigInteger),
    Column("error", Words),
    # The fact `deal`, once more, where an index can find it.
    Column("deal_id", Number, index=True),
    # What made it: the id its update or its look at the timetable has in the logs.
    Column("trace", code()),
    partial("ix_notices_undelivered", "due_at", "id", where=_UNDELIVERED),
    partial("ix_notices_undelivered_useless", "useless_after", where=_UNDELIVERED),
    partial("ix_notices_undelivered_to", "person_id", "due_at", where=_UNDELIVERED),
)

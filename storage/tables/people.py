"""Who we deal with: persons with a chat, staff, invitations, clients, and the words they are found by."""

from sqlalchemy import BigInteger, Boolean, Column, Index, PrimaryKeyConstraint, Table

from domain.entities.people import Role
from domain.values.language import Language
from storage.engine.columns import Number, UtcDateTime, Words, code, link, number, of_branch, one_of
from storage.tables.metadata import metadata

branches = Table(
    "branches",
    metadata,
    number(),
    Column("name", Words, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
)

persons = Table(
    "persons",
    metadata,
    number(),
    Column("telegram_id", BigInteger, nullable=False, unique=True),
    Column("name", Words, nullable=False),
    Column("username", Words),
    Column("language", one_of(Language), nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("language_chosen", Boolean, nullable=False),
    Column("unreachable_since", UtcDateTime),
)

staff_members = Table(
    "staff_members",
    metadata,
    number(),
    link("person_id", "persons", unique=True),
    Column("name", Words, nullable=False),
    Column("role", one_of(Role), nullable=False),
    Column("joined_at", UtcDateTime, nullable=False),
    Column("left_at", UtcDateTime),
    of_branch(),
)

invitations = Table(
    "invitations",
    metadata,
    number(),
    Column("token_hash", code(128), nullable=False, unique=True),
    Column("role", one_of(Role), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    link("created_by_id", "staff_members", nullable=True),
    Column("used_at", UtcDateTime),
    link("used_by_id", "persons", nullable=True),
    of_branch(),
)

clients = Table(
    "clients",
    metadata,
    number(),
    Column("name", Words, nullable=False),
    Column("phone", code(), index=True),
    Column("known_since", UtcDateTime, nullable=False),
    link("person_id", "persons", nullable=True, unique=True),
)

search_tokens = Table(
    "search_tokens",
    metadata,
    Column("subject", code(16), nullable=False),
    Column("token", Words, nullable=False),
    Column("subject_id", Number, nullable=False),
    # The key is the search itself: the things of a kind whose token begins so. SQLite keeps no more.
    PrimaryKeyConstraint("subject", "token", "subject_id"),
    Index(None, "subject", "subject_id"),
    sqlite_with_rowid=False,
)

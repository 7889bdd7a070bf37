"""What colleagues notice of the market."""

from sqlalchemy import Column, Table, text

from domain.entities.files import StoredFile
from domain.entities.observations import Observation, Watched
from domain.entities.people import StaffMember
from storage.engine.columns import FactsDict, UtcDateTime, Words, code, link, number, one_of, partial
from storage.mapping.registry import mapped, metadata, one

_SHOWN = text("withdrawn_at IS NULL")

observations = Table(
    "observations",
    metadata,
    number(),
    link("author_id", "staff_members"),
    Column("about", one_of(Watched), nullable=False),
    Column("name", Words, nullable=False),
    Column("key", code(100), nullable=False),
    Column("text", Words, nullable=False),
    Column("noted_at", UtcDateTime, nullable=False),
    Column("translations", FactsDict, nullable=False, server_default=text("'{}'")),
    link("file_id", "stored_files", nullable=True, index=True),
    Column("changed_at", UtcDateTime),
    Column("withdrawn_at", UtcDateTime),
    partial("ix_observations_shown", "about", "key", "id", where=_SHOWN),
    partial("ix_observations_about", "about", "id", where=_SHOWN),
)

mapped(Observation, observations, author=one(StaffMember), file=one(StoredFile))

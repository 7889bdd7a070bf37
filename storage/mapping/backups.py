"""Which backups were made."""

from sqlalchemy import BigInteger, Column, Integer, Table, text

from domain.entities.backups import Backup, BackupState
from storage.engine.columns import UtcDateTime, Words, code, number, one_of, partial
from storage.mapping.registry import mapped, metadata

_UNFINISHED = text("state IN ('wanted', 'making')")

backups = Table(
    "backups",
    metadata,
    number(),
    Column("key", code(128), nullable=False, unique=True),
    Column("asked_at", UtcDateTime, nullable=False, index=True),
    Column("state", one_of(BackupState), nullable=False),
    Column("leased_until", UtcDateTime),
    Column("made_at", UtcDateTime),
    Column("place", Words),
    Column("size", BigInteger),
    Column("sha256", code()),
    Column("rows", BigInteger),
    Column("files", BigInteger),
    Column("seconds", Integer),
    Column("error", Words),
    partial("ix_backups_unfinished", "id", where=_UNFINISHED),
)

mapped(Backup, backups)

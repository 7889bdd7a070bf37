"""Steps from one shape of the tables to the next; one line of them for both databases."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

_LOCK = 7_226_015
"""Replicas that start together migrate one after the other (a PostgreSQL advisory lock)."""


def upgrade(connection: Connection, to: str = "head") -> None:
    """Within the transaction of this connection."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    command.upgrade(configured(connection), to)


def downgrade(connection: Connection, to: str = "base") -> None:
    command.downgrade(configured(connection), to)


@cache
def revisions() -> tuple[str, ...]:
    """All that this program knows, first to last."""
    scripts = ScriptDirectory.from_config(_config())
    return tuple(step.revision for step in reversed(list(scripts.walk_revisions())))


def configured(connection: Connection) -> Config:
    """Alembic's settings, without a file for them."""
    config = _config()
    config.attributes["connection"] = connection
    return config


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config

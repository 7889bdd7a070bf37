"""Steps from one shape of the tables to the next; one line of them for both databases.

Alembic is loaded only when there is a step to take: it costs a tenth of a start and of its memory.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

_LOCK = 7_226_015
"""Replicas that start together migrate one after the other (a PostgreSQL advisory lock)."""

_HERE = Path(__file__).parent


def bring_up_to_date(connection: Connection) -> None:
    """To the newest shape, if it has another."""
    if schema_of(connection) != revisions()[-1]:
        upgrade(connection)


def upgrade(connection: Connection, to: str = "head") -> None:
    """Within the transaction of this connection."""
    from alembic import command

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    command.upgrade(configured(connection), to)


def downgrade(connection: Connection, to: str = "base") -> None:
    from alembic import command

    command.downgrade(configured(connection), to)


def schema_of(connection: Connection) -> str | None:
    """The revision the tables have; None when there are none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT max(version_num) FROM alembic_version"))
    return revision


@cache
def revisions() -> tuple[str, ...]:
    """All that this program knows, first to last: their files are named after them."""
    return tuple(sorted(step.name.partition("_")[0] for step in (_HERE / "versions").glob("[0-9]*.py")))


def configured(connection: Connection) -> "Config":
    """Alembic's settings, without a file for them."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_HERE))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config

"""INSERT … ON CONFLICT DO NOTHING, which both databases know and SQLAlchemy spells once for each."""

from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def insert_new(session: Session, table: Table, key: list[str]) -> Any:
    """An insert of rows whose key is not there yet; others are passed over without an error."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    return dialect.insert(table).on_conflict_do_nothing(index_elements=key)

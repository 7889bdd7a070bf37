"""INSERT … ON CONFLICT DO NOTHING, which both databases know and SQLAlchemy spells once for each."""

from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session


def insert_new(session: Session, table: Table, key: list[str]) -> Any:
    """An insert of rows whose key is not there yet; others are passed over without an error."""
    spelling = _spelling(session.get_bind().dialect.name)
    return spelling.insert(table).on_conflict_do_nothing(index_elements=key)


@cache
def _spelling(dialect: str) -> Any:
    """The database's own words; the other one's are not loaded."""
    return import_module(f"sqlalchemy.dialects.{dialect}")

"""INSERT … ON CONFLICT DO NOTHING, which both databases know and SQLAlchemy spells once for each."""

from functools import cache
from importlib import import_module
from typing import Any

from sqlalchemy import Table

from storage.engine.compiled import Compiled
from storage.session import Session


def insert_new(session: Session, table: Table, *key: str, returning: str | None = None) -> Any:
    """An insert of rows whose key is not there yet; others are passed over without an error.

    `returning` names the column that comes back of those that were new.
    """
    return _insertion(session.dialect, table, key, returning)


def one_new(session: Session, table: Table, *key: str, returning: str) -> Compiled:
    """The same for one row at a time, of which there are many."""
    return _made(session.dialect, table, key, returning)


@cache
def _made(dialect: str, table: Table, key: tuple[str, ...], returning: str) -> Compiled:
    return Compiled(_insertion(dialect, table, key, returning))


@cache
def _insertion(dialect: str, table: Table, key: tuple[str, ...], returning: str | None) -> Any:
    """Once: to build a statement costs more than to run it."""
    new = _spelling(dialect).insert(table).on_conflict_do_nothing(index_elements=key)
    return new if returning is None else new.returning(table.c[returning])


def _spelling(dialect: str) -> Any:
    """The database's own words; the other one's are not loaded."""
    return import_module(f"sqlalchemy.dialects.{dialect}")

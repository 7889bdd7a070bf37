"""A migration takes its types and the names of constraints from `storage/engine/columns.py`; its columns it lists itself.

What a released migration made stays as it is, so it imports nothing of the trade and no table. Should a type of the columns
ever change its meaning, the migrations that used it say what it meant.
"""

from typing import Any

from alembic import op
from sqlalchemy import Column, ForeignKey, Index, TextClause

from storage.engine.columns import Number, spell


def add_table(name: str, *parts: Any, **how: Any) -> None:
    """With its constraints and indexes, as they stand in the mapping."""
    for part in parts:
        if isinstance(part, Index):
            spell(part)
    op.create_table(name, *parts, **how)


def add_link(table: str, name: str, to: str) -> None:
    """A column that refers to another table and may be empty: SQLite takes the reference within the column only."""
    rule = f"fk_{table}_{name}"
    if op.get_context().dialect.name == "sqlite":  # where Alembic would leave the name of the rule out
        op.execute(f"ALTER TABLE {table} ADD COLUMN {name} INTEGER CONSTRAINT {rule} REFERENCES {to} (id)")
    else:
        op.add_column(table, Column(name, Number, ForeignKey(f"{to}.id", name=rule), nullable=True))


def add_index(name: str, table: str, *columns: str, where: TextClause | None = None) -> None:
    """Of some rows only, when it is said which."""
    op.create_index(name, table, list(columns), sqlite_where=where, postgresql_where=where)

"""Indexes of some rows only. Each database spells that its own way, and SQLAlchemy loads all of it to write it down."""

from typing import Any

from sqlalchemy import Index, MetaData, TextClause

_WHERE = "where"


def partial(name: str | None, *columns: str, where: TextClause, **how: Any) -> Index:
    """Over the rows of which this is true. The revisions make it so; here it stands to be compared with them."""
    return Index(name, *columns, info={_WHERE: where}, **how)


def spell_out(metadata: MetaData) -> None:
    """For both databases, before the tables are compared or made from here: the program itself does neither."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if (where := index.info.get(_WHERE)) is not None:
                index.dialect_kwargs.update(sqlite_where=where, postgresql_where=where)

"""Whether the database itself is sound: its file, and that whatever one row refers to is there."""

from collections.abc import Iterator

from sqlalchemy import Table, select, text

from storage.audit.findings import Finding
from storage.mapping import metadata
from storage.session import Session


def unsound(session: Session) -> Iterator[Finding]:
    if session.dialect == "sqlite":
        told = session.execute(text("PRAGMA integrity_check")).scalars().all()
        yield from (Finding(f"the file is damaged: {line}", "database", 0) for line in told if line != "ok")
    for table in metadata.sorted_tables:
        yield from _dangling(session, table)


def _dangling(session: Session, table: Table) -> Iterator[Finding]:
    for key in table.foreign_keys:
        other = key.column.table.alias()
        there = select(other.c.id).where(other.c[key.column.name] == key.parent)
        rows = select(*table.primary_key.columns).where(key.parent.is_not(None), ~there.exists())
        for number, *_rest in session.execute(rows.limit(20)):
            yield Finding(f"its {key.parent.name} is not there", table.name, number)

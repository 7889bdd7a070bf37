"""What the release before this one writes into the history is told in timelines too: a portion at a time, the newest first."""

from typing import Any

from sqlalchemy import bindparam, select, update

from domain.entities.timeline import told_as
from storage.mapping import history
from storage.timelines import clients_of
from storage.unit import SqlUnit

AT_ONCE = 500
"""Entries in one transaction."""


def anything_untold(unit: SqlUnit) -> bool:
    """Whether an entry was not looked at yet."""
    untold = select(history.c.id).where(history.c.told_as.is_(None)).order_by(history.c.id)
    return unit.session.scalars(untold.limit(1)).first() is not None


def tell_some(unit: SqlUnit) -> int:
    """Looks at a portion of them; how many. Twice is fine."""
    wanted = select(history.c.id, history.c.subject, history.c.subject_id, history.c.what)
    untold = wanted.where(history.c.told_as.is_(None)).order_by(history.c.id.desc()).limit(AT_ONCE)
    rows = unit.session.execute(untold).all()
    found = clients_of(unit.session, rows)
    values = []
    for row in rows:
        kind, client = told_as(row.subject, row.what), found.get((row.subject, row.subject_id))
        told = {"kind": kind, "client": client} if kind and client else {"kind": "", "client": None}
        values.append({"number": row.id, **told})
    if values:
        beside: dict[str, Any] = {"told_as": bindparam("kind"), "client_id": bindparam("client")}
        told_now = update(history).where(history.c.id == bindparam("number")).values(beside)
        unit.session.connection().execute(told_now, values)
    return len(rows)

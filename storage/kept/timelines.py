"""What the release before this one writes into the history is told as this one does: a portion at a time, the newest first."""

from typing import Any

from sqlalchemy import bindparam, select, update

from domain.entities.timeline import told_as
from storage.mapping import history
from storage.mapping.history import LUMPED
from storage.timelines import clients_of
from storage.unit import SqlUnit

AT_ONCE = 500
"""Entries of either sort in one transaction."""
_UNTOLD = (history.c.told_as.is_(None), LUMPED)


def anything_untold(unit: SqlUnit) -> bool:
    """Whether an entry was not looked at yet, or stands among the messages and is none."""
    some = (select(history.c.id).where(one).order_by(history.c.id).limit(1) for one in _UNTOLD)
    return any(unit.session.scalars(one).first() is not None for one in some)


def tell_some(unit: SqlUnit) -> int:
    """Looks at a portion of them; how many. Twice is fine."""
    wanted = select(history.c.id, history.c.subject, history.c.subject_id, history.c.what)
    newest_first = (wanted.where(one).order_by(history.c.id.desc()) for one in _UNTOLD)
    rows = [row for one in newest_first for row in unit.session.execute(one.limit(AT_ONCE))]
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

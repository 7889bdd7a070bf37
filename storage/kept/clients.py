"""What is new names a client's file that still stands for itself, whatever became of the file meanwhile.

Who writes to a file and who joins it with another wait for each other on PostgreSQL: a new row that names the file needs a
share of its lock. So a row that names a file which was left behind in the meantime is seen here, and its work done once more.
"""

from typing import Any

from sqlalchemy import event, select
from sqlalchemy.orm import UOWTransaction

from domain.entities.clients import Client
from storage.mapping import clients
from storage.session import LeftBehind, Session


@event.listens_for(Session, "after_flush")
def _still_there(session: Session, _flush: UOWTransaction) -> None:
    """On SQLite writers are alone. Raises LeftBehind."""
    if session.dialect == "sqlite":
        return
    new = [*session.new]
    named = {_named(thing) for thing in new} - {None} - {one.id for one in new if isinstance(one, Client)}
    if named:
        left = select(clients.c.id).where(clients.c.id.in_(sorted(named)), clients.c.merged_into.is_not(None))
        if session.connection().execute(left.limit(1)).first() is not None:
            raise LeftBehind


def _named(thing: Any) -> int | None:
    client = vars(thing).get("client")
    return client.id if isinstance(client, Client) else None

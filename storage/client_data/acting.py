"""Acting on all that is kept of a client. Who may, and what else is to be done, is for whoever calls."""

from typing import Any

from sqlalchemy import Update, delete, select, update

from storage.client_data.declared import DATA, ClientData
from storage.session import Session

Row = dict[str, Any]


def repoint(session: Session, client: int, to: int) -> dict[str, int]:
    """What names one client names the other from now on; how many rows of each table.

    Left are the client's own file with its history, which is sealed, and the words it is found by. What was filled into its
    fields and what hangs on it goes over by `merge_fields` and `merge_items` of the trade, which tell the history.
    """
    session.flush()
    done = {}
    for name, data in DATA.items():
        if data.client is not None:
            theirs = update(data.table).where(data.rows(client)).values({data.client: to})
            done[name] = session.connection().execute(theirs).rowcount
    return done


def export(session: Session, client: int) -> dict[str, list[Row]]:
    """Everything that is the client's to have, by table, oldest first; tables without anything are left out."""
    session.flush()
    found = {name: _exported(session, data, client) for name, data in DATA.items() if data.export}
    return {name: rows for name, rows in found.items() if rows}


def _exported(session: Session, data: ClientData, client: int) -> list[Row]:
    table = data.table
    wanted = select(*table.primary_key, *(table.c[name] for name in data.export)).where(data.rows(client))
    rows = session.connection().execute(wanted.order_by(*table.primary_key)).mappings()
    return [{name: _read(session, data, name, row) for name in data.export} for row in rows]


def _read(session: Session, data: ClientData, name: str, row: Any) -> Any:
    opens = data.opens.get(name)
    return opens(session, row["id"], row[name]) if opens else row[name]


def shred(session: Session, client: int) -> dict[str, int]:
    """What is personal is no more; how many rows of each table. What the books need stays, and says no name."""
    session.flush()
    done = {}
    for name, data in DATA.items():
        if data.deleted:
            done[name] = session.connection().execute(delete(data.table).where(data.rows(client))).rowcount
        elif data.shred:
            done[name] = session.connection().execute(_shredded(data, client)).rowcount
    return done


def _shredded(data: ClientData, client: int) -> Update:
    return update(data.table).where(data.rows(client)).values(dict(data.shred))

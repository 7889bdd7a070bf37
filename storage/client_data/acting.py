"""Acting on all that is kept of a client. Who may, and what else is to be done, is for whoever calls."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Update, delete, select, update
from sqlalchemy.orm import object_mapper
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.orm.util import identity_key

from domain.entities.clients import Client
from storage.client_data.declared import DATA, ClientData
from storage.session import Session

Row = dict[str, Any]
Numbers = dict[str, list[int]]
"""Of rows, by their table."""
_AT_ONCE = 500
"""So many rows are named in one statement."""


def repoint(session: Session, client: int, to: int) -> Numbers:
    """What names one client names the other from now on; the numbers of these rows, by table.

    Left are the client's own file with its history, which is sealed, and the words it is found by. What was filled into its
    fields and what hangs on it goes over by `merge_fields` and `merge_items` of the trade, which tell the history.
    """
    session.flush()
    done: Numbers = {}
    for name, data in DATA.items():
        if data.client is not None:
            column = data.table.c[data.client]
            theirs = select(data.table.c.id).where(column == client).order_by(data.table.c.id)
            done[name] = [*session.connection().execute(theirs).scalars()]
    repoint_some(session, done, client, to)
    return {name: numbers for name, numbers in done.items() if numbers}


def repoint_some(session: Session, rows: Mapping[str, Sequence[int]], client: int, to: int) -> None:
    """Of these rows, those that still name the one client name the other from now on."""
    session.flush()
    for name, numbers in rows.items():
        data = DATA[name]
        assert data.client is not None
        column = data.table.c[data.client]
        for start in range(0, len(numbers), _AT_ONCE):
            some = data.table.c.id.in_(numbers[start : start + _AT_ONCE])
            named = update(data.table).where(some, column == client).values({data.client: to})
            session.connection().execute(named)
        _tell_at_hand(session, column, {*numbers}, client, to)


def _tell_at_hand(session: Session, column: Column[Any], numbers: set[int], client: int, to: int) -> None:
    """What was loaded before says so too."""
    other = session.identity_map.get(identity_key(Client, to))
    at_hand: list[Any] = [*session.identity_map.values()]
    for thing in at_hand:
        mapper = object_mapper(thing)
        if mapper.local_table is not column.table or thing.id not in numbers:
            continue
        name = mapper.get_property_by_column(column).key
        if vars(thing).get(name) != client:
            continue
        set_committed_value(thing, name, to)
        for relation in mapper.relationships:
            if column in relation.local_columns:
                set_committed_value(thing, relation.key, other)


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

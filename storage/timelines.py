"""Whose timeline an entry of the history is told in: written beside it, so that a timeline of any length is read from an index.

What the release before this one writes has neither: `storage/kept/timelines.py` adds it.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Mapper, class_mapper
from sqlalchemy.orm.util import identity_key

from domain.entities.history import HistoryEntry
from domain.entities.timeline import TOLD_AS, told_as
from storage.client_data.declared import DATA, SUBJECTS_OF_CLIENTS
from storage.mapping import clients
from storage.mapping.registry import mappers
from storage.session import Session


def told_of(session: Session, entry: HistoryEntry) -> dict[str, Any]:
    """What stands beside the entry."""
    kind = told_as(entry.subject, entry.what)
    client = _client_of(session, entry.subject, entry.subject_id) if kind else None
    return {"told_as": kind if client is not None else "", "client_id": client}


def clients_of(session: Session, rows: Sequence[Any]) -> dict[tuple[str, int], int]:
    """Of those that are told, by subject and number."""
    found: dict[tuple[str, int], int] = {}
    for subject in {subject for subject, _what in TOLD_AS}:
        numbers = {row.subject_id for row in rows if row.subject == subject}
        column = _names_client(subject)
        if not numbers or column is None:
            continue
        theirs = select(column.table.c.id, column).where(column.table.c.id.in_(sorted(numbers)))
        found |= {(subject, number): client for number, client in session.execute(theirs)}
    return found


def _client_of(session: Session, subject: str, number: int) -> int | None:
    """Asked of what is at hand, where it is."""
    if subject == "client":
        return number
    column = _names_client(subject)
    if column is None:
        return None
    mapper = _mapper_of(column.table)
    thing = None if mapper is None else session.identity_map.get(identity_key(mapper.class_, number))
    if mapper is not None and thing is not None:
        named: int | None = vars(thing).get(mapper.get_property_by_column(column).key)
        if named is not None:
            return named
    return session.execute(select(column).where(column.table.c.id == number)).scalar()


@cache
def _names_client(subject: str) -> Column[Any] | None:
    """The column that tells whose such a thing is."""
    table = SUBJECTS_OF_CLIENTS.get(subject)
    if table is None:
        return None
    data = DATA[table]
    if data.table is clients:
        return clients.c.id
    return None if data.client is None else data.table.c[data.client]


@cache
def _mapper_of(table: Table) -> Mapper[Any] | None:
    everything: Iterable[Mapper[Any]] = mappers.mappers
    return next((class_mapper(one.class_) for one in everything if one.local_table is table), None)

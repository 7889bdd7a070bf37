"""Who is this? Asked by every update, so by a compiled statement: a person with their role and client file.

What it brings belongs to the session like all that its own queries bring. How often the agency's definitions were changed
comes with it, so that nobody has to ask.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Column, Table, bindparam, select
from sqlalchemy.orm import class_mapper

from domain.entities.clients import Client
from domain.entities.people import Person, StaffMember
from storage.crypto.sealed import SEALED, place_of
from storage.engine.compiled import Compiled
from storage.mapping import clients, persons, staff_members
from storage.mapping.definitions import version_now
from storage.repositories.clients import SqlClients
from storage.session import Session

T = TypeVar("T")
Roles = tuple[Person, StaffMember | None, Client | None]


def identity(session: Session, telegram_id: int) -> Roles | None:
    """None for somebody who was never here."""
    session.autoflushed()
    for version, *row in session.rows(_WHO, telegram_id=telegram_id):
        session.definitions_version = version or 0
        person = session.bring(Person, dict(zip(_PERSON, row, strict=False)))
        member, client = row[len(_PERSON) : -len(_CLIENT)], row[-len(_CLIENT) :]
        file = _theirs(session, Client, _CLIENT, client, person)
        if file is not None and file.merged_into is not None:
            file = SqlClients(session).led(file)
        return person, _theirs(session, StaffMember, _MEMBER, member, person), file
    return None


def _theirs(
    session: Session, kind: type[T], names: list[str], row: Sequence[Any], person: Person
) -> T | None:
    """None when there is no such row."""
    facts = dict(zip(names, row, strict=True))
    if facts["id"] is None:
        return None
    for attribute, column in _SEALED.items():
        if (kept := facts.get(attribute)) is not None:
            kept.put(place_of(column, facts["id"]), session.keys)
    return session.bring(kind, facts | {"person": person})


def _columns(kind: type, table: Table) -> list[Column[Any]]:
    """Those that are attributes of it."""
    mapped = class_mapper(kind).columns
    return [column for column in table.c if mapped.contains_column(column)]


_SEALED = {
    class_mapper(Client).get_property_by_column(column).key: column
    for column in SEALED
    if column.table is clients
}
_KINDS = ((Person, persons), (StaffMember, staff_members), (Client, clients))
_PERSON, _MEMBER, _CLIENT = (
    [class_mapper(kind).get_property_by_column(column).key for column in _columns(kind, table)]
    for kind, table in _KINDS
)
_JOINED = persons.outerjoin(staff_members).outerjoin(clients, clients.c.person_id == persons.c.id)
_WHO = Compiled(
    select(
        version_now.scalar_subquery(), *(column for kind, table in _KINDS for column in _columns(kind, table))
    )
    .select_from(_JOINED)
    .where(persons.c.telegram_id == bindparam("telegram_id"))
)

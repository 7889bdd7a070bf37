"""Forgetting a client in the database: what of the history tells of them, what is shredded, what is left of their chat."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, delete, or_, select, update

from domain.entities.forgets import Forget
from storage.client_data.acting import shred
from storage.client_data.declared import DATA, numbers
from storage.crypto.blotting import without_words
from storage.mapping import clients, history, notices, persons, staff_members, stored_files
from storage.mapping.merging import doubts, merges
from storage.session import Session

Entries = dict[tuple[str, int], list[int]]
"""Of the history, by the file they are in."""
_ABOUT = {
    "deal": "deals",
    "inquiry": "inquiries",
    "interaction": "interactions",
    "client": "clients",
    "idea": "ideas",
}
"""By the name of a notice's fact: what it is the number of."""


def entries_about(session: Session, client: int) -> Entries:
    """The histories of all that is theirs, and what others' tell of their files having been one."""
    found: Entries = {}
    for row in session.execute(
        select(history.c.id, history.c.subject, history.c.subject_id).where(DATA["history"].rows(client))
    ):
        found.setdefault((row.subject, row.subject_id), []).append(row.id)
    mine = {*session.scalars(numbers("clients", client))}
    for other in _held_beside(session, mine):
        rows = session.execute(
            select(history.c.id, history.c.facts).where(
                history.c.subject == "client", history.c.subject_id == other
            )
        )
        told = [row.id for row in rows if row.facts.get("other") in mine]
        if told:
            found.setdefault(("client", other), []).extend(told)
    return found


def _held_beside(session: Session, mine: Collection[int]) -> set[int]:
    """Files that were ever thought to be theirs too, or joined with theirs."""
    found: set[int] = set()
    for table, one, other in ((doubts, "first", "second"), (merges, "left_behind", "kept")):
        rows = session.execute(
            select(table.c[one], table.c[other]).where(or_(table.c[one].in_(mine), table.c[other].in_(mine)))
        )
        found |= {number for row in rows for number in row}
    return found - {*mine}


def whose_words(session: Session, client: int) -> tuple[set[int], set[str]]:
    """The persons and the names by which they are said to have done something."""
    who = session.execute(
        select(clients.c.name, clients.c.person_id).where(DATA["clients"].rows(client))
    ).all()
    persons_ = {row.person_id for row in who if row.person_id is not None}
    theirs = DATA["persons"].rows(client)
    names = {row.name for row in who} | {*session.scalars(select(persons.c.name).where(theirs))}
    return {*session.scalars(select(persons.c.id).where(theirs, persons.c.id.in_(persons_)))}, names


def shred_all(session: Session, client: int) -> list[str]:
    """Everything personal goes, in notices to others too; the names of files that may be left in our store."""
    session.flush()
    theirs = select(stored_files.c.content_hash).where(DATA["stored_files"].rows(client))
    hashes = {one for one in session.scalars(theirs) if one}
    _hush_others(session, client)
    connection = session.connection()
    copies = DATA["data_copies"]
    for parts in session.scalars(select(copies.table.c.parts).where(copies.rows(client))):
        hashes |= {*parts}
    connection.execute(
        update(stored_files).where(DATA["stored_files"].rows(client)).values(content_hash=None)
    )
    shred(session, client)
    return sorted(hashes)


def _hush_others(session: Session, client: int) -> None:
    """What colleagues were told about things of theirs, in words."""
    for fact, table in _ABOUT.items():
        about = notices.c.facts[fact].as_integer().in_(numbers(table, client))
        for row in session.execute(select(notices.c.id, notices.c.facts).where(about)).all():
            words = update(notices).where(notices.c.id == row.id).values(facts=without_words(row.facts))
            session.connection().execute(words)


def still_used(session: Session, hashes: Collection[str]) -> set[str]:
    """Which of these files somebody else has sent too."""
    wanted: ColumnElement[bool] = stored_files.c.content_hash.in_(hashes)
    return {*session.scalars(select(stored_files.c.content_hash).where(wanted))}


def sent_once(session: Session, name: str) -> bool:
    """Whether nobody else has sent this file."""
    theirs = select(stored_files.c.id).where(stored_files.c.content_hash == name).limit(2)
    return len(session.scalars(theirs).all()) == 1


def told_or_never(session: Session, forget: Forget) -> bool:
    """Whether their last notice is on its way no more."""
    assert forget.person is not None
    waits = notices.c.state.in_(("waiting", "sending"))
    return (
        session.execute(select(notices.c.id).where(notices.c.person_id == forget.person.id, waits)).first()
        is None
    )


def cut_off(session: Session, person: int) -> None:
    """Nothing leads from the person to a chat any more, unless they have come back meanwhile."""
    back: Any = session.execute(select(clients.c.id).where(clients.c.person_id == person)).first()
    works_here = session.execute(
        select(staff_members.c.id).where(staff_members.c.person_id == person)
    ).first()
    if back is None and works_here is None:
        connection = session.connection()
        connection.execute(delete(notices).where(notices.c.person_id == person))
        connection.execute(update(persons).where(persons.c.id == person).values(telegram_id=-person))

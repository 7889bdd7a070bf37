"""A client's file of which nothing is known but itself, and how it goes: its number is never given to another."""

from sqlalchemy import ColumnElement, delete, exists, func, or_, select

from domain.entities.clients import Client
from storage.client_data.acting import shred
from storage.client_data.declared import DATA, ClientData
from storage.mapping import clients, interactions, own_item_links, search_tokens
from storage.mapping.merging import doubts
from storage.session import Session


def erase_bare(session: Session, client: Client, note: int | None) -> bool:
    """With this note, when nothing else names it; False when something does."""
    session.flush()
    if not _is_bare(session, client.id, note):
        return False
    if note is not None:
        session.execute(delete(interactions).where(interactions.c.id == note))
    _erase(session, client)
    return True


def _is_bare(session: Session, client: int, note: int | None) -> bool:
    """Whatever else is declared to name a client is of the trade."""
    naming = [_named(data, client, note) for data in DATA.values() if data.client]
    hung = exists().where(own_item_links.c.subject == "client", own_item_links.c.subject_id == client)
    sent = exists().where(clients.c.referred_by == client)
    return not session.execute(select(or_(*naming, hung, sent))).scalar()


def _erase(session: Session, client: Client) -> None:
    """The row is deleted; on SQLite, which gives the highest number once more, the newest one is emptied instead."""
    number = client.id
    session.execute(
        delete(search_tokens).where(search_tokens.c.subject == "client", search_tokens.c.subject_id == number)
    )
    session.execute(delete(doubts).where(or_(doubts.c.first == number, doubts.c.second == number)))
    if session.dialect == "sqlite" and session.execute(select(func.max(clients.c.id))).scalar() == number:
        shred(session, number)
        session.expire(client)
        return
    session.expunge(client)
    session.execute(delete(clients).where(clients.c.id == number))


def _named(data: ClientData, client: int, note: int | None) -> ColumnElement[bool]:
    assert data.client is not None
    others = (data.table.c.id != note,) if note and data.table is interactions else ()
    return exists(select(data.table.c.id).where(data.table.c[data.client] == client, *others))

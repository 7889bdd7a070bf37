"""Travellers are found by their names: the words are kept with every flush, so that no use case has to think of it.

What the release before this one wrote has none yet; `name_some` gives them, a portion at a time.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import event, inspect, select, update
from sqlalchemy.orm import UOWTransaction

from domain.entities.travellers import Traveller
from storage.mapping import travellers
from storage.search.tokens import client_tokens, replace_tokens
from storage.session import Session
from storage.unit import SqlUnit

SUBJECT = "traveller"
AT_ONCE = 200
"""Travellers in one transaction."""


@event.listens_for(Session, "before_flush", insert=True)
def _mark(session: Session, _flush: UOWTransaction, _things: Any) -> None:
    for one in _renamed([*session.new, *session.dirty]):
        one._named = True  # type: ignore[attr-defined]


@event.listens_for(Session, "after_flush")
def _keep(session: Session, _flush: UOWTransaction) -> None:
    for one in _renamed([*session.new, *session.dirty]):
        replace_tokens(session, SUBJECT, one.id, client_tokens(one.name, None))


def _renamed(things: Iterable[Any]) -> list[Traveller]:
    return [
        one
        for one in things
        if isinstance(one, Traveller) and inspect(one).attrs["name"].history.has_changes()
    ]


def anybody_unnamed(unit: SqlUnit) -> bool:
    """Whether a traveller cannot be found by name yet."""
    unnamed = select(travellers.c.id).where(travellers.c.named.is_(None)).order_by(travellers.c.id)
    return unit.session.scalars(unnamed.limit(1)).first() is not None


def name_some(unit: SqlUnit) -> int:
    """Makes a portion of them to be found; how many. Twice is fine."""
    unnamed = select(travellers.c.id, travellers.c.name).where(travellers.c.named.is_(None))
    rows = unit.session.execute(unnamed.order_by(travellers.c.id).limit(AT_ONCE)).all()
    for row in rows:
        replace_tokens(unit.session, SUBJECT, row.id, client_tokens(row.name, None))
        unit.session.execute(update(travellers).where(travellers.c.id == row.id).values(named=True))
    return len(rows)

"""Companions who have not travelled yet are found by their names: the words are kept with every flush.

Whoever has travelled is found as a traveller, and would stand in what is found twice.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import UOWTransaction

from domain.entities.companions import Companion
from storage.search.tokens import client_tokens, replace_tokens
from storage.session import Session

SUBJECT = "companion"
_TELLING = ("name", "traveller", "same_as")


@event.listens_for(Session, "after_flush")
def _keep(session: Session, _flush: UOWTransaction) -> None:
    for one in _changed([*session.new, *session.dirty]):
        replace_tokens(session, SUBJECT, one.id, _tokens(one))
    for one in session.deleted:
        if isinstance(one, Companion):
            replace_tokens(session, SUBJECT, one.id, ())


def _tokens(one: Companion) -> set[str]:
    found = one.traveller is None and one.same_as is None
    return client_tokens(one.name, None) if found else set()


def _changed(things: Iterable[Any]) -> list[Companion]:
    return [one for one in things if isinstance(one, Companion) and _is_told(one)]


def _is_told(one: Companion) -> bool:
    told = inspect(one).attrs
    return any(told[name].history.has_changes() for name in _TELLING)

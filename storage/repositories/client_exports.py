"""Clients to give away as a file: read as plain rows, many at a time."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, Select, exists, func, or_, select

from domain.entities.client_exports import ClientFilter, GivenClient
from domain.values.spelling import spellings
from storage.crypto.sealed import SealedText, place_of
from storage.mapping import clients, deals, search_tokens, trips
from storage.repositories.consents import wants_mailings
from storage.repositories.reach import reached
from storage.session import Session

_TOLD = ("id", "name", "latin_name", "phone", "email", "born_on", "address", "source", "tags")


class SqlGivenClients:
    def __init__(self, session: Session, reach: int | None = None) -> None:
        self._session, self._reach = session, reach

    def some(self, wanted: ClientFilter, limit: int, after: int = 0) -> Sequence[GivenClient]:
        self._session.flush()
        told = self._wanted(wanted, *(clients.c[name] for name in _TOLD)).where(clients.c.id > after)
        rows = self._session.execute(told.order_by(clients.c.id).limit(limit)).all()
        return [self._given(*row) for row in rows]

    def count(self, wanted: ClientFilter, most: int) -> int:
        self._session.flush()
        some = self._wanted(wanted, clients.c.id).limit(most).subquery()
        return self._session.execute(select(func.count()).select_from(some)).scalar_one()

    def _wanted(self, wanted: ClientFilter, *columns: Column[Any]) -> Select[Any]:
        found = select(*columns).where(
            clients.c.merged_into.is_(None), *reached(clients.c.branch_id, self._reach)
        )
        if wanted.tag is not None:
            tagged = exists().where(
                search_tokens.c.subject == "client",
                search_tokens.c.token.in_(sorted(spellings(f"#{wanted.tag}"))),
                search_tokens.c.subject_id == clients.c.id,
            )
            found = found.where(tagged)
        if wanted.responsible is not None:
            found = found.where(clients.c.responsible_id == wanted.responsible)
        if wanted.branch is not None:
            found = found.where(clients.c.branch_id == wanted.branch)
        if wanted.travelled_since is not None or wanted.travelled_until is not None:
            found = found.where(clients.c.id.in_(_travelled(wanted.travelled_since, wanted.travelled_until)))
        if wanted.trip is not None:
            along = deals.c.trip_id == wanted.trip, deals.c.lost_reason.is_(None)
            found = found.where(clients.c.id.in_(select(deals.c.client_id).where(*along)))
        return found.where(wants_mailings()) if wanted.mailings else found

    def _given(self, number: int, *told: Any) -> GivenClient:
        facts = dict(zip(_TOLD[1:], told, strict=True))
        sealed: SealedText | None = facts["address"]
        if sealed is not None:
            facts["address"] = sealed.put(place_of(clients.c.address, number), self._session.keys).opened()
        return GivenClient(number, **facts)


def _travelled(since: date | None, until: date | None) -> Select[Any]:
    """The clients of journeys that were told to begin, back by then and begun by then."""
    gone = select(deals.c.client_id).outerjoin(trips, trips.c.id == deals.c.trip_id)
    gone = gone.where(deals.c.lost_reason.is_(None), deals.c.told_at.is_not(None))
    if since is not None:
        gone = gone.where(func.coalesce(trips.c.returns, deals.c.ends) >= since)
    if until is not None:
        gone = gone.where(or_(trips.c.departs <= datetime.combine(until, time.max), deals.c.starts <= until))
    return gone

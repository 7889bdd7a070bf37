"""The participant list of a trip, in three statements however many people travel."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, exists, func, select

from domain.entities.branches import within
from domain.entities.documents import GOOD
from domain.entities.participants import (
    BorderLine,
    BorderList,
    Participant,
    ParticipantDeal,
    ParticipantList,
)
from domain.entities.stages import LOST
from domain.entities.trips import Trip
from domain.values.money import Money
from storage.crypto.sealed import SealedText, place_of
from storage.mapping import clients, deals, documents, payments, travellers
from storage.repositories.steps import at_stage
from storage.session import Session


def participants_of(
    session: Session,
    trip: Trip,
    stage: str | None,
    reach: int | None = None,
    fields: bool = False,  # noqa: FBT001
) -> ParticipantList:
    """One participant per seat of the deals that are not lost (and are at this stage, if one is named).

    The seats are everybody's; the money is that of deals within reach only, and so are the values of `fields`.
    """
    wanted = [deals.c.trip_id == trip.id, deals.c.step_key != LOST]
    if stage is not None:
        wanted.append(at_stage(stage))
    rows = _deals(session, wanted)
    named, paid = _travellers(session, wanted), _paid(session, wanted)
    own = [row for row in rows if within(reach, row.branch_id)]
    return ParticipantList(
        trip=trip.title,
        departs=trip.departs.date(),
        seats=trip.seats,
        stage=stage,
        participants=tuple(_seats(rows, named, _Values(session, reach) if fields else None)),
        deals=tuple(_money(own, paid)),
        currency=trip.currency,
    )


def border_of(session: Session, trip: Trip, reach: int | None = None) -> BorderList:
    """In two statements. Of deals out of reach, only who goes: their passports are not even opened."""
    wanted = [deals.c.trip_id == trip.id, deals.c.step_key != LOST]
    rows, named = _deals(session, wanted), _travellers(session, wanted)
    lines = [
        _border_line(session, row, one, whole=within(reach, row.branch_id))
        for row in rows
        for one in named.get(row.id, [])
    ]
    seats = sum(row.seats for row in rows)
    return BorderList(trip.title, trip.departs.date(), trip.returns, tuple(lines), max(0, seats - len(lines)))


def _border_line(session: Session, deal: Row[Any], one: Row[Any], *, whole: bool) -> BorderLine:
    if not whole:
        return BorderLine(one.id, deal.id, one.name, within_reach=False)
    sealed = one.passport
    place = place_of(travellers.c.passport, one.id)
    passport = sealed.put(place, session.keys).opened() if sealed is not None else None
    return BorderLine(one.id, deal.id, one.name, one.born_on, one.citizenship, passport, one.passport_expires)


def _deals(session: Session, wanted: list[ColumnElement[bool]]) -> list[Row[Any]]:
    columns = deals.c.id, deals.c.seats, deals.c.step_key, deals.c.confirmed_at, deals.c.price_minor
    client = clients.c.name, clients.c.phone, deals.c.currency, deals.c.branch_id
    said = deals.c.absent_at, deals.c.late_minutes
    extra = deals.c.extra, clients.c.extra.label("client_extra"), deals.c.client_id
    return list(
        session.execute(
            select(*columns, *client, *said, *extra).join(clients).where(*wanted).order_by(deals.c.id)
        )
    )


def _travellers(session: Session, wanted: list[ColumnElement[bool]]) -> dict[int, list[Any]]:
    column = travellers.c
    facts = column.deal_id, column.name, column.id, column.extra, column.citizenship
    particulars = column.born_on, column.passport, column.passport_expires
    good = exists().where(
        documents.c.deal_id == column.deal_id,
        documents.c.traveller_id == column.id,
        documents.c.state.in_(GOOD),
    )
    going = select(*facts, *particulars, good.label("sent")).join(deals).where(*wanted)
    named: dict[int, list[Any]] = defaultdict(list)
    for row in session.execute(going.where(column.cancelled_at.is_(None)).order_by(column.id)):
        named[row.deal_id].append(row)
    return named


def _paid(session: Session, wanted: list[ColumnElement[bool]]) -> dict[int, int]:
    sums = select(payments.c.deal_id, func.sum(payments.c.minor)).join(deals).where(*wanted)
    counted = sums.where(payments.c.cancelled_at.is_(None)).group_by(payments.c.deal_id)
    return {deal: int(minor) for deal, minor in session.execute(counted)}


class _Values:
    """Opens what was filled into the fields of a seat: of the traveller, the deal and the client."""

    def __init__(self, session: Session, reach: int | None) -> None:
        self._keys, self._reach = session.keys, reach

    def of(self, deal: Row[Any], traveller: Row[Any] | None) -> dict[str, Any]:
        """By the keys of the fields. Of a deal out of reach only the traveller's."""
        values: dict[str, Any] = {}
        if within(self._reach, deal.branch_id):
            values |= self._opened(clients.c.extra, deal.client_id, deal.client_extra)
            values |= self._opened(deals.c.extra, deal.id, deal.extra)
        if traveller is not None:
            values |= self._opened(travellers.c.extra, traveller.id, traveller.extra)
        return values

    def _opened(self, column: Column[Any], number: int, kept: SealedText | None) -> dict[str, Any]:
        if kept is None:
            return {}
        found: dict[str, Any] = json.loads(kept.put(place_of(column, number), self._keys).opened())
        return found


def _seats(
    rows: Iterable[Row[Any]], named: dict[int, list[Any]], values: _Values | None
) -> Iterator[Participant]:
    for row in rows:
        going = named.get(row.id, [])
        nameless = [None] * (row.seats - len(going))
        for one in [*going, *nameless]:
            yield Participant(
                deal=row.id,
                client=row.name,
                phone=row.phone,
                traveller=one.name if one is not None else None,
                step=row.step_key,
                confirmed=row.confirmed_at is not None,
                absent=row.absent_at is not None,
                late=row.late_minutes,
                person=one.id if one is not None else None,
                told=one is not None and _told(one),
                values=values.of(row, one) if values is not None else {},
            )


def _told(one: Row[Any]) -> bool:
    return None not in (one.born_on, one.passport, one.passport_expires) and one.sent


def _money(rows: Iterable[Row[Any]], paid: dict[int, int]) -> Iterator[ParticipantDeal]:
    for row in rows:
        yield ParticipantDeal(
            deal=row.id,
            client=row.name,
            seats=row.seats,
            price=Money(row.price_minor, row.currency),
            paid=Money(paid.get(row.id, 0), row.currency),
        )

"""The participant list of a trip, in three statements however many people travel."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select

from domain.entities.branches import within
from domain.entities.participants import Participant, ParticipantDeal, ParticipantList
from domain.entities.pipeline import LOST
from domain.entities.trips import Trip
from domain.values.money import Money
from storage.mapping import clients, deals, payments, travellers
from storage.repositories.steps import at_stage
from storage.session import Session


def participants_of(
    session: Session, trip: Trip, stage: str | None, reach: int | None = None
) -> ParticipantList:
    """One participant per seat of the deals that are not lost (and are at this stage, if one is named).

    The seats are everybody's; the money is that of deals within reach only.
    """
    wanted = [deals.c.trip_id == trip.id, deals.c.step_key != LOST]
    if stage is not None:
        wanted.append(at_stage(stage))
    rows = _deals(session, wanted)
    named, paid = _names(session, wanted), _paid(session, wanted)
    own = [row for row in rows if within(reach, row.branch_id)]
    return ParticipantList(
        trip=trip.title,
        departs=trip.departs.date(),
        seats=trip.seats,
        stage=stage,
        participants=tuple(_seats(rows, named)),
        deals=tuple(_money(own, paid)),
        currency=trip.currency,
    )


def _deals(session: Session, wanted: list[ColumnElement[bool]]) -> list[Row[Any]]:
    columns = deals.c.id, deals.c.seats, deals.c.step_key, deals.c.confirmed_at, deals.c.price_minor
    client = clients.c.name, clients.c.phone, deals.c.currency, deals.c.branch_id
    return list(session.execute(select(*columns, *client).join(clients).where(*wanted).order_by(deals.c.id)))


def _names(session: Session, wanted: list[ColumnElement[bool]]) -> dict[int, list[str]]:
    going = select(travellers.c.deal_id, travellers.c.name).join(deals).where(*wanted)
    named = defaultdict(list)
    for deal, name in session.execute(
        going.where(travellers.c.cancelled_at.is_(None)).order_by(travellers.c.id)
    ):
        named[deal].append(name)
    return named


def _paid(session: Session, wanted: list[ColumnElement[bool]]) -> dict[int, int]:
    sums = select(payments.c.deal_id, func.sum(payments.c.minor)).join(deals).where(*wanted)
    counted = sums.where(payments.c.cancelled_at.is_(None)).group_by(payments.c.deal_id)
    return {deal: int(minor) for deal, minor in session.execute(counted)}


def _seats(rows: Iterable[Row[Any]], named: dict[int, list[str]]) -> Iterator[Participant]:
    for row in rows:
        names = named.get(row.id, [])
        nameless = [None] * (row.seats - len(names))
        for name in [*names, *nameless]:
            yield Participant(
                deal=row.id,
                client=row.name,
                phone=row.phone,
                traveller=name,
                step=row.step_key,
                confirmed=row.confirmed_at is not None,
            )


def _money(rows: Iterable[Row[Any]], paid: dict[int, int]) -> Iterator[ParticipantDeal]:
    for row in rows:
        yield ParticipantDeal(
            deal=row.id,
            client=row.name,
            seats=row.seats,
            price=Money(row.price_minor, row.currency),
            paid=Money(paid.get(row.id, 0), row.currency),
        )

"""Journeys of a client that are over, in two statements: what each was called and when, and who went along."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select

from domain.entities.client_sketch import Journey
from domain.entities.stages import LOST
from domain.entities.travellers import Relation
from domain.values.language import Language
from domain.values.translated import Translated
from storage.mapping import deals, travellers, trips
from storage.session import Session

_TOLD = (
    deals.c.id,
    deals.c.title,
    deals.c.translations,
    deals.c.seats,
    deals.c.starts,
    deals.c.ends,
    trips.c.name,
    trips.c.translations.label("trip_translations"),
    trips.c.written_in,
    trips.c.departs,
    trips.c.returns,
)


def journeys_of(session: Session, theirs: Select[Any], today: date, limit: int) -> Sequence[Journey]:
    """Of these deals, the newest first: those that ended with a journey."""
    last_day = func.coalesce(trips.c.returns, deals.c.ends, deals.c.starts)
    over = theirs.outerjoin(trips, trips.c.id == deals.c.trip_id).where(
        deals.c.closed_at.is_not(None),
        deals.c.step_key != LOST,
        deals.c.absent_at.is_(None),
        last_day < today,
        or_(deals.c.trip_id.is_(None), trips.c.cancelled_at.is_(None)),
    )
    newest = over.with_only_columns(*_TOLD).order_by(deals.c.id.desc()).limit(limit)
    session.autoflushed()
    rows = session.execute(newest).all()
    went = _who(session, [row.id for row in rows])
    return [_journey(row, went[row.id]) for row in rows]


def _journey(row: Any, went: Sequence[Relation]) -> Journey:
    complete = len(went) == row.seats
    if row.name is None:
        called = Translated(row.title, _said(row.translations))
        return Journey(called, row.starts or row.ends, row.ends, tuple(went), complete)
    called = Translated(row.name, _said((row.trip_translations or {}).get("name", {})), row.written_in)
    return Journey(called, row.departs.date(), row.returns, tuple(went), complete)


def _said(others: dict[str, str] | None) -> dict[Language, str]:
    return {Language(code): text for code, text in (others or {}).items()}


def _who(session: Session, numbers: Sequence[int]) -> dict[int, list[Relation]]:
    went: dict[int, list[Relation]] = {number: [] for number in numbers}
    if not numbers:
        return went
    told = select(travellers.c.deal_id, travellers.c.relation).where(
        travellers.c.deal_id.in_(numbers), travellers.c.cancelled_at.is_(None)
    )
    for number, relation in session.execute(told.order_by(travellers.c.id)):
        went[number].append(relation)
    return went

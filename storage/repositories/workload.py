"""What is in the hands of each colleague: one statement, each figure from an index and counted to a bound."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, text

from domain.entities.people import StaffMember
from domain.entities.workload import Workload
from storage.mapping import deals, inquiries, interactions, staff_members, trips
from storage.repositories.steps import NOT_LOST
from storage.session import Session

# Spelled out as in the indexes, so that SQLite knows it may use them.
_OPEN = inquiries.c.state == text("'open'")
_UNANSWERED = text(
    "interactions.how = 'question' AND interactions.staff_id IS NULL AND interactions.answered_at IS NULL"
)
LOOKED_AT = 2000
"""Questions that wait, and deals of trips that leave soon: there are no more of them in any agency."""


def workloads(
    session: Session,
    members: Collection[StaffMember],
    now: datetime,
    before: datetime,
    today: date,
    most: int,
) -> dict[int, Workload]:
    numbers = [member.id for member in members]
    if not numbers:
        return {}
    theirs = staff_members.c.id
    led = deals.c.responsible_id == theirs
    late = select(deals.c.id).where(led, deals.c.due_on < today)
    asked, leave = _asked(), _leaving(now, before)
    figures: list[Any] = [
        _count(select(deals.c.id).where(led, deals.c.closed_at.is_(None)), most),
        _count(late, most),
        _count(select(inquiries.c.id).where(_OPEN, inquiries.c.taken_by_id == theirs), most),
        _count(select(asked.c.whose).where(asked.c.whose == theirs), most),
        select(func.coalesce(func.sum(leave.c.seats), 0)).where(leave.c.whose == theirs).scalar_subquery(),
    ]
    statement = select(theirs, *figures).where(theirs.in_(numbers))
    session.autoflushed()
    return {number: Workload(*map(int, counts)) for number, *counts in session.execute(statement)}


def _count(some: Select[Any], most: int) -> Any:
    """Correlated with the colleague, and no further than it is counted."""
    few = some.correlate(staff_members).limit(most).subquery()
    return select(func.count()).select_from(few).scalar_subquery()


def _asked() -> Any:
    """Whose it is to answer each of the questions that have waited longest."""
    whose: ColumnElement[int] = func.coalesce(deals.c.responsible_id, inquiries.c.taken_by_id)
    of = interactions.outerjoin(deals, deals.c.id == interactions.c.deal_id).outerjoin(
        inquiries, inquiries.c.id == interactions.c.inquiry_id
    )
    oldest = select(whose.label("whose")).select_from(of).where(_UNANSWERED)
    return oldest.order_by(interactions.c.at, interactions.c.id).limit(LOOKED_AT).cte("asked")


def _leaving(now: datetime, before: datetime) -> Any:
    """Seats of each of the deals whose trip or journey begins until then."""
    soon = select(trips.c.id).where(
        trips.c.departs_at > now, trips.c.departs_at <= before, trips.c.cancelled_at.is_(None)
    )
    journeys = select(deals.c.responsible_id.label("whose"), deals.c.seats).where(
        NOT_LOST, deals.c.trip_id.in_(soon)
    )
    return journeys.limit(LOOKED_AT).cte("leaving")

"""Closed deals whose money is not settled: somebody still owes for the journey, or is owed what was paid too much."""

from sqlalchemy import ColumnElement, and_, case, func, select

from domain.entities.stages import LOST
from storage.mapping import deals, payments


def unsettled() -> ColumnElement[bool]:
    """The condition for rows of deals."""
    counting = payments.c.deal_id == deals.c.id, payments.c.cancelled_at.is_(None)
    paid = select(func.coalesce(func.sum(payments.c.minor), 0)).where(*counting).scalar_subquery()
    expected = case((deals.c.step_key == LOST, 0), else_=deals.c.price_minor)
    return and_(deals.c.closed_at.is_not(None), paid != expected)

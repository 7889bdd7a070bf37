"""Deals whose client does not know of a departure yet, while no word of it as it is now is on its way to them."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select

from domain.entities.notices import NoticeState
from domain.entities.stages import LOST
from domain.notices.trips import OF_DEPARTURE
from storage.mapping import clients, deals, notices, persons

OF_ALL = (NoticeState.WAITING, NoticeState.SENDING, NoticeState.FAILED, NoticeState.UNCERTAIN)
"""A word of these about one deal tells of whatever its client has booked on the trip; once it was sent, each counts as told."""
REACHABLE = and_(persons.c.id.is_not(None), persons.c.unreachable_since.is_(None))


def untold(trip: Any, since: Any, changes: Any) -> Select[tuple[int]]:
    """Their numbers. The trip's number, since when it counts as announced, and how often it has changed: values or columns.

    A word on its way about another deal that the client has on the trip tells of both.
    Clients who cannot be reached only with deals made since then: of the others somebody was told who must call them.
    """
    theirs = deals.alias("theirs")
    own = or_(theirs.c.id == deals.c.id, notices.c.state.in_(OF_ALL))
    written = exists().where(
        notices.c.deal_id == theirs.c.id,
        theirs.c.client_id == deals.c.client_id,
        theirs.c.trip_id == deals.c.trip_id,
        own,
        notices.c.person_id == persons.c.id,
        notices.c.kind.in_(OF_DEPARTURE),
        notices.c.state != NoticeState.UNREACHED,
        notices.c.created_at >= since,
        notices.c.facts["change"].as_integer() >= changes,
    )
    to_come: ColumnElement[bool] = written.correlate_except(
        notices, theirs
    )  # else a column's table is joined anew: any trip
    return (
        select(deals.c.id)
        .select_from(deals.join(clients).outerjoin(persons))
        .where(
            deals.c.trip_id == trip,
            deals.c.told_at.is_(None),
            deals.c.step_key != LOST,
            or_(and_(REACHABLE, ~to_come), and_(~REACHABLE, deals.c.created_at > since)),
        )
    )

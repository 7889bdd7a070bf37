"""Lists of deals: those of the actor's own that need them, what is overdue, all that are open, and the closed ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.entities.deals import Deal
from domain.entities.lateness import Due
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.deal_steps import waits_for
from domain.queries.late import deals_due_today, overdue_deals, overdue_of
from domain.queries.settling import missing_of, unsettled
from domain.queries.today.deals import ready_deals

NEEDING = 50
"""Of what is overdue, and of what is due today, so many are looked at: nobody works down more at once."""


class DealList(StrEnum):
    """Which deals one looks at."""

    NEED = "need"
    OVERDUE = "overdue"
    ALL = "all"
    SETTLE = "settle"
    CLOSED = "closed"


@dataclass(frozen=True)
class Listed:
    """A deal in such a list: what is overdue of it, and whether something still keeps it at its step."""

    deal: Deal
    overdue: tuple[Due, ...]
    waits: bool


def deals_listed(desk: Desk, which: DealList, limit: int = 8, offset: int = 0) -> Sequence[Listed]:
    """What needs the actor: overdue first, then due today, then ready for the next stage. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    deals = desk.repositories.deals
    if which is DealList.CLOSED:
        return [Listed(one, (), waits=False) for one in deals.closed(limit, offset)]
    if which is DealList.SETTLE:
        return [
            Listed(one.deal, (), bool(missing_of(desk, one)))
            for one in unsettled(desk, limit=limit, offset=offset)
        ]
    if which is DealList.NEED:
        found: Sequence[Deal] = _needing(desk)[offset : offset + limit]
    elif which is DealList.OVERDUE:
        found = [line.deal for line in overdue_deals(desk, limit=limit, offset=offset).lines]
    else:
        found = deals.open_ones(limit, offset)
    return [Listed(one, overdue_of(desk, one), bool(waits_for(desk, one))) for one in found]


def _needing(desk: Desk) -> list[Deal]:
    """Each once. Who leads no deals is shown everybody's."""
    leads = desk.actor.may(Right.MOVE_DEALS)
    late = overdue_deals(desk, mine=leads, limit=NEEDING).lines
    due = deals_due_today(desk, mine=leads, limit=NEEDING).lines
    ready = ready_deals(desk) if leads else []
    return list(dict.fromkeys([*(line.deal for line in (*late, *due)), *ready]))

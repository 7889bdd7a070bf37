"""Today: what is overdue and what is due, money that is, what became of whose trip is over."""

from collections.abc import Sequence

from domain.entities.deals import Deal
from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.queries.late import (
    DuePage,
    count_undecided,
    deals_due_today,
    money_overdue,
    overdue_deals,
    undecided_deals,
)
from domain.queries.today.declared import Found, today_line

_OWN = frozenset({Role.MANAGER, Role.OPERATOR})
"""Whoever leads deals is told of theirs; the others of all."""


def late_or_due(desk: Desk, *, overdue: bool, limit: int = 7, offset: int = 0) -> DuePage:
    """What this actor's line is about: of who leads deals, theirs; of the accountant, money only. Raises Forbidden."""
    staff = desk.actor.staff
    how = {
        "mine": _leads(desk),
        "only_money": staff is not None and staff.role is Role.ACCOUNTANT,
    }
    ask = overdue_deals if overdue else deals_due_today
    return ask(desk, limit=limit, offset=offset, **how)


def to_decide(desk: Desk, limit: int = 7, offset: int = 0) -> Sequence[Deal]:
    """Deals still open after their trip: of who leads deals, theirs; else all. Raises Forbidden."""
    return undecided_deals(desk, mine=_leads(desk), limit=limit, offset=offset)


@today_line("overdue", {Role.MANAGER: 10, Role.ACCOUNTANT: 20}, Right.SEE_DEALS)
def _overdue_line(desk: Desk) -> Found:
    """And how long the oldest has been."""
    page = late_or_due(desk, overdue=True, limit=1)
    days = page.lines[0].first.days_late(desk.today) if page.lines else 0
    return Found(page.count, _only(page), {"days": days})


@today_line("due_today", {Role.MANAGER: 20, Role.ACCOUNTANT: 10}, Right.SEE_DEALS)
def _due_today_line(desk: Desk) -> Found:
    page = late_or_due(desk, overdue=False, limit=1)
    return Found(page.count, _only(page))


@today_line("decide", {Role.MANAGER: 15, Role.OPERATOR: 15, Role.OWNER: 40}, Right.SEE_DEALS)
def _decide_line(desk: Desk) -> Found:
    count = count_undecided(desk, mine=_leads(desk))
    return Found(count, to_decide(desk, 1)[0].id if count == 1 else None)


@today_line("owed", {Role.OWNER: 30}, Right.SEE_MONEY)
def _owed_line(desk: Desk) -> Found:
    """What should have come, in sums."""
    found = money_overdue(desk)
    return Found(found.count, facts={"sums": found.amounts, "more": found.more})


def _leads(desk: Desk) -> bool:
    return desk.actor.staff is not None and desk.actor.staff.role in _OWN


def _only(page: DuePage) -> int | None:
    return page.lines[0].deal.id if page.count == 1 else None

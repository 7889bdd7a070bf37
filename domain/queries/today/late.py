"""Today: what is overdue and what is due, money that is, and clients who wait for an answer."""

from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.queries.late import (
    DuePage,
    count_questions,
    deals_due_today,
    money_overdue,
    overdue_deals,
)
from domain.queries.today.declared import Found, today_line

_OWN = frozenset({Role.MANAGER, Role.OPERATOR})
"""Whoever leads deals is told of theirs; the others of all."""


def late_or_due(desk: Desk, *, overdue: bool, limit: int = 7, offset: int = 0) -> DuePage:
    """What this actor's line is about: of who leads deals, theirs; of the accountant, money only. Raises Forbidden."""
    staff = desk.actor.staff
    how = {
        "mine": staff is not None and staff.role in _OWN,
        "only_money": staff is not None and staff.role is Role.ACCOUNTANT,
    }
    ask = overdue_deals if overdue else deals_due_today
    return ask(desk, limit=limit, offset=offset, **how)


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


@today_line("owed", {Role.OWNER: 30}, Right.SEE_MONEY)
def _owed_line(desk: Desk) -> Found:
    """What should have come, in sums."""
    found = money_overdue(desk)
    return Found(found.count, facts={"sums": found.amounts, "more": found.more})


@today_line("replies", {Role.MANAGER: 30, Role.OPERATOR: 30}, Right.ANSWER_CLIENTS)
def _replies_line(desk: Desk) -> Found:
    return Found(count_questions(desk, mine=True))


@today_line("unanswered", {Role.OWNER: 60}, Right.ANSWER_CLIENTS)
def _unanswered_line(desk: Desk) -> Found:
    """Nobody answered in the hours that are settled."""
    return Found(count_questions(desk, late=True))


def _only(page: DuePage) -> int | None:
    return page.lines[0].deal.id if page.count == 1 else None

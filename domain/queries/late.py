"""What is late: deals of which something is overdue or due soon.

Counts go up to `MOST`, so that none of it costs more in a large agency.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.entities.deals import Deal
from domain.entities.lateness import Due, OwedSum, decided_by, dues, overdue
from domain.entities.people import Right, Role, StaffMember
from domain.ports.desk import Desk
from domain.ports.routing import mine_and_stood_for, present
from domain.queries.staff import colleagues

MOST = 100
"""Counts go no further: "99+"."""
MOST_ADDED_UP = 1000


def dues_of(desk: Desk, deal: Deal) -> tuple[Due, ...]:
    """All that is expected of this deal, the earliest first."""
    return dues(deal, desk.agency.pipelines.of(deal.step_key).needs)


def overdue_of(desk: Desk, deal: Deal) -> tuple[Due, ...]:
    return overdue(dues_of(desk, deal), desk.today)


def is_over(desk: Desk, deal: Deal) -> bool:
    """Whether its journey is, whatever became of the deal: nothing but money is asked for any more."""
    last_day = deal.last_day
    return not deal.is_lost and last_day is not None and last_day < desk.today


def is_undecided(desk: Desk, deal: Deal) -> bool:
    """Whether its journey is over, and nobody has said what became of it."""
    last_day = decided_by(deal)
    told = deal.stage in desk.agency.pipelines.told_stages
    return last_day is not None and last_day < desk.today and not told


def asked_of_client(deal: Deal) -> bool:
    """Whether the client is asked for what is due: seats are held for them, or a price is agreed, and it goes on."""
    return deal.is_open and deal.is_booking


def callers(desk: Desk, deal: Deal) -> Sequence[StaffMember]:
    """Who calls its client: the responsible; when there is none, or they cannot be reached, all of the branch who may."""
    leader = deal.leader
    if leader is not None and leader.person.reachable:
        return [leader]
    return colleagues(desk, Right.MOVE_DEALS, deal.branch)


def owners(desk: Desk) -> Sequence[StaffMember]:
    """Those who are there."""
    return present(desk, (one for one in desk.archive.staff.active() if one.role is Role.OWNER))


@dataclass(frozen=True)
class DueDeal:
    """A deal in a list of what is late or soon will be, with all that is due of it, the earliest first."""

    deal: Deal
    dues: tuple[Due, ...]

    @property
    def first(self) -> Due:
        return self.dues[0]


@dataclass(frozen=True)
class DuePage:
    """Some of the `count` deals (up to `MOST`); `more`: others come after them."""

    lines: tuple[DueDeal, ...]
    count: int
    more: bool


def overdue_deals(
    desk: Desk, *, mine: bool = False, only_money: bool = False, limit: int = 8, offset: int = 0
) -> DuePage:
    """Those that are late longest come first. Raises Forbidden."""
    until = desk.today - timedelta(days=1)
    return _page(desk, None, until, mine=mine, only_money=only_money, limit=limit, offset=offset)


def deals_due_today(
    desk: Desk, *, mine: bool = False, only_money: bool = False, limit: int = 8, offset: int = 0
) -> DuePage:
    """Of which nothing was due before. Raises Forbidden."""
    today = desk.today
    return _page(desk, today, today, mine=mine, only_money=only_money, limit=limit, offset=offset)


def undecided_deals(desk: Desk, *, mine: bool = False, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
    """Open ones whose journey is over, the longest over first. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    told, yesterday = desk.agency.pipelines.told_stages, desk.today - timedelta(days=1)
    return desk.repositories.deals.undecided(yesterday, told, _whose(desk, mine=mine), limit, offset)


def count_undecided(desk: Desk, *, mine: bool = False) -> int:
    """How many those are, up to `MOST`. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    told, yesterday = desk.agency.pipelines.told_stages, desk.today - timedelta(days=1)
    return desk.repositories.deals.count_undecided(yesterday, told, MOST, _whose(desk, mine=mine))


def money_overdue(desk: Desk) -> OwedSum:
    """What should have come by yesterday and has not, in sums; of at most `MOST_ADDED_UP` deals. Raises Forbidden."""
    desk.must(Right.SEE_MONEY)
    return desk.repositories.deals.sum_due(desk.today - timedelta(days=1), MOST_ADDED_UP)


def _page(
    desk: Desk,
    from_day: date | None,
    to_day: date,
    *,
    mine: bool,
    only_money: bool,
    limit: int,
    offset: int,
) -> DuePage:
    desk.must(Right.SEE_DEALS)
    deals, whose = desk.repositories.deals, _whose(desk, mine=mine)
    found = deals.due(from_day, to_day, whose, only_money, limit + 1, offset)
    everything = len(found) <= limit and not offset
    count = len(found) if everything else deals.count_due(from_day, to_day, MOST, whose, only_money)
    lines = tuple(DueDeal(deal, _shown(desk, deal, only_money=only_money)) for deal in found[:limit])
    return DuePage(lines, count, len(found) > limit)


def _shown(desk: Desk, deal: Deal, *, only_money: bool) -> tuple[Due, ...]:
    return tuple(due for due in dues_of(desk, deal) if due.what.is_money or not only_money)


def _whose(desk: Desk, *, mine: bool) -> Sequence[StaffMember]:
    return mine_and_stood_for(desk) if mine else ()

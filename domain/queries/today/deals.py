"""Today: deals that can move on, clients to be called, and what was new yesterday."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right, Role
from domain.ports.desk import Desk
from domain.ports.routing import mine_and_stood_for
from domain.queries.deal_steps import waits_for
from domain.queries.today.declared import Found, today_line
from domain.values.counts import MOST
from domain.values.local_time import first_that_exists

LOOKED_AT = 60
"""Of one's own deals, those that have stood still the longest."""


@dataclass(frozen=True)
class DealsPage:
    """Some of the deals; `more`: others come after them."""

    deals: Sequence[Deal]
    more: bool


@dataclass(frozen=True)
class NewOfDay:
    """What came in on one day at the agency: some of the inquiries or of the deals, and how many of each."""

    inquiries: Sequence[Inquiry]
    deals: Sequence[Deal]
    more: bool
    inquiry_count: int
    deal_count: int


def ready_deals(desk: Desk) -> list[Deal]:
    """The actor's own at whose step nothing is missing, and which a tap takes on; at most `LOOKED_AT` are looked at.

    Raises Forbidden.
    """
    desk.must(Right.MOVE_DEALS)
    if desk.actor.staff is None:
        return []
    pipelines, whose = desk.agency.pipelines, mine_and_stood_for(desk)
    mine = desk.repositories.today.led_by(whose, LOOKED_AT)
    waiting = [one for one in mine if one.stage not in pipelines.told_stages]
    return [one for one in waiting if not waits_for(desk, one)]


def clients_to_call(desk: Desk, limit: int = 7, offset: int = 0) -> DealsPage:
    """Whose trip leaves soon, and whom no message reaches. Raises Forbidden."""
    desk.must(Right.MOVE_DEALS)
    found = desk.repositories.today.to_call(desk.now, limit + 1, offset)
    return DealsPage(found[:limit], len(found) > limit)


def new_of_day(desk: Desk, day: date, *, deals: bool, limit: int = 7, offset: int = 0) -> NewOfDay:
    """Inquiries, or deals. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    since, before = _bounds(desk, day)
    today = desk.repositories.today
    counts = today.count_inquiries(since, before, MOST + 1), today.count_deals(since, before, MOST + 1)
    if deals:
        opened = today.deals(since, before, limit + 1, offset)
        return NewOfDay((), opened[:limit], len(opened) > limit, *counts)
    came = today.inquiries(since, before, limit + 1, offset)
    return NewOfDay(came[:limit], (), len(came) > limit, *counts)


@today_line("ready", {Role.MANAGER: 50, Role.OPERATOR: 50}, Right.MOVE_DEALS)
def _ready_line(desk: Desk) -> Found:
    found = ready_deals(desk)
    return Found(len(found), found[0].id if len(found) == 1 else None)


@today_line("calls", {Role.MANAGER: 35, Role.OPERATOR: 20}, Right.MOVE_DEALS)
def _calls_line(desk: Desk) -> Found:
    count = desk.repositories.today.count_to_call(desk.now, MOST + 1)
    return Found(count, clients_to_call(desk, 1).deals[0].id if count == 1 else None)


@today_line("yesterday", {Role.OWNER: 10}, Right.SEE_DEALS)
def _yesterday_line(desk: Desk) -> Found:
    day = desk.today - timedelta(days=1)
    found = new_of_day(desk, day, deals=False, limit=1)
    counts = {"inquiries": found.inquiry_count, "deals": found.deal_count, "day": day}
    return Found(found.inquiry_count + found.deal_count, facts=counts)


def _bounds(desk: Desk, day: date) -> tuple[datetime, datetime]:
    """From midnight to midnight by the agency's clock."""
    first, last = (
        first_that_exists(datetime.combine(one, time()), desk.agency.zone).replace(tzinfo=desk.agency.zone)
        for one in (day, day + timedelta(days=1))
    )
    return first, last

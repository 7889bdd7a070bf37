"""Workload: who has how much in hand, for whoever looks after people: their own branch's, or all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right, StaffMember
from domain.entities.workload import Workload
from domain.ports.desk import Desk
from domain.values.counts import MOST
from domain.values.refusals import NotFound

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class InHand:
    """A colleague, what is in their hands, and who stands in for them just now; None: they are there."""

    member: StaffMember
    work: Workload


def team(desk: Desk) -> Sequence[InHand]:
    """Everybody within reach, in order of joining. Raises Forbidden."""
    desk.must(Right.SEE_TEAM)
    members = [one for one in desk.repositories.staff.active() if is_ours(desk, one)]
    works = workloads(desk, members)
    return [InHand(one, works[one.id]) for one in members]


def colleague_in_hand(desk: Desk, number: int) -> InHand:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_TEAM)
    member = desk.repositories.staff.get(number)
    if not member.active or not is_ours(desk, member):
        raise NotFound("no_such_staff_member")
    return InHand(member, workload_of(desk, member))


@dataclass(frozen=True)
class ToHandOver:
    """A colleague, some of the deals they lead, those first that have stood still the longest, and the inquiries they have."""

    member: StaffMember
    deals: Sequence[Deal]
    inquiries: Sequence[Inquiry]
    more: bool


def to_hand_over(desk: Desk, number: int, limit: int = 6, offset: int = 0) -> ToHandOver:
    """Within the actor's reach; inquiries on the first page only. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_TEAM)
    member = colleague_in_hand(desk, number).member
    deals = desk.repositories.today.led_by([member], offset + limit + 1)[offset:]
    inquiries = desk.repositories.inquiries.taken_by(member)[:2] if offset == 0 else ()
    return ToHandOver(member, deals[:limit], inquiries, len(deals) > limit)


def workload_of(desk: Desk, member: StaffMember) -> Workload:
    """For a desk that may see it."""
    return workloads(desk, [member])[member.id]


def workloads(desk: Desk, members: Sequence[StaffMember]) -> Mapping[int, Workload]:
    """By number."""
    found = desk.archive.staff.workloads(members, desk.now, desk.now + WEEK, desk.today, MOST + 1)
    return {one.id: found.get(one.id, Workload()) for one in members}


def is_ours(desk: Desk, member: StaffMember) -> bool:
    """Of the actor's own branch, for whoever is bound to one."""
    reach = desk.actor.reach
    return reach is None or member.branch == reach

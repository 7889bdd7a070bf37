"""Supervisors: to whom goes what nobody took, answered or decided; and who can be somebody's."""

from collections.abc import Iterable, Sequence

from domain.entities.people import Right, StaffMember
from domain.entities.presence import supervisors
from domain.ports.desk import Desk
from domain.queries.late import owners
from domain.queries.staff import colleague


def above(desk: Desk, members: Iterable[StaffMember]) -> list[StaffMember]:
    """Of each, the nearest supervisor who is there; the owners for whoever has none, and when there are no members."""
    found: list[StaffMember] = []
    several = [*members]
    for member in several:
        found += _over(desk, member)[:1] or owners(desk)
    return list(dict.fromkeys(found if several else owners(desk)))


def _over(desk: Desk, member: StaffMember) -> list[StaffMember]:
    presence = desk.agency.presence
    return [one for one in supervisors(member, desk.colleagues) if presence.is_there(one, desk.now)]


def supervisor_of(desk: Desk, member: StaffMember) -> StaffMember | None:
    """As long as they work here; None: the owners are."""
    return desk.colleagues.get(member.supervisor or 0)


def can_supervise(desk: Desk, number: int) -> Sequence[StaffMember]:
    """Everybody whom they do not supervise themselves, at whatever distance; who may see the team first.

    Raises Forbidden, NotFound.
    """
    member = colleague(desk, number)
    able = (one for one in desk.colleagues.values() if not is_over(desk, member, one))
    return sorted(able, key=lambda one: (not one.may(Right.SEE_TEAM), one.branch != member.branch, one.id))


def is_over(desk: Desk, member: StaffMember, other: StaffMember) -> bool:
    """Whether one is the other, or supervises them, or somebody who does."""
    return member is other or member in supervisors(other, desk.colleagues)

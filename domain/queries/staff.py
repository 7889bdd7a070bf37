"""The staff as it is read: who works here, in which branch, who was invited, and who has which right."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.branches import Branch
from domain.entities.people import Invitation, Right, StaffMember
from domain.ports.desk import Desk
from domain.ports.routing import present
from domain.queries.handover import Left, left_by, without_responsible


@dataclass(frozen=True)
class StaffList:
    """Everybody who works here, and what waits for the owner."""

    members: Sequence[StaffMember]
    branches: Sequence[Branch]
    invitations: int
    """Links that still let somebody in."""
    somebody_left: bool
    """Whether an open deal or inquiry has no responsible."""

    def of(self, branch: int | None) -> Sequence[StaffMember]:
        """Who works in this branch; None: at head office."""
        return [member for member in self.members if member.branch == branch]


def staff_list(desk: Desk) -> StaffList:
    """Raises Forbidden."""
    desk.must(Right.INVITE_STAFF)
    return StaffList(
        desk.repositories.staff.active(),
        desk.repositories.branches.all(),
        len(desk.repositories.invitations.open(desk.now)),
        bool(without_responsible(desk, limit=1)),
    )


@dataclass(frozen=True)
class BranchCard:
    """A branch and who works there; head office has no name of its own."""

    name: str | None
    members: Sequence[StaffMember]


def branch_card(desk: Desk, number: int | None) -> BranchCard:
    """None: head office. Raises Forbidden, NotFound."""
    desk.must(Right.INVITE_STAFF)
    members = [one for one in desk.repositories.staff.active() if one.branch == number]
    return BranchCard(branch_name(desk, number), members)


def branch(desk: Desk, number: int) -> Branch:
    """Raises Forbidden, NotFound."""
    desk.must(Right.INVITE_STAFF)
    return desk.repositories.branches.get(number)


def branches(desk: Desk) -> Sequence[Branch]:
    """In the order in which they were opened. Raises Forbidden."""
    desk.must(Right.INVITE_STAFF)
    return desk.repositories.branches.all()


def open_invitations(desk: Desk) -> Sequence[Invitation]:
    """Those that still let somebody in, oldest first. Raises Forbidden."""
    desk.must(Right.INVITE_STAFF)
    return desk.repositories.invitations.open(desk.now)


def colleague(desk: Desk, number: int) -> StaffMember:
    """Also one who has left. Raises Forbidden, NotFound."""
    desk.must(Right.INVITE_STAFF)
    return desk.repositories.staff.get(number)


@dataclass(frozen=True)
class ColleagueCard:
    """A colleague, how many open deals they lead, and what of theirs cannot go on with them."""

    member: StaffMember
    leads: int
    left: Left
    branch: str | None
    branches: Sequence[Branch]


def colleague_card(desk: Desk, number: int) -> ColleagueCard:
    """Raises Forbidden, NotFound."""
    member = colleague(desk, number)
    return ColleagueCard(
        member,
        len(desk.repositories.deals.led_by(member)),
        left_by(desk, number),
        branch_name(desk, member.branch),
        desk.repositories.branches.all(),
    )


def branch_name(desk: Desk, number: int | None) -> str | None:
    """None for head office."""
    return desk.repositories.branches.get(number).name if number is not None else None


def colleagues(desk: Desk, right: Right, branch: int | None) -> Sequence[StaffMember]:
    """Who hears of what belongs to this branch: those of it with the right, or, where nobody has it, who sees all.

    Without those on holiday, as long as others are there.
    """
    able = present(desk, desk.repositories.staff.who_may(right))
    if branch is None:
        return able
    return [one for one in able if one.branch == branch] or [one for one in able if one.reach is None]

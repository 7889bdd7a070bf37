"""Staff groups as they are read: which may be tied by the actor, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.branches import Branch
from domain.entities.people import Right
from domain.entities.staff_groups import STAFF_GROUP, WHOLE, GroupState, StaffGroup
from domain.ports.desk import Desk
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class GroupOfBranch:
    """`seen` is the revision that a change must still find; `payload` what the link says, while it is the actor's to use."""

    branch: int
    name: str | None
    """Of the branch; None: it is of the whole agency."""
    group: StaffGroup
    seen: int
    payload: str | None


def staff_group(desk: Desk, branch: int) -> GroupOfBranch:
    """0: of the whole agency. Raises Forbidden, NotFound."""
    must_tie(desk, branch)
    group = desk.agency.staff_groups.of(branch)
    mine = (
        group.state is GroupState.ASKED and desk.actor.staff is not None and group.by == desk.actor.staff.id
    )
    return GroupOfBranch(
        branch,
        desk.repositories.branches.get(branch).name if branch else None,
        group,
        desk.agency.definitions.revision(STAFF_GROUP, str(branch)),
        payload_of(desk, branch, group) if mine else None,
    )


def branches_with_groups(desk: Desk) -> Sequence[Branch]:
    """Those whose group the actor may tie besides that of the whole agency. Raises Forbidden."""
    desk.must(Right.TIE_GROUPS)
    return desk.repositories.branches.all() if desk.actor.reach is None else ()


def must_tie(desk: Desk, branch: int) -> None:
    """Who is bound to a branch ties that of the branch only. Raises Forbidden, NotFound: not_found."""
    desk.must(Right.TIE_GROUPS)
    if desk.actor.reach is not None and desk.actor.reach != branch:
        raise NotFound("not_found")
    if branch != WHOLE:
        desk.repositories.branches.get(branch)


def payload_of(desk: Desk, branch: int, group: StaffGroup) -> str:
    """Good for one group, and sealed: nobody makes one up."""
    return f"{branch}-{group.link}-{desk.agency.seal(f'staff group {branch} {group.link}')}"

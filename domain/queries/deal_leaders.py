"""Who may lead a deal that is opened."""

from collections.abc import Sequence

from domain.entities.people import Right, Role, StaffMember
from domain.ports.desk import Desk


def leaders(desk: Desk, branch: int | None = None) -> Sequence[StaffMember]:
    """Who may be responsible for a deal of this branch: the actor first if a manager, then managers, then the others.

    Whoever is bound to a branch opens its deals.
    """
    branch = desk.actor.reach if desk.actor.reach is not None else branch
    able = [one for one in desk.repositories.staff.who_may(Right.MOVE_DEALS) if one.sees(branch)]
    order = [Role.MANAGER, Role.OWNER, Role.OPERATOR]
    return sorted(able, key=lambda m: (order.index(m.role), m is not desk.actor.staff))


def leaders_to_choose(desk: Desk) -> Sequence[StaffMember]:
    """The same, for whoever opens a deal. Raises Forbidden."""
    desk.must(Right.OPEN_DEALS)
    return leaders(desk)


def leader_chosen(desk: Desk, number: int) -> StaffMember:
    """Raises Forbidden, NotFound."""
    desk.must(Right.OPEN_DEALS)
    return desk.repositories.staff.get(number)

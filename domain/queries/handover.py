"""What a colleague who left, or went to another branch, has left behind, and who can go on with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk


@dataclass(frozen=True)
class Left:
    """Open deals and inquiries that nobody looks after."""

    deals: Sequence[Deal]
    inquiries: Sequence[Inquiry]

    def __bool__(self) -> bool:
        return bool(self.deals or self.inquiries)


def without_responsible(desk: Desk, limit: int = 8, offset: int = 0) -> Left:
    """A page of deals, and the inquiries (on the first page only). Raises Forbidden."""
    desk.must(Right.INVITE_STAFF)
    inquiries = desk.repositories.inquiries.forsaken() if offset == 0 else ()
    return Left(desk.repositories.deals.leaderless(limit, offset), inquiries)


def left_by(desk: Desk, number: int) -> Left:
    """What is open of theirs and cannot go on with them. Raises Forbidden, NotFound."""
    desk.must(Right.INVITE_STAFF)
    member = desk.repositories.staff.get(number)
    deals = [deal for deal in desk.repositories.deals.led_by(member) if deal.leader is None]
    inquiries = [one for one in desk.repositories.inquiries.taken_by(member) if not member.sees(one.branch)]
    return Left(deals, inquiries)


def successors(desk: Desk, number: int) -> Sequence[StaffMember]:
    """Who can go on with it: of the same branch first. Raises Forbidden, NotFound."""
    desk.must(Right.INVITE_STAFF)
    left = desk.repositories.staff.get(number)
    able = (one for one in desk.repositories.staff.who_may(Right.MOVE_DEALS) if one is not left)
    return sorted(able, key=lambda one: one.branch != left.branch)

"""What a colleague who left, or went to another branch, has left behind, and who can go on with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right, Role, StaffMember
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.values.counts import MOST


class LeftKind(StrEnum):
    """What is handed over together, or one kind to one colleague and another to another."""

    DEALS = "deals"
    INQUIRIES = "inquiries"
    CLIENTS = "clients"
    TRIPS = "trips"


@dataclass(frozen=True)
class Left:
    """Open deals and inquiries that nobody looks after, clients likewise (counted to one more than `MOST`), trips to guide."""

    deals: Sequence[Deal]
    inquiries: Sequence[Inquiry]
    clients: int = 0
    trips: Sequence[Trip] = ()

    def __bool__(self) -> bool:
        return bool(self.kinds)

    @property
    def kinds(self) -> list[LeftKind]:
        """Of which there is something."""
        there = (self.deals, self.inquiries, self.clients, self.trips)
        return [kind for kind, some in zip(LeftKind, there, strict=True) if some]

    def only(self, kind: LeftKind) -> "Left":
        return Left(
            self.deals if kind is LeftKind.DEALS else (),
            self.inquiries if kind is LeftKind.INQUIRIES else (),
            self.clients if kind is LeftKind.CLIENTS else 0,
            self.trips if kind is LeftKind.TRIPS else (),
        )


def without_responsible(desk: Desk, limit: int = 8, offset: int = 0) -> Left:
    """A page of deals, and the inquiries (on the first page only). Raises Forbidden."""
    desk.must(Right.INVITE_STAFF)
    inquiries = desk.repositories.inquiries.forsaken() if offset == 0 else ()
    return Left(desk.repositories.deals.leaderless(limit, offset), inquiries)


def left_by(desk: Desk, number: int) -> Left:
    """What is open of theirs and cannot go on with them. Raises Forbidden, NotFound."""
    desk.must(Right.INVITE_STAFF)
    member = desk.repositories.staff.get(number)
    papers = desk.repositories
    deals = [deal for deal in papers.deals.led_by(member) if deal.leader is None]
    inquiries = [one for one in papers.inquiries.taken_by(member) if not member.sees(one.branch)]
    clients = 0 if member.may(Right.SEE_DEALS) else papers.clients.count_looked_after(member, MOST + 1)
    guides = member.active and member.role is Role.GUIDE
    trips = [] if guides else [one for one in papers.trips.guided_by(member) if one.returns >= desk.today]
    return Left(deals, inquiries, clients, trips)


def successors(desk: Desk, number: int, kind: LeftKind | None = None) -> Sequence[StaffMember]:
    """Who can go on with it, of the same branch first: with trips alone a guide, else who may move deals.

    Raises Forbidden, NotFound.
    """
    desk.must(Right.INVITE_STAFF)
    left = desk.repositories.staff.get(number)
    kinds = left_by(desk, number).kinds if kind is None else [kind]
    if kinds == [LeftKind.TRIPS]:
        able = [one for one in desk.repositories.staff.active() if one.role is Role.GUIDE]
    else:
        able = [*desk.repositories.staff.who_may(Right.MOVE_DEALS)]
    return sorted((one for one in able if one is not left), key=lambda one: one.branch != left.branch)

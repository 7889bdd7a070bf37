"""Handover: a colleague goes on with what another one, who left or went to another branch, has left behind."""

from domain.entities.people import Role, StaffMember
from domain.ports.desk import Desk
from domain.queries.handover import Left, LeftKind, left_by
from domain.usecases.conversations.moving import clients_kept_by
from domain.usecases.deals.stages import hand_over
from domain.usecases.inquiries.intake import take_charge
from domain.usecases.trips.guides import assign_guide, relieve_guide


def succeed(desk: Desk, number: int, successor: int, kind: LeftKind | None = None) -> Left:
    """Somebody goes on with all that this colleague has left behind, or with what is of one kind. Twice is fine.

    Trips go to a guide only: whoever else takes all the rest leaves them for one.
    Raises Forbidden, NotFound, Refusal: cannot_lead, cannot_take, not_a_guide.
    """
    left = left_by(desk, number)
    if kind is not None:
        left = left.only(kind)
    heir, member = desk.repositories.staff.get(successor), desk.repositories.staff.get(number)
    for deal in left.deals:
        hand_over(desk, deal.id, successor)
    for inquiry in left.inquiries:
        take_charge(desk, inquiry.id, successor)
    if left.clients:
        count = desk.archive.clients.look_after_instead(member, heir)
        clients_kept_by(desk, heir)
        desk.note("staff", member.id, "clients_handed_over", count=count, name=heir.name)
    if kind is LeftKind.TRIPS or heir.role is Role.GUIDE:
        _guide_instead(desk, left, member, heir)
        return left
    return Left(left.deals, left.inquiries, left.clients)


def _guide_instead(desk: Desk, left: Left, member: StaffMember, heir: StaffMember) -> None:
    for trip in left.trips:
        assign_guide(desk, trip.id, heir.id)
        relieve_guide(desk, trip.id, member.id)

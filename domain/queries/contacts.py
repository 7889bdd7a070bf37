"""Whom a client deals with: who leads their deal or has taken their inquiry, or whoever stands in for them just now."""

from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk
from domain.ports.routing import stand_in


def contact(desk: Desk, deal: Deal) -> StaffMember | None:
    """None: nobody leads it."""
    leader = deal.leader
    return None if leader is None else stand_in(desk, leader, Right.ANSWER_CLIENTS, deal.branch)


def contact_about(desk: Desk, inquiry: Inquiry) -> StaffMember | None:
    """None: nobody has taken it, or they have left."""
    has_it = inquiry.taken_by
    if has_it is None or not has_it.active:
        return None
    return stand_in(desk, has_it, Right.TAKE_INQUIRIES, inquiry.branch)

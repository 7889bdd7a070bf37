"""Handover: a colleague goes on with what another one, who left or went to another branch, has left behind."""

from domain.ports.desk import Desk
from domain.queries.handover import Left, left_by
from domain.usecases.deals.stages import hand_over
from domain.usecases.inquiries.intake import take_charge


def succeed(desk: Desk, number: int, successor: int) -> Left:
    """Somebody goes on with all that this colleague has left behind. Twice is fine.

    Raises Forbidden, NotFound, Refusal: cannot_lead, cannot_take.
    """
    left = left_by(desk, number)
    for deal in left.deals:
        hand_over(desk, deal.id, successor)
    for inquiry in left.inquiries:
        take_charge(desk, inquiry.id, successor)
    return left

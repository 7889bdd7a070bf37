"""Payments as they are read: the list of a deal, and what money can be recorded or taken back."""

from domain.entities.deals import Deal, Payment
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.refusals import NotFound


def deal_with_payments(desk: Desk, number: int) -> Deal:
    """Every payment ever recorded, and the sums. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_MONEY)
    return desk.repositories.deals.get(number)


def payable_deal(desk: Desk, number: int) -> Deal:
    """One for which money can be recorded. Raises Forbidden, NotFound."""
    desk.must(Right.RECORD_PAYMENTS)
    return desk.repositories.deals.get(number)


def payment_to_take_back(desk: Desk, number: int, payment: int) -> Payment:
    """Raises Forbidden, NotFound."""
    desk.must(Right.RECORD_PAYMENTS)
    for one in desk.repositories.deals.get(number).payments:
        if one.id == payment:
            return one
    raise NotFound("not_found")

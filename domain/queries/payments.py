"""Payments as they are read: the list of a deal, and what money can be recorded or taken back."""

from domain.entities.deals import Deal
from domain.entities.payments import Payment
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.money import Money


def deal_with_payments(desk: Desk, number: int) -> Deal:
    """Every payment ever recorded, and the sums. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_MONEY)
    return desk.repositories.deals.get(number)


def payable_deal(desk: Desk, number: int) -> Deal:
    """One for which money can come. Raises Forbidden, NotFound, Refusal: deal_closed (a lost one), price_missing,
    more_than_owed (nothing is).
    """
    desk.must(Right.RECORD_PAYMENTS)
    deal = desk.repositories.deals.get(number)
    deal.must_be_payable()
    return deal


def deal_to_give_back(desk: Desk, number: int) -> Deal:
    """One of which money can go back, also when it is closed. Raises Forbidden, NotFound, Refusal: more_than_paid."""
    desk.must(Right.RECORD_PAYMENTS)
    deal = desk.repositories.deals.get(number)
    deal.must_give_back(Money(1, deal.currency))
    return deal


def payment_to_take_back(desk: Desk, number: int, payment: int) -> Payment:
    """Raises Forbidden, NotFound, Refusal: taken_back_already."""
    desk.must(Right.RECORD_PAYMENTS)
    found = desk.repositories.deals.get(number).payment(payment)
    found.must_count()
    return found

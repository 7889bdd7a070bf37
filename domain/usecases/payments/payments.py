"""Money received for a deal: recorded to the cent, taken back with a reason, never deleted."""

from datetime import date, timedelta
from typing import Any

from domain.entities.deals import Deal
from domain.entities.notices import NoticeKind
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Right
from domain.notices.payments import (
    PAID_TO_COLLEAGUE,
    PAYMENT_GIVEN_BACK,
    PAYMENT_RECORDED,
    PAYMENT_TAKEN_BACK,
    PAYMENT_UNDONE_STAFF,
)
from domain.ports.desk import Desk
from domain.usecases.deals.passing import pass_on
from domain.values.money import Money
from domain.values.refusals import Refusal

OLDEST = timedelta(days=366)
"""How long ago a payment may have come: before that somebody mistook the year."""


def record_payment(desk: Desk, number: int, amount: Money, method: PaymentMethod, on: date) -> Deal:
    """Money came; the client is told what is paid and what is owed now, and so is who leads the deal.

    Raises Forbidden, NotFound, Refusal: deal_closed (a lost one), price_missing, other_currency, negative_money,
    zero_money, more_than_owed, in_the_future, too_long_ago.
    """
    desk.must(Right.RECORD_PAYMENTS)
    deal = desk.repositories.deals.locked(number)
    deal.must_be_payable(amount)
    must_be_past(desk, on)
    payment = Payment(amount, method, on, desk.actor.staff, desk.now)
    deal.payments.append(payment)
    desk.repositories.flush()
    facts = {"payment": payment.id, "amount": str(amount), "method": method.value, "on": on.isoformat()}
    desk.note("deal", deal.id, "paid", **facts)
    _tell_client(desk, deal, payment, PAYMENT_RECORDED, amount)
    _tell_leader(desk, deal, payment, PAID_TO_COLLEAGUE, amount)
    pass_on(desk, deal)
    return deal


def return_money(desk: Desk, number: int, amount: Money, method: PaymentMethod, on: date) -> Deal:
    """Money went back to the client, all of it or a part; it counts against what they have paid, and they are told.

    Raises Forbidden, NotFound, Refusal: other_currency, negative_money, zero_money, more_than_paid,
    in_the_future, too_long_ago.
    """
    desk.must(Right.RECORD_PAYMENTS)
    deal = desk.repositories.deals.locked(number)
    deal.must_give_back(amount)
    must_be_past(desk, on)
    payment = Payment(Money.zero(amount.currency) - amount, method, on, desk.actor.staff, desk.now)
    deal.payments.append(payment)
    desk.repositories.flush()
    facts = {"payment": payment.id, "amount": str(payment.amount), "back": str(amount)}
    desk.note("deal", deal.id, "given_back", **facts, method=method.value, on=on.isoformat())
    _tell_client(desk, deal, payment, PAYMENT_GIVEN_BACK, amount)
    _tell_leader(desk, deal, payment, PAYMENT_UNDONE_STAFF, amount, taken_back=False)
    return deal


def must_be_past(desk: Desk, day: date) -> None:
    """Raises Refusal: in_the_future, too_long_ago."""
    if day > desk.today:
        raise Refusal("in_the_future")
    if day < desk.today - OLDEST:
        raise Refusal("too_long_ago")


def take_back(desk: Desk, number: int, payment: int, reason: str) -> Deal:
    """The payment does not count any more (recorded by mistake, or returned); it stays in the books, and the client is told.

    Raises Forbidden, NotFound, Refusal: taken_back_already, more_than_paid (it was given back).
    """
    desk.must(Right.RECORD_PAYMENTS)
    deal = desk.repositories.deals.locked(number)
    found = deal.payment(payment)
    found.must_count()
    if found.amount.minor > 0:
        deal.must_give_back(found.amount)
    found.cancelled_at, found.cancel_reason = desk.now, reason
    desk.note(
        "deal", deal.id, "payment_taken_back", payment=found.id, amount=str(found.amount), reason=reason
    )
    _tell_client(desk, deal, found, PAYMENT_TAKEN_BACK, found.amount)
    _tell_leader(desk, deal, found, PAYMENT_UNDONE_STAFF, found.amount, taken_back=True)
    return deal


def _tell_client(desk: Desk, deal: Deal, payment: Payment, kind: NoticeKind, amount: Money) -> None:
    sums: dict[str, Any] = {"amount": str(amount), "paid": str(deal.paid), "owed": str(deal.owed)}
    desk.notify(deal.client.person, kind, f"{payment.id}", deal=deal.id, **sums)


def _tell_leader(
    desk: Desk, deal: Deal, payment: Payment, kind: NoticeKind, amount: Money, **how: bool
) -> None:
    """Unless they did it themselves."""
    leader = deal.leader
    if leader is None or leader is desk.actor.staff:
        return
    key = ":".join(str(part) for part in (payment.id, *how.values()))
    facts: dict[str, Any] = {"amount": str(amount), "owed": str(deal.owed), "by": desk.actor.name, **how}
    desk.notify(leader.person, kind, key, deal=deal.id, **facts)

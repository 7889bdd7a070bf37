"""Money recorded for a deal: what is refused, and who is told what."""

from datetime import date

import pytest

from domain.entities.deals import Deal
from domain.entities.payments import PaymentMethod
from domain.entities.people import Role
from domain.ports.desk import Desk
from domain.usecases.deals.stages import lose
from domain.usecases.payments.payments import record_payment, take_back
from domain.values.money import Money
from domain.values.refusals import NotFound, Refusal
from tests.domain.one_deal import NOW, OneDeal, a_deal

TODAY = date(2027, 3, 1)


def pay(desk: Desk, amount: Money, on: date = TODAY) -> Deal:
    return record_payment(desk, 1, amount, PaymentMethod.CASH, on)


@pytest.mark.parametrize(
    ("amount", "kind"),
    [
        (Money(600_01, "EUR"), "more_than_owed"),
        (Money(0, "EUR"), "zero_money"),
        (Money(-1, "EUR"), "negative_money"),
        (Money(100_00, "USD"), "other_currency"),
    ],
)
def test_what_cannot_be_paid_is_refused_and_leaves_no_trace(amount: Money, kind: str) -> None:
    papers = OneDeal(a_deal())
    with pytest.raises(Refusal) as refused:
        pay(papers.desk(), amount)
    assert refused.value.kind == kind
    assert (papers.deal.payments, papers.written, papers.told) == ([], [], [])

    assert pay(papers.desk(), Money(600_00, "EUR")).owed == Money.zero("EUR")


@pytest.mark.parametrize(
    ("day", "kind"), [(date(2027, 3, 2), "in_the_future"), (date(2026, 2, 27), "too_long_ago")]
)
def test_money_came_on_a_day_that_can_be(day: date, kind: str) -> None:
    papers = OneDeal(a_deal())
    with pytest.raises(Refusal, match=kind):
        pay(papers.desk(), Money(1_00, "EUR"), day)
    pay(papers.desk(), Money(1_00, "EUR"), date(2026, 3, 1))


def test_what_has_no_price_cannot_be_paid() -> None:
    with pytest.raises(Refusal, match="price_missing"):
        pay(OneDeal(a_deal(price=0, deposit=0)).desk(), Money(1_00, "EUR"))


def test_a_lost_deal_takes_no_money_but_gives_it_back() -> None:
    papers = OneDeal(a_deal())
    pay(papers.desk(), Money(200_00, "EUR"))
    lose(papers.desk(), 1, "plans_changed")
    with pytest.raises(Refusal, match="deal_closed"):
        pay(papers.desk(), Money(1_00, "EUR"))
    assert take_back(papers.desk(), 1, 1, "returned to Anna").paid == Money.zero("EUR")


def test_the_client_hears_the_sums_to_the_cent() -> None:
    papers = OneDeal(a_deal())
    pay(papers.desk(Role.ACCOUNTANT), Money(199_99, "EUR"))
    (notice,) = papers.told
    assert notice.facts == {"deal": 1, "amount": "199.99 EUR", "paid": "199.99 EUR", "owed": "400.01 EUR"}


def test_a_payment_is_taken_back_once_and_stays_in_the_books() -> None:
    papers = OneDeal(a_deal())
    pay(papers.desk(), Money(200_00, "EUR"))
    take_back(papers.desk(), 1, 1, "typed twice")
    with pytest.raises(Refusal, match="taken_back_already"):
        take_back(papers.desk(), 1, 1, "once more")
    with pytest.raises(NotFound):
        take_back(papers.desk(), 1, 2, "nobody's")
    (payment,) = papers.deal.payments
    assert (payment.cancelled_at, payment.cancel_reason) == (NOW, "typed twice")
    assert [entry.what for entry in papers.written] == ["paid", "payment_taken_back"]

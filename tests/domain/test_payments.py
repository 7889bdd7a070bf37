"""Money recorded for a deal: what is refused, who is told what, and sixteen colleagues who record at once."""

import asyncio
from datetime import date

import pytest

from domain.entities.deals import Deal, PaymentMethod
from domain.entities.people import Role
from domain.ports.desk import Desk
from domain.usecases.deals.stages import lose
from domain.usecases.payments.payments import record_payment, take_back
from domain.values.money import Money
from domain.values.refusals import NotFound, Refusal
from storage import Database, SqlUnit
from tests.domain.one_deal import NOW, OneDeal, a_deal, agency_desk, kept

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


async def test_sixteen_payments_at_once_are_all_counted_once(database: Database) -> None:
    number = await kept(database)
    await asyncio.gather(*(_pays(database, number, 12_50) for _ in range(16)))

    deal, history = await database.read(
        lambda unit: (unit.repositories.deals.get(number), unit.repositories.history.of("deal", number, 100))
    )
    assert len(deal.payments) == 16
    assert (deal.paid, deal.owed) == (Money(200_00, "EUR"), Money(400_00, "EUR"))
    assert len({entry.facts["payment"] for entry in history}) == 16


async def test_of_sixteen_who_record_the_last_of_it_one_succeeds(database: Database) -> None:
    number = await kept(database)
    results = await asyncio.gather(
        *(_pays(database, number, 600_00) for _ in range(16)), return_exceptions=True
    )

    refused = [result for result in results if isinstance(result, Refusal)]
    assert {refusal.kind for refusal in refused} == {"more_than_owed"}
    assert len(refused) == 15
    deal = await database.read(lambda unit: unit.repositories.deals.get(number))
    assert (deal.paid, len(deal.payments)) == (Money(600_00, "EUR"), 1)


async def test_payments_and_their_taking_back_at_once_add_up(database: Database) -> None:
    number = await kept(database)
    await asyncio.gather(*(_pays(database, number, 25_00) for _ in range(8)))
    first = await database.read(lambda unit: unit.repositories.deals.get(number))
    await asyncio.gather(
        *(_takes_back(database, number, payment.id) for payment in first.payments),
        *(_pays(database, number, 50_00) for _ in range(8)),
    )
    deal = await database.read(lambda unit: unit.repositories.deals.get(number))
    assert (deal.paid, len(deal.payments)) == (Money(400_00, "EUR"), 16)


async def test_of_sixteen_who_take_one_payment_back_one_does(database: Database) -> None:
    number = await kept(database)
    await _pays(database, number, 200_00)
    (payment,) = (await database.read(lambda unit: unit.repositories.deals.get(number))).payments
    results = await asyncio.gather(
        *(_takes_back(database, number, payment.id) for _ in range(16)), return_exceptions=True
    )

    refused = [result.kind for result in results if isinstance(result, Refusal)]
    assert refused == ["taken_back_already"] * 15
    history = await database.read(lambda unit: unit.repositories.history.of("deal", number))
    assert [entry.what for entry in history] == ["payment_taken_back", "paid"]


async def _pays(database: Database, number: int, minor: int) -> None:
    def work(unit: SqlUnit) -> None:
        record_payment(agency_desk(unit.repositories), number, Money(minor, "EUR"), PaymentMethod.BANK, TODAY)

    await database.run(work)


async def _takes_back(database: Database, number: int, payment: int) -> None:
    await database.run(lambda unit: take_back(agency_desk(unit.repositories), number, payment, "returned"))

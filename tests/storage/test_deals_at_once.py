"""Sixteen colleagues who move one deal, record its payments and take them back at once."""

import asyncio
from datetime import date

from domain.entities.payments import PaymentMethod
from domain.usecases.deals.stages import advance
from domain.usecases.payments.payments import record_payment, take_back
from domain.values.money import Money
from domain.values.refusals import Refusal
from storage import Database, SqlUnit
from tests.domain.one_deal import a_deal, agency_desk

TODAY = date(2027, 3, 1)


async def test_of_sixteen_who_move_one_deal_at_once_one_does(database: Database) -> None:
    number = await kept(database)

    def work(unit: SqlUnit) -> None:
        advance(agency_desk(unit.repositories), number, "new")

    results = await asyncio.gather(*(database.run(work) for _ in range(16)), return_exceptions=True)

    refused = [result.kind for result in results if isinstance(result, Refusal)]
    assert refused == ["already_moved"] * 15
    deal, history = await database.read(
        lambda unit: (unit.repositories.deals.get(number), unit.repositories.history.of("deal", number))
    )
    assert (deal.step_key, [entry.what for entry in history]) == ("documents.data", ["passed", "advanced"])


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


async def kept(database: Database) -> int:
    """The same deal in a database; its number."""

    def work(unit: SqlUnit) -> int:
        deal = a_deal()
        deal.id = deal.client.id = 0
        deal.client.person = None
        unit.repositories.clients.add(deal.client)
        unit.repositories.deals.add(deal)
        unit.repositories.flush()
        return deal.id

    return await database.run(work)

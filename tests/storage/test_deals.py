"""Deals with all that belongs to them, lists of them, and the papers."""

from dataclasses import replace

import pytest

from domain.entities.stages import LOST
from domain.values.money import Money
from domain.values.refusals import NotFound
from storage import Database, SqlUnit
from tests.storage.things import (
    HOUR,
    NOON,
    client,
    deal,
    document,
    keep,
    member,
    payment,
    person,
    traveller,
    trip,
)


async def test_a_deal_comes_whole_in_one_statement(database: Database) -> None:
    maria = member("Maria")
    sale = deal(client("Ivan", who=person("Ivan")), trip(), seats=2, responsible=maria)
    sale.travellers += [traveller("Ivan"), traveller("Ana")]
    sale.payments += [payment(100, maria), payment(50)]
    sale.documents.append(document(sale, sale.travellers[1]))
    await keep(database, sale)
    before = database.statements
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert database.statements - before == 1
    assert again.trip is not None
    assert again.responsible is not None
    assert again.client.person is not None
    assert (again.price, again.deposit, again.paid) == (
        Money(100_000, "EUR"),
        Money(20_000, "EUR"),
        Money(150, "EUR"),
    )
    assert (again.client.name, again.trip.name, again.responsible.person.name) == ("Ivan", "Ohrid", "Maria")
    assert [who.name for who in again.travellers] == ["Ivan", "Ana"]
    assert again.payments[0].recorded_by is again.responsible
    assert again.documents[0].traveller is again.travellers[1]
    assert again.documents[0].deal is again


async def test_what_was_changed_is_kept(database: Database) -> None:
    sale = deal(client())
    await keep(database, sale)

    def change(unit: SqlUnit) -> None:
        again = unit.repositories.deals.locked(sale.id)
        again.price = Money(999, "USD")
        again.deposit = Money(1, "USD")
        again.travellers.append(traveller("Ana"))
        again.payments.append(replace(payment(), amount=Money(1, "USD")))

    await database.run(change)
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert (again.price, again.deposit, again.currency) == (Money(999, "USD"), Money(1, "USD"), "USD")
    assert (len(again.travellers), len(again.payments)) == (1, 1)


async def test_no_such_deal(database: Database) -> None:
    with pytest.raises(NotFound, match="no_such_deal"):
        await database.run(lambda unit: unit.repositories.deals.get(5))
    with pytest.raises(NotFound, match="no_such_deal"):
        await database.run(lambda unit: unit.repositories.deals.locked(5))


async def test_deals_of_a_client_newest_first(database: Database) -> None:
    ivan = client()
    closed, opened = deal(ivan, closed_at=NOON, step_key=LOST), deal(ivan)
    await keep(database, closed, opened, deal(client("Boris")))
    every = await database.read(lambda unit: unit.repositories.deals.of(ivan))
    assert [each.id for each in every] == [opened.id, closed.id]
    still = await database.read(lambda unit: unit.repositories.deals.of(ivan, only_open=True))
    assert [each.id for each in still] == [opened.id]


async def test_deals_of_a_trip_in_order(database: Database) -> None:
    ohrid, ivan = trip(), client()
    first, second = deal(ivan, ohrid), deal(ivan, ohrid, closed_at=NOON, step_key="travelled")
    await keep(database, first, second, deal(ivan, ohrid, step_key=LOST), deal(ivan))
    kept = await database.read(lambda unit: unit.repositories.deals.of_trip(ohrid))
    assert [each.id for each in kept] == [first.id, second.id]


async def test_deals_at_a_stage_longest_wait_first(database: Database) -> None:
    ivan, maria = client(), member("Maria")
    late = deal(ivan, step_key="documents.sent", step_since=NOON + HOUR)
    early = deal(ivan, step_key="documents.data", step_since=NOON, responsible=maria)
    other = deal(ivan, step_key="documentsx")
    closed = deal(ivan, step_key="documents.data", closed_at=NOON)
    await keep(
        database, late, early, other, closed, deal(ivan, step_key="deposit"), deal(ivan, step_key="deposit")
    )
    there = await database.read(lambda unit: unit.repositories.deals.at_stage("documents"))
    assert [each.id for each in there] == [early.id, late.id]
    paged = await database.read(lambda unit: unit.repositories.deals.at_stage("documents", limit=1, offset=1))
    assert [each.id for each in paged] == [late.id]
    hers = await database.read(lambda unit: unit.repositories.deals.at_stage("documents", [maria]))
    assert [each.id for each in hers] == [early.id]
    counts = await database.read(lambda unit: unit.repositories.deals.count_by_stage())
    assert counts == {"documents": 2, "documentsx": 1, "deposit": 2}
    assert await database.read(lambda unit: unit.repositories.deals.count_by_stage([maria])) == {
        "documents": 1
    }


async def test_papers(database: Database) -> None:
    sale = deal(client("Ivan"))
    sale.travellers.append(traveller("Ana"))
    late, early = document(sale, sent_at=NOON + HOUR), document(sale, sale.travellers[0])
    ours, rejected = document(sale), document(sale)
    ours.file.content_hash, rejected.file.refused = "ab" * 32, "content_gone"
    await keep(database, sale, late, early, ours, rejected)
    absent = await database.read(lambda unit: unit.repositories.files.to_fetch(9))
    assert [file.id for file in absent] == [early.file.id, late.file.id]
    assert len(await database.read(lambda unit: unit.repositories.files.to_fetch(1))) == 1
    nobody = await database.read(lambda unit: unit.repositories.documents.unassigned(sale))
    assert [paper.id for paper in nobody] == sorted([late.id, ours.id, rejected.id])
    again = await database.read(lambda unit: unit.repositories.documents.get(early.id))
    assert again.traveller is not None
    assert (again.deal.client.name, again.traveller.name, len(again.deal.documents)) == ("Ivan", "Ana", 4)


async def test_a_paper_knows_its_deal_even_when_that_was_let_go(database: Database) -> None:
    sale = deal(client("Ivan"))
    sale.documents.append(document(sale))
    await keep(database, sale)

    def work(unit: SqlUnit) -> str:
        paper = unit.repositories.deals.get(sale.id).documents[0]
        return unit.repositories.documents.get(paper.id).deal.client.name

    assert await database.run(work) == "Ivan"

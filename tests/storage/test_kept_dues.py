"""What is due is kept beside each deal, whatever was done to it: lists that go by it answer as the rule does."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.lateness import decided_by, dues
from domain.entities.pipeline import SHIPPED, Pipeline, Pipelines, PipelineUse
from domain.entities.stages import Stage
from domain.entities.trips import Trip
from storage import Database, SqlUnit
from tests.storage.things import NOON, client, keep, payment, traveller
from tests.things import OHRID, enter, eur, send_photo

EVER = date(2100, 1, 1)


def _a_sale() -> Deal:
    return Deal(
        client("Ivan"), OHRID.title, 2, eur(600), eur(200), NOON, Trip.planned(OHRID, NOON), None, "new", NOON
    )


def _pay_all(unit: SqlUnit, sale: Deal) -> None:
    sale.payments.append(payment(600_00))


def _take_back(unit: SqlUnit, sale: Deal) -> None:
    sale.payments[0].cancelled_at = NOON


def _enter(unit: SqlUnit, sale: Deal) -> None:
    enter(sale, "Ivan Petrov", None, NOON)
    enter(sale, "Ana Petrova", DocumentState.SENT, NOON)


def _accept(unit: SqlUnit, sale: Deal) -> None:
    send_photo(sale, sale.travellers[0], DocumentState.ACCEPTED, NOON)


def _reject(unit: SqlUnit, sale: Deal) -> None:
    unit.repositories.documents.get(sale.documents[0].id).state = DocumentState.REJECTED


def _take_off(unit: SqlUnit, sale: Deal) -> None:
    sale.travellers[0].cancelled_at = NOON
    sale.seats -= 1


def _cheaper(unit: SqlUnit, sale: Deal) -> None:
    sale.price = eur(500)


def _sooner(unit: SqlUnit, sale: Deal) -> None:
    """Without the deal: its trip alone is at hand."""
    unit.session.expunge_all()
    unit.repositories.trips.get(1).balance_due -= timedelta(days=30)


def _close(unit: SqlUnit, sale: Deal) -> None:
    sale.closed_at = NOON


def _lose(unit: SqlUnit, sale: Deal) -> None:
    sale.closed_at = None
    sale.lose("too dear", NOON)


ACTS: tuple[Callable[[SqlUnit, Deal], None], ...] = (
    _pay_all,
    _enter,
    _accept,
    _reject,
    _take_off,
    _take_back,
    _cheaper,
    _sooner,
    _close,
    _lose,
)


async def test_it_is_what_the_rule_says_after_every_change(database: Database) -> None:
    sale = _a_sale()
    await keep(database, sale)
    seen = [await database.read(_kept)]
    for act in ACTS:
        await database.run(lambda unit: act(unit, unit.repositories.deals.locked(sale.id)))  # noqa: B023
        seen.append(await database.read(_kept))
    assert all(kept == ruled for kept, ruled in seen), seen
    assert len({str(kept) for kept, _ruled in seen}) >= 7, "the changes changed something"


def _kept(unit: SqlUnit) -> tuple[object, object]:
    """As it stands in the row, and as the rule says."""
    sale = unit.repositories.deals.get(1)
    found = dues(sale, unit.session.pipelines().of(sale.step_key).needs)
    money = [due for due in found if due.what.is_money]
    ruled = (
        found[0].day if found else None,
        " ".join(due.what for due in found) or None,
        [(due.day, due.amount.minor) for due in money if due.amount],
        decided_by(sale),
    )
    row = vars(sale)
    pairs = [(row["_money_due_on"], row["_money_due_minor"]), (row["_rest_due_on"], row["_rest_due_minor"])]
    return (row["_due_on"], row["_due_what"], [pair for pair in pairs if pair[0]], row["_decide_on"]), ruled


async def test_another_pipeline_expects_other_things(database: Database) -> None:
    """A day trip without papers: nobody is late with a passport."""
    walk = Pipelines({SHIPPED: Pipeline((Stage("new"), Stage("done")))}, {}, PipelineUse())
    sale = _a_sale()
    sale.payments.append(payment(600_00))

    def sell(unit: SqlUnit) -> None:
        unit.repositories.go_by(lambda: walk)
        unit.repositories.deals.add(sale)

    await database.run(sell)
    assert await database.read(lambda unit: unit.repositories.deals.count_due(None, EVER, 9)) == 0

    def touch(unit: SqlUnit) -> None:
        unit.repositories.deals.get(sale.id).title = "Another"

    await database.run(touch)
    assert await database.read(lambda unit: unit.repositories.deals.count_due(None, EVER, 9)) == 1


async def test_the_scheduler_looks_once_at_what_has_changed(database: Database) -> None:
    sale = _a_sale()
    await keep(database, sale)

    def to_look_at(unit: SqlUnit) -> int:
        return len(unit.repositories.deals.changed(9))

    def looked(unit: SqlUnit) -> None:
        unit.repositories.deals.look_on(unit.repositories.deals.get(sale.id), EVER)

    assert await database.run(to_look_at) == 1
    await database.run(looked)
    assert await database.run(to_look_at) == 0
    await database.run(lambda unit: setattr(unit.repositories.deals.get(sale.id), "title", "Another"))
    assert await database.run(to_look_at) == 0, "nothing else is due of it"
    await database.run(lambda unit: unit.repositories.deals.get(sale.id).payments.append(payment(600_00)))
    assert await database.run(to_look_at) == 1


@pytest.mark.parametrize("most", [1, 2, 9])
async def test_sums_say_when_they_are_not_of_all(database: Database, most: int) -> None:
    for _ in range(2):
        sale = _a_sale()
        sale.travellers.append(traveller("Ivan"))
        await keep(database, sale)
    by_deposit, by_balance = OHRID.deposit_due, OHRID.balance_due
    for day, each in ((by_deposit - timedelta(days=1), 0), (by_deposit, 200), (by_balance, 600)):
        found = await database.read(lambda unit: unit.repositories.deals.sum_due(day, most))  # noqa: B023
        deals = 2 if each else 0
        assert (found.count, found.more) == (min(deals, most), deals > most)
        if each and not found.more:
            assert found.amounts == (eur(2 * each),)

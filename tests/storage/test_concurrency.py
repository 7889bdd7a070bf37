"""Many at once: the last seat is sold once, no money is lost, no count goes wrong."""

import asyncio

from domain.deals import Deal
from domain.money import Money
from domain.refusals import Refusal
from storage import Database, SqlUnit
from tests.storage.things import client, deal, keep, payment, trip


async def test_the_last_seat_is_sold_once(database: Database) -> None:
    ohrid = trip(seats=3)
    await keep(database, ohrid, deal(client("Earlier"), ohrid, seats=2))

    def book(unit: SqlUnit) -> int:
        held = unit.records.trips.locked(ohrid.id)
        if unit.records.trips.taken(held) >= held.seats:
            raise Refusal("not_enough_seats")
        sold = deal(client("Late"), held)
        unit.records.deals.add(sold)
        unit.records.flush()
        return sold.id

    sold = await asyncio.gather(*(database.run(book) for _ in range(16)), return_exceptions=True)
    assert sum(isinstance(each, int) for each in sold) == 1
    assert sum(isinstance(each, Refusal) for each in sold) == 15
    assert await database.read(lambda unit: unit.records.trips.taken(ohrid)) == 3


async def test_no_payment_is_lost(database: Database) -> None:
    sale = deal(client())
    await keep(database, sale)

    def pay(unit: SqlUnit) -> None:
        unit.records.deals.locked(sale.id).payments.append(payment(100))

    await asyncio.gather(*(database.run(pay) for _ in range(40)))
    again = await database.read(lambda unit: unit.records.deals.get(sale.id))
    assert again.paid == Money(4_000, "EUR")


async def test_read_then_write_loses_nothing_under_a_lock(database: Database, database_url: str) -> None:
    """Two programs on one database: on SQLite it is BEGIN IMMEDIATE that makes this true, not our queue."""
    sale = deal(client())
    await keep(database, sale)

    def more(unit: SqlUnit) -> None:
        held: Deal = unit.records.deals.locked(sale.id)
        held.price += Money(1, "EUR")

    other = Database(database_url)
    await asyncio.gather(*(each.run(more) for _ in range(20) for each in (database, other)))
    await other.close()
    again = await database.read(lambda unit: unit.records.deals.get(sale.id))
    assert again.price == sale.price + Money(40, "EUR")

"""Many at once: the last seat is sold once, no money is lost, no count goes wrong."""

import asyncio
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.util import await_only

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.ports.desk import Actor, Desk
from domain.usecases.deals.booking import Booking, open_deal, take_seat
from domain.usecases.inquiries.intake import Caller
from domain.usecases.trips.attending import confirm
from domain.usecases.trips.departures import announce_departures, told_by_phone
from domain.usecases.trips.planning import move
from domain.values.money import Money
from domain.values.refusals import Refusal
from storage import Database, SqlUnit
from tests.storage.things import client, deal, keep, member, payment, person, trip
from tests.world import AGENCY

THE_DAY_BEFORE = datetime.fromisoformat("2027-10-28T06:30:00+03:00")


async def test_the_last_seat_is_sold_once(database: Database) -> None:
    ohrid = trip(seats=3)
    await keep(database, ohrid, deal(client("Earlier"), ohrid, seats=2))

    def book(unit: SqlUnit) -> int:
        held = unit.repositories.trips.locked(ohrid.id)
        if unit.repositories.trips.taken(held) >= held.seats:
            raise Refusal("not_enough_seats")
        sold = deal(client("Late"), held)
        unit.repositories.deals.add(sold)
        unit.repositories.flush()
        return sold.id

    sold = await asyncio.gather(*(database.run(book) for _ in range(16)), return_exceptions=True)
    assert sum(isinstance(each, int) for each in sold) == 1
    assert sum(isinstance(each, Refusal) for each in sold) == 15
    assert await database.read(lambda unit: unit.repositories.trips.taken(ohrid)) == 3


async def test_a_promised_seat_is_for_whom_it_was_promised_to_whoever_is_faster(database: Database) -> None:
    """Many sell and the client answers at one moment: one seat was free, the other was hers."""
    ohrid, anna = trip(seats=3), client("Anna", who=person())
    boris = member("Boris")
    await keep(database, ohrid, deal(client("Earlier"), ohrid), anna, boris)

    def waits(unit: SqlUnit) -> int:
        found = unit.repositories.trips.get(ohrid.id), unit.repositories.clients.get(anna.id)
        place = WaitingPlace(*found, 1, THE_DAY_BEFORE, offered_at=THE_DAY_BEFORE)
        unit.repositories.trips.wait(place)
        unit.repositories.flush()
        return place.id

    place = await database.run(waits)

    def sells(unit: SqlUnit) -> str:
        booking = Booking(Caller("Somebody"), ohrid.id, 1, boris.id)
        return open_deal(_desk(unit), booking).client.name

    def takes(unit: SqlUnit) -> str:
        taken = take_seat(_desk(unit, anna), ohrid.id, place)
        return taken.client.name if taken else "nobody"

    work = [*[sells] * 6, takes, *[sells] * 6]
    sold = await asyncio.gather(*(database.run(one) for one in work), return_exceptions=True)
    assert sorted(one for one in sold if isinstance(one, str)) == ["Anna", "Somebody"]
    assert {type(one) for one in sold} == {str, Refusal}
    assert await database.read(lambda unit: unit.repositories.trips.taken(ohrid)) == 3


async def test_no_payment_is_lost(database: Database) -> None:
    sale = deal(client())
    await keep(database, sale)

    def pay(unit: SqlUnit) -> None:
        unit.repositories.deals.locked(sale.id).payments.append(payment(100))

    await asyncio.gather(*(database.run(pay) for _ in range(40)))
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert again.paid == Money(4_000, "EUR")


async def test_read_then_write_loses_nothing_under_a_lock(database: Database, database_url: str) -> None:
    """Two programs on one database: on SQLite it is BEGIN IMMEDIATE that makes this true, not our queue."""
    sale = deal(client())
    await keep(database, sale)

    def more(unit: SqlUnit) -> None:
        held: Deal = unit.repositories.deals.locked(sale.id)
        held.price += Money(1, "EUR")

    other = Database(database_url)
    await asyncio.gather(*(each.run(more) for _ in range(20) for each in (database, other)))
    await other.close()
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert again.price == sale.price + Money(40, "EUR")


async def test_what_was_confirmed_while_the_trip_moves_is_confirmed_no_more(database: Database) -> None:
    sale = await _sale_of_a_trip(database, told_at=THE_DAY_BEFORE - timedelta(hours=1))

    def confirms(unit: SqlUnit) -> None:
        confirm(_desk(unit, sale.client), sale.id, change=0)

    await _one_waits_for_the_other(database, confirms, lambda unit: _moves(unit, sale.trip))
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert (again.confirmed_at, again.told_at) == (None, None)


async def test_nobody_confirms_what_changed_while_they_waited(database: Database) -> None:
    sale = await _sale_of_a_trip(database, told_at=THE_DAY_BEFORE - timedelta(hours=1))

    def confirms(unit: SqlUnit) -> None:
        confirm(_desk(unit, sale.client), sale.id, change=0)

    with pytest.raises(Refusal, match="departure_changed"):
        await _one_waits_for_the_other(database, lambda unit: _moves(unit, sale.trip), confirms)
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert again.confirmed_at is None


async def test_who_was_called_before_the_trip_is_announced_is_told_all_the_same(database: Database) -> None:
    sale = await _sale_of_a_trip(database)

    def calls(unit: SqlUnit) -> None:
        told_by_phone(_desk(unit), sale.id)

    await _one_waits_for_the_other(database, calls, lambda unit: announce_departures(_desk(unit)))
    again = await database.read(lambda unit: unit.repositories.deals.get(sale.id))
    assert again.told_at is None


async def _sale_of_a_trip(database: Database, told_at: datetime | None = None) -> Deal:
    sale = deal(client(who=person()), trip(), told_at=told_at)
    await keep(database, sale)
    return sale


def _desk(unit: SqlUnit, who: Client | None = None) -> Desk:
    """A client's own, or the agency's."""
    known = unit.repositories.clients.get(who.id) if who else None
    actor = Actor(known.person, client=known) if known else Actor()
    return Desk(actor, THE_DAY_BEFORE, unit.repositories, AGENCY, secrets.token_urlsafe)


def _moves(unit: SqlUnit, moved: Trip | None) -> None:
    assert moved is not None
    move(_desk(unit), moved.id, "Gate 4", None)


async def _one_waits_for_the_other(
    database: Database, first: Callable[[SqlUnit], None], second: Callable[[SqlUnit], object]
) -> None:
    """The first has done its work when the second begins, and commits when the second waits for it, or did not have to."""
    if not database.shared:
        pytest.skip("its writers come one after the other anyway")
    worked, over = asyncio.Event(), asyncio.Event()

    def holding(unit: SqlUnit) -> None:
        first(unit)
        unit.repositories.flush()
        worked.set()
        await_only(_somebody_waits(database, over))

    async def following() -> None:
        await worked.wait()
        try:
            await database.run(second)
        finally:
            over.set()

    await asyncio.gather(database.run(holding), following())


async def _somebody_waits(database: Database, over: asyncio.Event) -> None:
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    while not (over.is_set() or await database.read(lambda unit: unit.session.scalar(waiting))):
        pass

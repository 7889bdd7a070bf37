"""A full coach is told in portions, so that nobody else waits: everybody all the same, and once."""

import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from domain.entities.notices import NoticeKind
from domain.entities.pipeline import PIPELINE, SHIPPED, Pipeline
from domain.entities.trips import Trip
from domain.notices.trips import DEPARTURE, DEPARTURE_CHANGED
from domain.ports.desk import Actor, Desk
from domain.usecases.trips.departures import PORTION, announce_departures, finish_trips, told
from domain.usecases.trips.planning import move
from storage import Database, SqlUnit
from storage import mapping as tables
from tests.storage.things import NOON, client, deal, keep, member, person, trip
from tests.world import AGENCY

CLIENTS = PORTION * 2 + 3
DAY_BEFORE = datetime.fromisoformat("2027-10-28T06:30:00+03:00")
MINUTE = timedelta(minutes=1)


def desk_of(unit: SqlUnit, now: datetime) -> Desk:
    return Desk(Actor(), now, unit.repositories, AGENCY, secrets.token_urlsafe)


async def portions(
    database: Database, now: datetime, work: Callable[[Desk], int] = announce_departures
) -> list[int]:
    """How many each of them dealt with: trips and clients, or deals."""
    found = []
    while done := await database.run(lambda unit: work(desk_of(unit, now))):
        found.append(done)
    return found


async def notices(database: Database, kind: NoticeKind) -> Counter[int]:
    """How many of this kind each deal has."""
    rows = select(tables.notices.c.deal_id).where(tables.notices.c.kind == kind)
    return await database.read(lambda unit: Counter(unit.session.scalars(rows)))


async def coach(database: Database) -> Trip:
    ohrid = trip()
    await keep(database, *(deal(client(f"C{number}", who=person()), ohrid) for number in range(CLIENTS)))
    return ohrid


async def test_everybody_is_told_once(database: Database) -> None:
    await coach(database)
    assert await portions(database, NOON) == []
    assert await portions(database, DAY_BEFORE) == [1 + PORTION, PORTION, 3]
    assert set((await notices(database, DEPARTURE)).values()) == {1}
    assert len(await notices(database, DEPARTURE)) == CLIENTS
    assert await portions(database, DAY_BEFORE + MINUTE) == []


async def test_who_booked_later_is_told_too(database: Database) -> None:
    ohrid = await coach(database)
    await portions(database, DAY_BEFORE)
    late = deal(client("Late", who=person()), await again(database, ohrid), step_key="voucher")
    await keep(database, late)
    assert await portions(database, DAY_BEFORE + MINUTE) == [1]
    assert (await notices(database, DEPARTURE))[late.id] == 1


async def test_who_heard_of_a_change_before_is_told_the_day_before_all_the_same(database: Database) -> None:
    ohrid = await coach(database)

    def told_and_moved(unit: SqlUnit) -> None:
        for one in unit.repositories.deals.of_trip(unit.repositories.trips.get(ohrid.id)):
            one.told_at = NOON
        move(owner_desk(unit), ohrid.id, "Another station", None)

    await database.run(told_and_moved)
    assert len(await notices(database, DEPARTURE_CHANGED)) == CLIENTS
    await portions(database, DAY_BEFORE)
    assert set((await notices(database, DEPARTURE)).values()) == {1}
    assert len(await notices(database, DEPARTURE)) == CLIENTS


async def test_who_stands_at_a_step_that_is_gone_is_told_once_all_the_same(database: Database) -> None:
    """The agency's file of stages is another one by now."""
    ohrid = trip()
    one = deal(client("Ana", who=person()), ohrid)
    await keep(database, one)
    await portions(database, DAY_BEFORE)
    shipped = AGENCY.definitions.one(PIPELINE, SHIPPED)
    without = Pipeline(tuple(part for part in shipped.parts if part.key != one.stage))
    other = replace(AGENCY, definitions=AGENCY.definitions.with_(PIPELINE, SHIPPED, without))

    def taken(unit: SqlUnit) -> None:
        desk = Desk(Actor(), DAY_BEFORE, unit.repositories, other, secrets.token_urlsafe)
        (notice,) = unit.repositories.notices.about([unit.repositories.deals.get(one.id)], [DEPARTURE])
        told(desk, notice)

    await database.run(taken)
    kept = await database.read(lambda unit: unit.repositories.deals.get(one.id))
    assert (kept.told_at, kept.step_key) == (DAY_BEFORE, one.step_key)


async def test_a_change_asks_once_what_everybody_was_told(database: Database) -> None:
    ohrid = await coach(database)
    await portions(database, DAY_BEFORE)
    before = database.statements
    await database.run(lambda unit: move(desk_of(unit, DAY_BEFORE + MINUTE), ohrid.id, "Gate 4", None))
    assert len(await notices(database, DEPARTURE_CHANGED)) == CLIENTS
    assert database.statements - before < CLIENTS + 30  # a notice each


async def test_who_calls_the_unreached_is_asked_once_for_all(database: Database) -> None:
    ohrid, leads = trip(), member()
    await keep(database, leads)
    calls = (deal(client(f"C{number}"), ohrid, responsible=leads) for number in range(CLIENTS))
    await keep(database, *calls)
    before = database.statements
    assert await portions(database, DAY_BEFORE) == [2]
    assert database.statements - before < CLIENTS


async def test_deals_have_travelled_in_portions(database: Database) -> None:
    ohrid = trip()
    sold = [deal(client(f"C{number}"), ohrid, step_key="notified") for number in range(CLIENTS)]
    await keep(database, *sold, deal(client("Owes"), ohrid, step_key="payment"))
    for now, expected in ((DAY_BEFORE, []), (DAY_BEFORE + timedelta(days=9), [PORTION, PORTION, 3])):
        found = await portions(database, now, finish_trips)
        assert found == expected
    steps = await database.read(
        lambda unit: Counter(one.step_key for one in unit.repositories.deals.of_trip(ohrid))
    )
    assert steps == {"travelled": CLIENTS, "payment": 1}


async def again(database: Database, ohrid: Trip) -> Trip:
    return await database.read(lambda unit: unit.repositories.trips.get(ohrid.id))


def owner_desk(unit: SqlUnit) -> Desk:
    return desk_of(unit, NOON + MINUTE)

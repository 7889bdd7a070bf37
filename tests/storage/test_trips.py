"""Trips, their seats, their reminders, and the line for a sold-out one."""

from datetime import datetime

from domain.entities.stages import LOST
from domain.entities.waiting import WaitingPlace
from storage import Database, SqlUnit
from tests.storage.things import DAY, HOUR, NOON, client, deal, keep, trip


async def test_upcoming_soonest_first(database: Database) -> None:
    later, sooner, past = (
        trip("B", datetime(2027, 6, 1)),
        trip("A", datetime(2027, 5, 1)),
        trip("P", datetime(2027, 2, 1)),
    )
    await keep(database, later, sooner, past)
    ahead = await database.read(lambda unit: unit.repositories.trips.upcoming(NOON))
    assert [each.name for each in ahead] == ["A", "B"]
    paged = await database.read(lambda unit: unit.repositories.trips.upcoming(NOON, limit=1, offset=1))
    assert [each.name for each in paged] == ["B"]


async def test_lost_deals_give_their_seats_back(database: Database) -> None:
    ohrid, ivan = trip(), client()
    await keep(
        database, ohrid, deal(ivan, ohrid, 2), deal(ivan, ohrid, 3), deal(ivan, ohrid, 5, step_key=LOST)
    )
    assert await database.read(lambda unit: unit.repositories.trips.taken(ohrid)) == 5
    empty = trip("Empty")
    await keep(database, empty)
    assert await database.read(lambda unit: unit.repositories.trips.taken(empty)) == 0


async def test_what_is_to_be_announced(database: Database) -> None:
    first, second = trip("First", datetime(2027, 3, 2, 8)), trip("Second", datetime(2027, 3, 2, 9))
    told, gone = trip("Told", datetime(2027, 3, 2, 7)), trip("Gone", datetime(2027, 3, 1, 7))
    told.told_at = NOON
    await keep(database, second, first, told, gone, trip("Far", datetime(2027, 3, 4)))
    due = await database.run(lambda unit: unit.repositories.trips.to_announce(NOON))
    assert [each.name for each in due] == ["First", "Second"]
    due = await database.run(lambda unit: unit.repositories.trips.to_announce(second.reminder_at - HOUR / 2))
    assert [each.name for each in due] == ["First"]


async def test_what_is_to_be_finished(database: Database) -> None:
    over, still, untold, closed = (
        trip(name, datetime(2027, 2, 1)) for name in ["over", "still", "untold", "closed"]
    )
    still.returns = NOON.date()
    ivan = client()
    await keep(
        database,
        *(deal(ivan, each, step_key="notified") for each in (over, still)),
        deal(ivan, untold, step_key="voucher"),
        deal(ivan, closed, step_key="notified", closed_at=NOON),
    )
    done = await database.run(lambda unit: unit.repositories.trips.to_finish(NOON, ["notified"]))
    assert [each.name for each in done] == ["over"]
    done = await database.run(lambda unit: unit.repositories.trips.to_finish(NOON + DAY, ["notified"]))
    assert [each.name for each in done] == ["over", "still"]


async def test_the_line_first_come_first(database: Database) -> None:
    ohrid, names = trip(), ["Late", "Early", "Left"]

    def queue(unit: SqlUnit) -> None:
        for name, since in zip(names, (NOON + HOUR, NOON, NOON), strict=True):
            left = NOON if name == "Left" else None
            unit.repositories.trips.wait(WaitingPlace(ohrid, client(name), 1, since, left_at=left))

    await keep(database, ohrid)
    await database.run(queue)
    line = await database.read(lambda unit: unit.repositories.trips.waiting(ohrid))
    assert [(place.client.name, place.trip.name) for place in line] == [("Early", "Ohrid"), ("Late", "Ohrid")]


async def test_a_held_trip_is_as_it_is_now(database: Database) -> None:
    ohrid = trip()
    await keep(database, ohrid)

    def work(unit: SqlUnit) -> tuple[int, int]:
        before = unit.repositories.trips.get(ohrid.id).seats
        unit.session.connection().exec_driver_sql("UPDATE trips SET seats = 7")
        return before, unit.repositories.trips.locked(ohrid.id).seats

    assert await database.run(work) == (40, 7)

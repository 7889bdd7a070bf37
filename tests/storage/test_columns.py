"""What the columns refuse, and that both databases give back what was put in."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from domain.entities.trip_plans import Point
from storage import Database
from tests.storage.things import NOON, client, keep, person, trip


async def test_instants_need_a_zone(database: Database) -> None:
    lost = person()
    lost.unreachable_since = NOON.replace(tzinfo=None)
    with pytest.raises(ValueError, match="an instant needs a time zone"):
        await keep(database, lost)


async def test_wall_clocks_have_none(database: Database) -> None:
    odd = trip()
    odd.departs = NOON
    with pytest.raises(ValueError, match="a wall-clock time has no time zone"):
        await keep(database, odd)


async def test_instants_come_back_in_utc(database: Database) -> None:
    ana = person()
    ana.unreachable_since = datetime(2027, 3, 1, 23, 59, 59, 999_999, timezone(timedelta(hours=-5)))
    await keep(database, ana)
    again = await database.read(lambda unit: unit.repositories.people.get(ana.id))
    assert again.unreachable_since == ana.unreachable_since
    assert again.unreachable_since is not None
    assert again.unreachable_since.tzinfo is UTC


@pytest.mark.parametrize("name", ["NUL\0 in it", "half \ud83d of a pair"])
async def test_text_that_cannot_be_kept_is_refused(database: Database, name: str) -> None:
    with pytest.raises(ValueError, match=r"NUL|surrogates"):
        await keep(database, person(name))


async def test_any_other_text_comes_back(database: Database) -> None:
    name = "Ана \u202eRTL 👨\u200d👩\u200d👧 O'Neil \\ % _ \n 王小明"
    ivan = client(name)
    await keep(database, ivan)
    assert (await database.read(lambda unit: unit.repositories.clients.get(ivan.id))).name == name


async def test_trips_come_back_whole(database: Database) -> None:
    ohrid = trip(point=Point(42.6977, 23.3219), bring="Passport")
    nowhere = trip()
    await keep(database, ohrid, nowhere)
    again = await database.read(lambda unit: unit.repositories.trips.get(ohrid.id))
    fields = ohrid.__dataclass_fields__
    assert {name: getattr(again, name) for name in fields} == {name: getattr(ohrid, name) for name in fields}
    assert (await database.read(lambda unit: unit.repositories.trips.get(nowhere.id))).point is None

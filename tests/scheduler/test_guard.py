"""The guard of the history: seals behind everybody's back, looks every night, and tells the owners what it finds."""

from datetime import timedelta

from sqlalchemy import select, text

from domain.people import Role
from storage import SqlUnit
from storage.tables import history, history_files
from tests.deals import a_deal, a_trip
from tests.world import World


def not_sealed(unit: SqlUnit) -> int:
    return len(unit.session.execute(select(history.c.id).where(history.c.seal.is_(None))).all())


async def test_whatever_is_written_is_sealed_at_the_next_look(world: World) -> None:
    await world.colleague("Boris", Role.MANAGER)
    await world.settle()
    assert await world.database.read(not_sealed) == 0
    files = await world.database.read(lambda unit: unit.session.execute(select(history_files)).all())
    assert {row.subject for row in files} == {"", "invitation", "staff"}


async def test_an_owner_hears_in_the_morning_what_was_changed_at_night(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    boris = await world.colleague("Boris", Role.MANAGER)
    await a_deal(world, client="Maria", trip=await a_trip(world), responsible=boris)
    await world.turn(timedelta(days=1))
    await olga.looks()
    olga.hears_nothing_of("The history was changed")

    def tamper(unit: SqlUnit) -> None:
        unit.session.execute(
            text("UPDATE history SET actor = 'Nobody' WHERE subject = 'staff' AND subject_id = 2")
        )

    await world.database.run(tamper)
    await world.turn(timedelta(days=1))
    await olga.looks()
    olga.hears("The history was changed from outside", "staff 2, entry 4, the 1. of its file: changed since")
    await boris.looks()
    boris.hears_nothing_of("The history was changed")
    await world.turn(timedelta(minutes=5))
    await olga.looks()
    olga.hears_nothing_of("The history was changed")

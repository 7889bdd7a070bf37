"""What stories leave out: looks at entries of the timetable that found nothing, as long as nothing they hang on changed."""

from datetime import timedelta

from sqlalchemy import update

from domain.entities.people import Role
from scheduler.timetable import TIMETABLE
from storage.mapping import inquiries, screens
from tests.stories.asking import asks_for_lisbon
from tests.world import World


async def test_an_entry_is_looked_at_when_what_it_read_is_written(world: World) -> None:
    await world.colleague("Boris", Role.MANAGER)
    await asks_for_lisbon(await world.person("Anna"))
    await world.settle()
    assert world.stirred() == []

    await world.database.run(lambda unit: unit.session.execute(update(screens).values(revision=9)))
    assert world.stirred() == []
    await world.database.run(lambda unit: unit.session.execute(update(inquiries).values(heads=3)))
    stirred = {entry.name for entry in world.stirred()}
    assert "catch up with conversations" in stirred
    assert "greet colleagues" not in stirred
    await world.settle()
    assert world.stirred() == []


async def test_everything_is_looked_at_when_the_clock_was_turned_or_the_scheduler_is_another(
    world: World,
) -> None:
    await world.settle()
    world.sandbox.clock.advance(timedelta(seconds=2))
    assert [entry.name for entry in world.stirred()] == [entry.name for entry in TIMETABLE]
    await world.settle()
    assert world.stirred() == []
    await world.scheduler.close()
    await world.open_scheduler()
    assert len(world.stirred()) == len(TIMETABLE)

"""The guard of the history: seals behind everybody's back, looks every night, and tells the owners what it finds."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from domain.entities.people import Role
from scheduler.jobs.audit_job import AGAIN_AFTER, AuditJob
from storage import SqlUnit
from storage.mapping import history, history_files
from tests.deals import a_deal, a_trip
from tests.people import Person
from tests.world import World

DAY = timedelta(days=1)


def not_sealed(unit: SqlUnit) -> int:
    return len(unit.session.execute(select(history.c.id).where(history.c.seal.is_(None))).all())


async def tampered(world: World) -> Person:
    """The owner of an agency in whose history Nobody has written since it was built."""
    olga = await world.colleague("Olga", Role.OWNER)
    await world.colleague("Boris", Role.MANAGER)
    await world.settle()

    def tamper(unit: SqlUnit) -> None:
        unit.session.execute(text("UPDATE history SET actor = 'Nobody' WHERE subject = 'staff'"))

    await world.database.run(tamper)
    return olga


async def renamed(world: World, table: str, to: str) -> None:
    await world.database.run(lambda unit: unit.session.execute(text(f"ALTER TABLE {table} RENAME TO {to}")))


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


async def test_a_walk_cut_short_by_a_restart_is_begun_anew_the_same_night(world: World) -> None:
    olga = await tampered(world)
    world.sandbox.clock.set(world.sandbox.clock.now() + DAY)
    before = AuditJob()
    assert await before.verify(world.scheduler._context) == 1
    await before.close(world.scheduler._context)

    await world.settle()
    await olga.looks()
    olga.hears("The history was changed from outside")


async def test_a_walk_that_failed_is_begun_anew_the_same_night(world: World) -> None:
    olga = await tampered(world)
    await renamed(world, "definition_imports", "elsewhere")
    with pytest.raises(DBAPIError):
        await world.turn(DAY)
    await renamed(world, "elsewhere", "definition_imports")

    await world.turn(AGAIN_AFTER / 2)
    await olga.looks()
    olga.hears_nothing_of("The history was changed")
    await world.turn(AGAIN_AFTER)
    await olga.looks()
    olga.hears("The history was changed from outside")


async def test_of_several_schedulers_one_walks(world: World) -> None:
    if not world.database.shared:
        pytest.skip("on SQLite there is one process")
    await world.settle()
    world.sandbox.clock.set(world.sandbox.clock.now() + DAY)
    office, one, other = world.scheduler._context, AuditJob(), AuditJob()
    assert (await one.verify(office), await other.verify(office)) == (1, 0)
    await one.close(office)
    assert (await one.verify(office), await other.verify(office)) == (1, 0)
    await one.close(office)
    assert await other.verify(office) == 1
    await other.close(office)

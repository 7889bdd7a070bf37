"""A notice that waits is moved when its day changes, or taken back; one that is on its way is left alone."""

from datetime import datetime, timedelta

from domain.entities.notices import NoticeState
from domain.entities.people import Person as Met
from domain.notices.deals import DEAL_CLOSED
from domain.ports.desk import Desk
from storage import SqlUnit
from tests.deals import a_deal
from tests.people import Person
from tests.scheduler.post import kept, letters, reader
from tests.world import World

DAY = timedelta(days=1)


async def remind(world: World, person: Person, due: datetime) -> int:
    """A reminder under the key "task"; its number."""
    deal = await a_deal(world, client=person)

    def work(unit: SqlUnit) -> int:
        desk = world.desk(unit)
        them = desk.repositories.deals.get(deal).client.person
        assert them is not None
        assert desk.notify(them, DEAL_CLOSED, "task", due_at=due, deal=deal)
        found = desk.repositories.notices.by_key(f"deal_closed:task:{them.id}")
        assert found is not None
        return found.id

    return await world.database.run(work)


async def moved(world: World, person: Person, to: datetime, useless_after: datetime | None = None) -> bool:
    def work(unit: SqlUnit) -> bool:
        desk = world.desk(unit)
        them = _them(desk, person)
        return desk.move_notice(them, DEAL_CLOSED, "task", due_at=to, useless_after=useless_after)

    return await world.database.run(work)


async def cancelled(world: World, person: Person) -> bool:
    def work(unit: SqlUnit) -> bool:
        desk = world.desk(unit)
        return desk.cancel_notice(_them(desk, person), DEAL_CLOSED, "task")

    return await world.database.run(work)


def _them(desk: Desk, person: Person) -> Met | None:
    return desk.repositories.people.by_telegram_id(person.id)


async def test_a_moved_notice_is_said_once_and_at_its_new_time(world: World) -> None:
    anna, now = await reader(world), world.sandbox.clock.now()
    number = await remind(world, anna, now + DAY)

    assert await moved(world, anna, now + 3 * DAY)
    await world.turn(2 * DAY)
    assert await letters(anna) == []
    assert await moved(world, anna, now + 2 * DAY + timedelta(minutes=5))
    await world.turn(timedelta(minutes=6))
    assert len(await letters(anna)) == 1

    assert not await moved(world, anna, now + 5 * DAY)
    await world.turn(9 * DAY)
    assert len(await letters(anna)) == 1
    assert (await kept(world, number)).state is NoticeState.SENT


async def test_a_cancelled_notice_is_never_said_and_its_key_stays_used(world: World) -> None:
    anna, now = await reader(world), world.sandbox.clock.now()
    number = await remind(world, anna, now + DAY)

    assert await cancelled(world, anna)
    assert not await cancelled(world, anna)
    assert not await moved(world, anna, now)
    await world.turn(2 * DAY)

    assert await letters(anna) == []
    assert (await kept(world, number)).state is NoticeState.DROPPED
    again = await world.database.run(
        lambda unit: world.desk(unit).notify(_them(world.desk(unit), anna), DEAL_CLOSED, "task", deal=1)
    )
    assert again is False


async def test_what_is_being_said_is_not_touched(world: World) -> None:
    anna, now = await reader(world), world.sandbox.clock.now()
    number = await remind(world, anna, now + DAY)
    later = now + DAY
    lease = await world.database.run(lambda unit: unit.outbox.lease(later, 10, 60))
    assert number in lease.notices

    assert not await moved(world, anna, now + 5 * DAY)
    assert not await cancelled(world, anna)

    said = await kept(world, number)
    assert (said.state, said.due_at, said.leased_until) == (NoticeState.SENDING, later, lease.until)
    assert await world.database.run(lambda unit: unit.outbox.mark_sent(number, 1, later, lease.until))


async def test_it_is_useless_when_it_is_said_to_be(world: World) -> None:
    anna, now = await reader(world), world.sandbox.clock.now()
    number = await remind(world, anna, now + DAY)

    assert await moved(world, anna, now + 2 * DAY, useless_after=now + 3 * DAY)
    await world.turn(4 * DAY)

    assert (await letters(anna), (await kept(world, number)).state) == ([], NoticeState.DROPPED)


async def test_who_is_not_in_telegram_has_nothing_that_waits(world: World) -> None:
    def tried(unit: SqlUnit) -> tuple[bool, bool]:
        desk = world.desk(unit)
        when = desk.now
        return desk.move_notice(None, DEAL_CLOSED, "x", due_at=when), desk.cancel_notice(
            None, DEAL_CLOSED, "x"
        )

    assert await world.database.run(tried) == (False, False)

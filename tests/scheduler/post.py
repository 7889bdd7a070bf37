"""Notices for tests of the post: people who wait for one, and what became of it."""

from datetime import datetime

from domain.entities.notices import Notice, NoticeState
from domain.notices.deals import DEAL_CLOSED
from scheduler.jobs.reminding import look_at_deals
from storage import SqlUnit
from tests.deals import a_deal
from tests.people import Person
from tests.world import World

CLOSED = "Your booking #{} is closed"


async def reader(world: World, name: str = "Anna", language: str = "en") -> Person:
    """Somebody who has started the bot."""
    person = await world.person(name, language)
    await person.says("/start")
    return person


async def write(world: World, person: Person, *due: datetime) -> list[int]:
    """One notice about one closed deal for each time, now by default; their numbers."""
    return [await _write(world, person, at) for at in due or (world.sandbox.clock.now(),)]


async def _write(world: World, person: Person, at: datetime) -> int:
    number = await a_deal(world, client=person)

    def work(unit: SqlUnit) -> int:
        reader = unit.repositories.deals.get(number).client.person
        assert reader is not None
        desk = world.desk(unit)
        look_at_deals(desk)  # so that the next tick has nothing to do but the post
        now, facts = desk.now, {"deal": number}
        notice = Notice(f"post:{number}", DEAL_CLOSED, reader, at, now, facts)
        unit.repositories.notices.add(notice)
        return notice.id

    return await world.database.run(work)


async def state(world: World, number: int) -> NoticeState:
    return (await kept(world, number)).state


async def kept(world: World, number: int) -> Notice:
    return await world.database.read(lambda unit: unit.repositories.notices.get(number))


async def trouble(world: World, person: Person, **fault: object) -> None:
    """The next sendings to this person meet it."""
    await world.post("/sim/faults", {"method": "sendMessage", "chat": person.id, **fault})


async def letters(person: Person) -> list[str]:
    """All that was said unasked, oldest first."""
    await person.looks()
    return [str(m["text"]) for m in person.chat if m["from"] == "bot" and "is closed" in (m["text"] or "")]

"""Notices for tests of the post: people who wait for one, and what became of it."""

from datetime import datetime

from domain.notices import Notice, NoticeKind, NoticeState
from storage import SqlUnit
from tests.deals import a_deal
from tests.people import Person
from tests.world import World

CLOSED = "Your reservation № {} is closed"


async def reader(world: World, name: str = "Anna", language: str = "en") -> Person:
    """Somebody who has started the bot."""
    person = await world.person(name, language)
    await person.says("/start")
    return person


async def write(world: World, person: Person, *due: datetime) -> list[int]:
    """One notice about one closed deal for each time, now by default; their numbers."""
    numbers = []
    for at in due or (world.sandbox.clock.now(),):
        deal = await a_deal(world, client=person)
        numbers.append(await world.database.run(lambda unit, at=at, deal=deal: _add(world, unit, deal, at)))
    return numbers


def _add(world: World, unit: SqlUnit, deal: int, at: datetime) -> int:
    person = unit.records.deals.get(deal).client.person
    assert person is not None
    notice = Notice(f"post:{deal}", NoticeKind.DEAL_CLOSED, person, at, world.desk(unit).now, {"deal": deal})
    unit.records.notices.add(notice)
    return notice.id


async def state(world: World, number: int) -> NoticeState:
    return (await kept(world, number)).state


async def kept(world: World, number: int) -> Notice:
    return await world.database.read(lambda unit: unit.records.notices.get(number))


async def trouble(world: World, person: Person, **fault: object) -> None:
    """The next sendings to this person meet it."""
    await world.post("/sim/faults", {"method": "sendMessage", "chat": person.id, **fault})


async def letters(person: Person) -> list[str]:
    """All that was said unasked, oldest first."""
    await person.looks()
    return [str(m["text"]) for m in person.chat if m["from"] == "bot" and "is closed" in (m["text"] or "")]

"""Short ways into the middle of a story about inquiries, and a look at what is to be said to whom."""

from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import select

from domain.entities.notices import Notice
from domain.ports.desk import Desk
from storage import SqlUnit
from storage.mapping import notices
from tests.people import Person
from tests.world import World

T = TypeVar("T")


async def look(world: World, at: Callable[[Desk], T]) -> T:
    """What the agency's papers say."""
    return await world.database.read(lambda unit: at(world.desk(unit)))


async def notices_to(world: World, person: Person, kind: str) -> list[Notice]:
    """What is (or was) to be said to somebody unasked, oldest first."""

    def work(unit: SqlUnit) -> list[Notice]:
        met = unit.repositories.people.by_telegram_id(person.id)
        numbers = unit.session.scalars(
            select(notices.c.id).where(notices.c.kind == kind).order_by(notices.c.id)
        )
        every = [unit.repositories.notices.get(number) for number in numbers.all()]
        return [notice for notice in every if notice.person is met]

    return await world.database.read(work)


async def presses(person: Person, notice: Notice, verb: str) -> None:
    """Presses a button under a notice."""
    await person.forges(f"n:{notice.id}:{verb}", person.last["message_id"])


async def asks_for_lisbon(person: Person, *, phone: str | None = None) -> None:
    """A client's first inquiry: Lisbon in summer, for two."""
    await person.says("/tour")
    await person.says("Lisbon")
    await person.says("12.07.2027 – 20.07.2027")
    await person.taps("2")
    await person.taps(person.name)
    await (person.says(phone) if phone else person.taps("Skip"))
    await person.taps("✅ Send")


async def asks_for_lisbon_again(person: Person) -> None:
    """The same of somebody we know: their name and phone are not asked for."""
    await person.says("/tour")
    await person.says("Lisbon")
    await person.taps("Skip")
    await person.taps("2")
    if person.buttons == ["Skip"]:
        await person.taps("Skip")
    await person.taps("✅ Send")


async def a_join_link(world: World, trip: int) -> str:
    from domain.queries.joining import join_payload

    return await look(world, lambda desk: join_payload(desk, desk.repositories.trips.get(trip)))


def facts(told: list[Notice]) -> list[dict[str, Any]]:
    return [notice.facts for notice in told]

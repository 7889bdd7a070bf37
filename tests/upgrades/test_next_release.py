"""The release after this one: what only it knows is left to it, and nobody else's post is held up."""

from sqlalchemy import text

from storage import SqlUnit
from tests.scheduler.post import letters, write
from tests.world import World


async def test_a_notice_of_a_kind_only_a_later_program_knows(world: World) -> None:
    anna, boris = await world.person("Anna"), await world.person("Boris")
    for person in (anna, boris):
        await person.says("/start")
    [later] = await write(world, anna)
    await write(world, boris)

    def of_kind(unit: SqlUnit, kind: str) -> None:
        changed = text("UPDATE notices SET kind = :kind WHERE id = :number")
        unit.session.execute(changed, {"kind": kind, "number": later})

    await world.database.run(lambda unit: of_kind(unit, "from_tomorrow"))
    await world.settle()
    assert len(await letters(boris)) == 1
    assert await letters(anna) == []

    await world.database.run(lambda unit: of_kind(unit, "deal_closed"))  # now a program that knows it is here
    await world.settle()
    assert len(await letters(anna)) == 1

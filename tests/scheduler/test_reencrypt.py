"""Files an earlier program kept in clear are sealed behind everybody's back, and nothing is lost on the way."""

import hashlib
from datetime import timedelta

from storage import SqlUnit
from tests.scheduler.post import reader
from tests.scheduler.test_fetching import JPEG, document, sent
from tests.world import World

HOUR = timedelta(hours=1)


async def in_clear(world: World, content: bytes) -> tuple[int, str]:
    """A paper as an earlier program kept it: its number, and the SHA-256 its file lies under."""
    number = await sent(world, await reader(world), content)
    await world.settle()
    name = hashlib.sha256(content).hexdigest()
    await world.files.bring(name, content)

    sealed = await name_it(world, number, name)
    assert sealed is not None
    await world.files.remove(sealed)
    return number, name


async def name_it(world: World, number: int, name: str) -> str | None:
    """As the earlier program writes it down; what was written there before."""

    def write(unit: SqlUnit) -> str | None:
        file = unit.repositories.documents.get(number).file
        before, file.content_hash = file.content_hash, name
        return before

    return await world.database.run(write)


async def test_what_lies_in_clear_is_sealed_and_goes_an_hour_later(world: World) -> None:
    number, name = await in_clear(world, JPEG)

    await world.turn(HOUR)
    sealed = (await document(world, number)).file.content_hash
    assert sealed is not None
    assert sealed != name
    assert await world.files.get(sealed) == JPEG
    await world.turn(HOUR / 2)
    assert set(await world.files.names()) == {sealed, name}  # a backup may be reading it just now
    assert JPEG not in await world.files.carry(sealed)

    await world.turn(HOUR)
    assert await world.files.names() == [sealed]
    await world.turn(HOUR)
    assert await world.files.get(sealed) == JPEG


async def test_what_an_earlier_program_names_meanwhile_is_renamed_before_it_goes(world: World) -> None:
    """The two run side by side for a while, and the earlier one keeps the same content once more."""
    number, name = await in_clear(world, JPEG)
    await world.turn(HOUR)
    sealed = await name_it(world, number, name)
    assert sealed is not None

    await world.turn(HOUR)
    assert (await document(world, number)).file.content_hash == sealed
    assert set(await world.files.names()) == {sealed, name}
    await world.turn(HOUR)
    assert await world.files.names() == [sealed]
    assert await world.files.get(sealed) == JPEG


async def test_what_was_cut_short_is_done_again(world: World) -> None:
    """Killed when the content lay there twice, and no paper spoke of the new one yet."""
    number, _name = await in_clear(world, JPEG)
    twice = await world.files.put(JPEG)

    await world.turn(HOUR)
    await world.turn(HOUR)
    assert (await document(world, number)).file.content_hash == twice
    assert await world.files.names() == [twice]


async def test_what_is_spoiled_is_left_and_holds_up_nothing(world: World) -> None:
    number, name = await in_clear(world, JPEG)
    nobodys = "0" * 64
    await world.files.bring(nobodys, b"not what was put there")

    await world.turn(HOUR)
    await world.turn(HOUR)
    sealed = (await document(world, number)).file.content_hash
    assert sealed is not None
    assert name not in await world.files.names()
    assert set(await world.files.names()) == {nobodys, sealed}

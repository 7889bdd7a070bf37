"""Answers that were lost between the commit and Telegram are given once more, and nobody's facts change."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.conversation.exchange import Exchange
from bot.transport.answering.unsent import OWED_AFTER
from storage import SqlUnit
from storage.mapping import screens
from tests.people import Person
from tests.world import World

SOON = OWED_AFTER + timedelta(seconds=1)
TOUR = "Where would you like to go?"


class Mouth:
    """Stands in for the delivery: dies instead, or is held up."""

    def __init__(self, world: World) -> None:
        self._delivery = world.bot.answers._delivery
        self._deliver = self._delivery.deliver
        self.dies = False
        self.gate: asyncio.Event | None = None
        self._delivery.deliver = self.deliver  # type: ignore[method-assign]

    async def deliver(self, exchange: Exchange) -> None:
        if self.dies:
            raise asyncio.CancelledError
        if self.gate is not None:
            await self.gate.wait()
        await self._deliver(exchange)


@pytest.fixture
async def anna(world: World) -> Person:
    anna = await world.person("Anna")
    await anna.says("/start")
    await world.bot.answers.write_down()
    return anna


async def _loses(world: World, anna: Person, *texts: str) -> None:
    mouth = Mouth(world)
    mouth.dies = True
    for text in texts:
        await anna.says(text)
    mouth.dies = False


def _screens(unit: SqlUnit) -> list[tuple[object, ...]]:
    return [tuple(row) for row in unit.session.execute(select(screens).order_by(screens.c.id))]


async def _owed(world: World) -> int:
    now, day = world.sandbox.clock.now(), timedelta(days=1)
    return len(await world.database.read(lambda unit: unit.answers.owed(now - day, now + day, 9)))


async def test_who_was_not_answered_is_shown_once_where_things_stand(world: World, anna: Person) -> None:
    await _loses(world, anna, "/tour")
    assert anna.heard == []
    assert await world.bot.answers.look() == 0, "whoever is at it has some seconds"

    world.sandbox.clock.advance(SOON)
    assert await world.bot.answers.look() == 1
    await anna.looks()
    anna.hears(TOUR)

    await world.bot.answers.write_down()
    world.sandbox.clock.advance(SOON)
    assert await world.bot.answers.look() == 0
    assert await _owed(world) == 0
    await anna.says("Lisbon")
    anna.hears("When?")


async def test_a_screen_that_cannot_be_shown_keeps_nobody_else_waiting(world: World, anna: Person) -> None:
    boris = await world.person("Boris")
    await boris.says("/start")
    await _loses(world, anna, "/language")
    await _loses(world, boris, "/tour")
    spoil = update(screens).where(screens.c.chat_id == anna.id).values(view=["language", "spoiled", 7])
    await world.database.run(lambda unit: unit.session.execute(spoil))

    world.sandbox.clock.advance(SOON)
    assert await world.bot.answers.look() == 2
    await boris.looks()
    boris.hears(TOUR)
    await world.bot.answers.write_down()
    world.sandbox.clock.advance(SOON)
    assert await world.bot.answers.look() == 0

    await anna.says("/tour")
    anna.hears(TOUR)


async def test_of_several_lost_answers_one_tells_all(world: World, anna: Person) -> None:
    await _loses(world, anna, "/tour", "Lisbon")

    world.sandbox.clock.advance(SOON)
    assert await world.bot.answers.look() == 1
    await anna.looks()

    assert len(anna.heard) == 1
    anna.hears("When?")
    await world.bot.answers.write_down()
    world.sandbox.clock.advance(SOON)
    assert await world.bot.answers.look() == 0


async def test_an_open_question_is_read_and_never_written_over_an_answer_that_comes_meanwhile(
    world: World, anna: Person
) -> None:
    """Another process has the user's queue meanwhile: what it writes must stay."""
    await _loses(world, anna, "/tour", "Lisbon")
    before = await world.database.read(_screens)

    world.sandbox.clock.advance(SOON)
    assert await world.bot.answers.look() == 1
    await anna.looks()

    anna.hears("When?")
    assert await world.database.read(_screens) == before
    await anna.taps("◀ Back")
    anna.hears(TOUR)


async def test_a_screen_without_a_question_is_shown_again(world: World, anna: Person) -> None:
    await _loses(world, anna, "/language")

    world.sandbox.clock.advance(SOON)
    await world.bot.answers.look()
    await anna.looks()

    anna.hears("language")


async def test_what_was_given_is_owed_no_more(world: World, anna: Person) -> None:
    await anna.says("/tour")
    assert await _owed(world) == 1, "written down later, with others"
    await world.bot.answers.write_down()
    assert await _owed(world) == 0


async def test_what_was_given_is_not_given_again_when_writing_it_down_is_late(
    world: World, anna: Person
) -> None:
    """Where much goes on, the second in which it is written down may become many."""
    await anna.says("/tour")
    assert await _owed(world) == 1
    world.sandbox.clock.advance(SOON)

    assert await world.bot.answers.look() == 0
    await anna.looks()
    assert anna.heard == []


async def test_a_slow_answer_is_nobody_elses_to_give(world: World, anna: Person) -> None:
    mouth = Mouth(world)
    mouth.gate = asyncio.Event()
    await world.post(f"/sim/people/{anna.id}/say", {"text": "/tour"})
    while not world.bot.answers._under_way:
        await asyncio.sleep(0)
    assert await _owed(world) == 1
    world.sandbox.clock.advance(OWED_AFTER - timedelta(seconds=1))
    await world.bot.answers.write_down()
    world.sandbox.clock.advance(OWED_AFTER - timedelta(seconds=1))

    assert await world.bot.answers.look() == 0
    mouth.gate.set()
    await world.listened()


async def test_an_answer_of_an_hour_ago_is_awaited_by_nobody(world: World, anna: Person) -> None:
    await _loses(world, anna, "/tour")
    world.sandbox.clock.advance(timedelta(hours=2))
    assert await world.bot.answers.look() == 0


async def test_the_last_words_of_a_program_are_written_down(world: World, anna: Person) -> None:
    await anna.says("/tour")
    await world.bot.close()
    assert await _owed(world) == 0
    await world.open_bot()


async def test_whoever_says_something_meanwhile_is_answered_to_that(world: World, anna: Person) -> None:
    await _loses(world, anna, "/tour")
    world.sandbox.clock.advance(SOON)
    now = world.sandbox.clock.now()
    waits = [(1, anna.id, "{}")]
    await world.database.run(lambda unit: unit.inbox.store(waits, now))

    assert await world.bot.answers.look() == 1
    await anna.looks()
    assert anna.heard == []
    assert await _owed(world) == 0


async def test_what_was_drawn_is_not_said_after_something_newer(world: World, anna: Person) -> None:
    """A question that comes late, after a newer one, would be given the newer one's answer."""
    await _loses(world, anna, "/tour")
    world.sandbox.clock.advance(SOON)
    answers = world.bot.answers
    draw = answers._once_more

    async def drawn_slowly(user: int) -> Exchange | None:
        exchange = await draw(user)
        newer, now = [(1 << 40, anna.id, "{}")], world.sandbox.clock.now()
        await world.database.run(lambda unit: unit.inbox.store(newer, now))
        return exchange

    answers._once_more = drawn_slowly  # type: ignore[method-assign]
    assert await answers.look() == 1
    await anna.looks()
    assert anna.heard == []
    await answers.write_down()
    assert await _owed(world) == 0

"""Conversations catch up with what the release before this one wrote, while it goes on beside us or before there were any."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from domain.entities.people import Role
from scheduler.jobs import catching_up
from storage import SqlUnit
from storage.mapping import inquiries, interactions
from storage.mapping.conversations import conversations
from tests.people import Person
from tests.stories.asking import asks_for_lisbon
from tests.world import World

LOOK = timedelta(minutes=1, seconds=1)


async def who_waits(world: World) -> list[Any]:
    wanted = select(conversations.c.waits, conversations.c.words, conversations.c.holder_id)
    rows = wanted.order_by(conversations.c.client_id)
    return await world.database.read(lambda unit: [tuple(row) for row in unit.session.execute(rows)])


async def changed(world: World, *statements: Any) -> None:
    def change(unit: SqlUnit) -> None:
        for statement in statements:
            unit.session.execute(statement)

    await world.database.run(change)


async def asks(person: Person, text: str) -> None:
    await person.says("/write")
    await person.says(text)


async def test_who_waited_before_there_were_conversations_stands_in_the_inbox(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "AT_ONCE", 1)
    boris = await world.colleague("Boris", Role.MANAGER)
    anna, mei = await world.person("Anna"), await world.person("Mei")
    await asks(anna, "May I bring my dog?")
    await asks(mei, "Are there seats?")
    before = await who_waits(world)
    await changed(world, delete(conversations))
    await boris.says("/inbox")
    boris.hears("Nobody is waiting.")

    await world.turn(LOOK)
    assert await who_waits(world) == before
    await boris.says("/inbox")
    boris.hears("Anna", "May I bring my dog?", "Mei")
    assert await world.scheduler.tick() == 0


async def test_what_the_previous_one_answered_waits_no_more_and_what_it_took_in_does(world: World) -> None:
    await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await asks(anna, "May I bring my dog?")
    await changed(world, update(interactions).values(answered_at=interactions.c.at))
    await world.turn(LOOK)
    assert [one[0] for one in await who_waits(world)] == ["nobody"]

    await changed(world, update(interactions).values(answered_at=None))
    await world.turn(LOOK)
    assert await who_waits(world) == [("us", "May I bring my dog?", None)]


async def test_an_inquiry_waits_until_it_is_answered_or_over(world: World) -> None:
    boris = await world.colleague("Boris", Role.MANAGER)
    anna = await world.person("Anna")
    await asks_for_lisbon(anna)
    before = await who_waits(world)
    assert before[0][0] == "us"
    await changed(world, delete(conversations))
    await world.turn(LOOK)
    assert await who_waits(world) == before

    await changed(world, update(inquiries).values(state="closed"))
    await world.turn(LOOK)
    assert (await who_waits(world))[0][0] == "nobody"
    await changed(world, update(inquiries).values(state="open"))
    await world.turn(LOOK)
    assert (await who_waits(world))[0][0] == "nobody", "that it needs no answer is the newer word"

    await world.turn(LOOK)
    await changed(world, update(inquiries).values(received_at=world.sandbox.clock.now()))
    await world.turn(LOOK)
    await boris.says("/inbox")
    boris.hears("Waiting, and nobody has them", "Anna")

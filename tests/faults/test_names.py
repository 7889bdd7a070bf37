"""People of every name, drafts that wait a month, and invitations that sixteen open at once."""

import asyncio
from datetime import timedelta

from domain.entities.people import Role
from domain.usecases.staff.staffing import invite
from storage import SqlUnit
from tests.faults.conftest import Score, many
from tests.faults.test_storing import asks_for_lisbon
from tests.stories.test_bad_input import to_the_review
from tests.world import World

NAMES = {
    "none": " ",
    "unseen": "\u200b\u2060\u3164",
    "turned": "\u202eanna\u202c",
    "families": "👨‍👩‍👧‍👦" * 5 + "🏖" * 40,
    "marks": "A" + "\u0301" * 60,
    "long": "Анна " * 12,
    "markup": "<b>&amp;{name}%s</b>",
    "arabic": "محمد العربي",
    "like another": "Anna",
    "chinese": "王小明",
}


async def test_everybody_has_a_name_that_can_be_seen(world: World, score: Score) -> None:
    """They ask for a tour and tell another only where there is none; staff see who it is, and find them by it."""
    boris = await world.colleague("Boris", Role.MANAGER)
    await (await world.person("Anna")).says("/start")
    names = list(NAMES.values())[: many(4, len(NAMES))]
    for name in names:
        person = await world.person(name[:64])
        await asks_for_lisbon(person)
        await person.taps("✅ Send")
        person.hears("We have received your inquiry")
        known = await world.database.read(
            lambda unit, number=person.id: unit.repositories.people.with_roles(number)[2]  # type: ignore[misc]
        )
        assert known is not None
        assert any(character.isprintable() and not character.isspace() for character in known.name), name
        await boris.looks()
        boris.hears("Lisbon")
        await boris.says(known.name.split()[0])
        boris.hears_nothing_of("Nothing found")
    assert await world.database.read(lambda unit: unit.inbox.quarantined()) == 0
    score(len(names))


async def test_a_draft_waits_a_month(world: World) -> None:
    """And a restart in it."""
    anna = await world.person("Anna")
    await anna.says("/tour")
    await anna.says("Lisbon")
    await world.bot.close()
    world.sandbox.clock.advance(timedelta(days=30))
    await world.open_bot()
    await world.settle()
    await anna.says("in summer")
    await anna.says("2")
    await to_the_review(anna)
    anna.hears("Lisbon")
    anna.sees("✅ Send")


async def test_of_sixteen_who_open_one_invitation_one_comes_in(world: World, score: Score) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    strangers = [await world.person(f"Stranger {number}") for number in range(16)]
    token = await world.database.run(lambda unit: invite(world.desk(unit), Role.MANAGER))
    await asyncio.gather(
        *(world.post(f"/sim/people/{one.id}/say", {"text": f"/start s_{token}"}) for one in strangers)
    )
    await world.settle()
    await olga.says("/staff")

    def look(unit: SqlUnit) -> int:
        return len(unit.repositories.staff.active())

    joined = await world.database.read(look) - 1
    assert joined == 1
    assert await world.database.read(lambda unit: unit.inbox.quarantined()) == 0
    world.sandbox.clock.advance(timedelta(days=40))
    late = await world.database.run(lambda unit: invite(world.desk(unit), Role.MANAGER))
    world.sandbox.clock.advance(timedelta(days=40))
    for number, guess in enumerate((token, late, "x" * 43, "", "'; --", "%")):
        await strangers[number].says(f"/start s_{guess}")
    assert await world.database.read(look) - 1 == 1
    score(16 + 6, doubled=joined - 1)


async def test_a_crowd_of_strangers_at_once_hears_us_each_once(world: World, score: Score) -> None:
    """While one of them does not stop talking: nobody is left out, and nobody is greeted twice."""
    strangers = [await world.person(f"Stranger {number}") for number in range(many(30, 500))]
    loud, *others = strangers
    words = [f"/start {number}" for number in range(many(20, 200))]
    await asyncio.gather(
        *(world.post(f"/sim/people/{loud.id}/say", {"text": word}) for word in words),
        *(world.post(f"/sim/people/{one.id}/say", {"text": "/start"}) for one in others),
    )
    await world.settle()
    heard = []
    for one in others:
        await one.looks()
        heard.append(sum("Hello" in text for text in one.heard))
    lost, doubled = heard.count(0), sum(times - 1 for times in heard if times)
    assert (lost, doubled) == (0, 0)
    await loud.looks()
    assert loud.heard
    score(len(strangers) + len(words), lost=lost, doubled=doubled)

"""Links into the agency: right ones once, wrong ones a few times, and no trace of either in clear."""

import asyncio
import secrets
from datetime import timedelta

from sqlalchemy import func, select

from domain.entities.people import Role
from domain.queries.joining import join_payload
from domain.usecases.staff.staffing import invite, withdraw
from domain.usecases.trips.planning import renew_link
from storage import SqlUnit
from storage.mapping import staff_members
from tests.deals import a_trip
from tests.people import Person
from tests.stories.test_secrets import at_rest
from tests.world import World

CLOSED = "This link is no longer valid."
LOCKED = "I will open no links for you until"


async def guesses(person: Person, times: int) -> None:
    for _turn in range(times):
        await person.says(f"/start s_{secrets.token_urlsafe(32)}")
        person.hears(CLOSED)


async def invited(world: World, role: Role = Role.OPERATOR) -> str:
    return await world.database.run(lambda unit: invite(world.desk(unit), role))


async def joined(world: World) -> int:
    count = select(func.count()).select_from(staff_members)
    return await world.database.read(lambda unit: unit.session.scalar(count) or 0)


async def test_sixteen_open_one_invitation_and_one_comes_in(world: World) -> None:
    strangers = [await world.person(f"Stranger {number}") for number in range(16)]
    token = await invited(world)
    opened = {"text": f"/start s_{token}"}
    await asyncio.gather(*(world.post(f"/sim/people/{one.id}/say", opened) for one in strangers))
    await world.settle()
    joins = await joined(world)
    in_clear = (await at_rest(world)).count(token)
    print(f"joins {joins}, tokens in clear {in_clear}")
    assert (joins, in_clear) == (1, 0)
    for one in strangers:
        await one.looks()
    assert sum("Welcome to Tourdesk!" in "\n".join(one.heard) for one in strangers) == 1
    assert sum(CLOSED in "\n".join(one.heard) for one in strangers) == 15


async def test_an_invitation_lasts_a_day(world: World) -> None:
    eve, boris = await world.person("Eve"), await world.person("Boris")
    first = await invited(world)
    await world.turn(timedelta(hours=23, minutes=59))
    second = await invited(world)
    await boris.says(f"/start s_{first}")
    boris.hears("Welcome to Tourdesk!")

    await world.turn(timedelta(days=1))
    for _turn in range(6):  # it was ours once: no guess
        await eve.says(f"/start s_{second}")
        eve.hears(CLOSED)
    assert await joined(world) == 1
    await eve.says(f"/start s_{await invited(world)}")
    eve.hears("Welcome to Tourdesk!")


async def test_after_five_guesses_no_link_is_opened_for_an_hour(world: World) -> None:
    eve, anna = await world.person("Eve"), await world.person("Anna")
    token = await invited(world)
    await guesses(eve, 5)
    await eve.says(f"/start s_{token}")
    eve.hears(f"{LOCKED} 13:00")
    assert await joined(world) == 0

    await anna.says("/start s_nonsense")
    anna.hears(CLOSED)
    await eve.says("/tour")
    eve.hears("Where would you like to go")

    await world.bot.close()
    await world.open_bot()
    await eve.says(f"/start s_{token}")
    eve.hears(LOCKED)
    await world.turn(timedelta(minutes=61))
    await eve.says(f"/start s_{token}")
    eve.hears("Welcome to Tourdesk!")


async def test_join_links_are_counted_too_and_four_are_forgiven(world: World) -> None:
    eve = await world.person("Eve")
    number = await a_trip(world)
    link = await world.database.run(
        lambda unit: join_payload(world.desk(unit), unit.repositories.trips.get(number))
    )
    for wrong in (link[:-1] + "?", f"t_{number}_", "t_99999_x", "s_"):
        await eve.says(f"/start {wrong}")
        eve.hears(CLOSED)
    await eve.says(f"/start {link}")
    eve.hears("How many seats would you like?")
    await guesses(eve, 1)
    await eve.says(f"/start {link}")
    eve.hears(LOCKED)
    await world.turn(timedelta(hours=1))
    await eve.says(f"/start {link}")
    eve.hears("How many seats would you like?")


async def test_a_link_that_was_ours_once_is_no_guess(world: World) -> None:
    anna = await world.person("Anna")
    number = await a_trip(world)

    def old_link(unit: SqlUnit) -> str:
        desk = world.desk(unit)
        link = join_payload(desk, unit.repositories.trips.get(number))
        renew_link(desk, number, 1)
        return link

    old = await world.database.run(old_link)
    used, withdrawn = await invited(world), await invited(world)
    boris = await world.person("Boris")
    await boris.says(f"/start s_{used}")

    def take_back(unit: SqlUnit) -> None:
        desk = world.desk(unit)
        withdraw(desk, unit.repositories.invitations.open(desk.now)[0].id)

    await world.database.run(take_back)
    for link in [old, f"s_{used}", f"s_{withdrawn}"] * 3:
        await anna.says(f"/start {link}")
        anna.hears(CLOSED)
    right = await invited(world)
    await anna.says(f"/start s_{right}")
    anna.hears("Welcome to Tourdesk!")


async def test_the_owner_hears_of_fifty_once(world: World) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    eve, mallory = await world.person("Eve"), await world.person("Mallory")
    await eve.says("/start")

    def many_others(unit: SqlUnit) -> None:
        desk, person = world.desk(unit), unit.repositories.people.by_telegram_id(eve.id)
        assert person is not None
        for _turn in range(48):
            desk.repositories.failed_links.add(person, desk.now)

    await world.database.run(many_others)
    await guesses(mallory, 1)
    await olga.looks()
    olga.hears_nothing_of("Somebody is guessing links")
    await guesses(mallory, 1)
    await olga.looks()
    olga.hears("Somebody is guessing links", "50 wrong links were tried")
    await guesses(mallory, 1)
    await olga.looks()
    olga.hears_nothing_of("Somebody is guessing links")

"""Posts are worked off: each once, whoever is killed meanwhile, and what fails holds up nobody."""

from typing import Any

import pytest

from domain.entities.people import Role
from domain.entities.web_posts import TRIES, PostState
from domain.usecases.web_posts import taking
from domain.usecases.web_sources.settling import add_source
from scheduler.jobs import web_posts
from scheduler.jobs.web_posts import take_posts
from storage import SqlUnit
from tests.stories.asking import look
from tests.world import World

BAD = "+359888000000"


async def a_site(world: World) -> str:
    _key, token = await world.database.run(lambda unit: add_source(world.desk(unit), "Site"))
    return token


async def posted(world: World, token: str, phone: str) -> None:
    status, _told = await world.visit("POST", "/intake", {"phone": phone}, Authorization=f"Bearer {token}")
    assert status == 201


async def worked_off(world: World) -> int:
    return await take_posts(world.scheduler._context)


def states(unit: SqlUnit) -> list[PostState]:
    return [unit.repositories.web_posts.get(number).state for number in (1, 2)]


async def test_a_post_is_taken_once_by_whoever_goes_on_after_a_kill(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = await a_site(world)
    for phone in ("+359888111111", "+359888222222"):
        await posted(world, token, phone)

    def killed(point: str) -> None:
        if point == "before_post_commit":
            raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(web_posts, "passing", killed)
        with pytest.raises(KeyboardInterrupt):
            await worked_off(world)
    assert await world.database.read(states) == [PostState.WAITING] * 2
    assert await look(world, lambda desk: desk.archive.inquiries.count_open()) == 0

    assert (await worked_off(world), await worked_off(world)) == (2, 0)
    assert await world.database.read(states) == [PostState.DONE] * 2
    assert await look(world, lambda desk: desk.archive.inquiries.count_open()) == 2


async def test_what_fails_is_set_aside_and_the_owner_hears_of_it(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    olga = await world.colleague("Olga", Role.OWNER)
    token = await a_site(world)
    for phone in (BAD, "+359888222222"):
        await posted(world, token, phone)
    takes = taking._TAKES.copy()

    def breaks(desk: Any, post: Any) -> int:
        if post.facts["phone"] == BAD:
            raise RuntimeError("cannot be taken")
        return takes[post.kind](desk, post)

    monkeypatch.setattr(taking, "_TAKES", dict.fromkeys(takes, breaks))
    for _ in range(TRIES):
        await worked_off(world)
    await world.settle()
    await olga.looks()

    olga.hears("What a web site sent could not be taken", "post #1")
    assert await world.database.read(states) == [PostState.SET_ASIDE, PostState.DONE]
    assert await look(world, lambda desk: desk.archive.inquiries.count_open()) == 1

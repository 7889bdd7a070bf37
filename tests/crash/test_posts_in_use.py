"""The program dies while a web site posts, wherever that may be: whoever sends again what was not answered loses nothing."""

import asyncio
import socket
from collections import Counter
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession
from sqlalchemy import select

from domain.entities.definitions import Definitions
from domain.entities.people import Person, Role, StaffMember
from domain.entities.web_sources import WEB_SOURCE, WebSource, hash_of
from domain.values.language import Language
from storage import SqlUnit
from storage.mapping.web_posts import web_posts
from tests.crash.scene import PATIENCE, Scene, a_scene
from tests.databases import Databases
from tourdesk.wall_clock import real_time

TOKEN = "of-a-site-that-is-not-there"
POSTS = 12
"""Of each life."""
PLACES = ("before_posts:1", "after_posts_before_201:1", "before_post_commit:2", "after_post_taken:2", None)


def _boris_and_a_site(unit: SqlUnit) -> None:
    now = real_time()
    boris = StaffMember(Person(11, "Boris", None, Language.ENGLISH, now), "Boris", Role.MANAGER, now)
    unit.repositories.staff.add(boris)
    site = WebSource("Site", hash_of(TOKEN))
    unit.repositories.definitions.put(
        WEB_SOURCE, "source1", site, Definitions().revision(WEB_SOURCE, "source1")
    )


async def test_each_post_becomes_one_inquiry_wherever_the_program_dies(
    sqlite_databases: Databases, tmp_path: Path
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    async with (
        a_scene(sqlite_databases, tmp_path, {11: "Boris"}, _boris_and_a_site, port) as scene,
        ClientSession(f"http://127.0.0.1:{port}") as site,
    ):
        answers: Counter[int] = Counter()
        for life, place in enumerate(PLACES):
            scene.victim.start(place) if place else scene.victim.start()
            posting = [
                asyncio.create_task(_until_answered(site, life * POSTS + number, answers))
                for number in range(POSTS)
            ]
            if place:
                await scene.died()
                scene.victim.start()
            await asyncio.gather(*posting)
            if place:
                scene.victim.kill()
        await _worked_off(scene)
        kept = await scene.database.read(_kept)

    assert sum(answers.values()) == len(PLACES) * POSTS
    assert set(answers) == {200, 201}, "some were kept before their sender heard of it"
    assert kept == {"inquiries": len(PLACES) * POSTS, "phones": len(PLACES) * POSTS, "says": []}


async def _until_answered(site: ClientSession, number: int, answers: Counter[int]) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}", "Idempotency-Key": f"post {number}"}
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                async with site.post(
                    "/intake", json={"phone": f"+3598882000{number:02}"}, headers=headers
                ) as answer:
                    if answer.status != 503:
                        answers[answer.status] += 1
                        return
            except ClientError:
                await asyncio.sleep(0.05)


async def _worked_off(scene: Scene) -> None:
    async with asyncio.timeout(PATIENCE):
        while await scene.database.read(lambda unit: unit.repositories.web_posts.waiting()):
            await asyncio.sleep(0.05)


def _kept(unit: SqlUnit) -> dict[str, Any]:
    inquiries = unit.repositories.inquiries.open(1000)
    says = unit.session.scalars(select(web_posts.c.facts))
    return {
        "inquiries": len(inquiries),
        "phones": len({one.client.phone for one in inquiries}),
        "says": [facts for facts in says if facts],
    }

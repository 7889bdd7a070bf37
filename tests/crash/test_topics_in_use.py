"""The program dies while a client's words go into their topic: it is opened once, and all that was said stands there."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import ClientSession
from sqlalchemy import update

from domain.entities.client_topics import IN_DOUBT
from domain.entities.people import Person, Role, StaffMember
from domain.entities.staff_groups import STAFF_GROUP, WHOLE, GroupState, StaffGroup
from domain.values.language import Language
from sandbox import Sandbox
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from storage.mapping.client_topics import client_topics
from tests.crash.victim import Life, Victim
from tourdesk.keys import secret_keys
from tourdesk.wall_clock import real_time

BORIS, ANNA, DESK = 11, 21, -1001000000007
PATIENCE = 60.0
"""Seconds after which nothing comes any more."""
RIGHTS = ["can_manage_topics", "can_delete_messages", "can_pin_messages"]
WORDS = ("May I take a dog?", "And a cat?")


@dataclass
class Scene:
    """A program that was prepared and stopped, with Telegram going on."""

    victim: Victim
    sandbox: Sandbox
    http: ClientSession
    database: Database

    async def says(self, words: str) -> None:
        await self.http.post(f"/sim/people/{ANNA}/say", json={"text": words})

    def stands(self, words: str) -> int:
        """How often, in the group."""
        there = self.sandbox.world.chats[DESK].messages.values()
        return sum(one.text.count(words) for one in there if one.sender is None)

    async def shows(self, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while not self.stands(words):
                await asyncio.sleep(0.02)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    sandbox = Sandbox(token="4711:somebody", rate_limits=None)
    await sandbox.start()
    keys = Keys(*secret_keys(tmp_path))
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'tourdesk.db'}", keys)
    await database.migrate()
    await database.run(lambda unit: unit.secrets.must_fit())
    await database.run(_a_tied_group)
    http = ClientSession(sandbox.url)
    for number, name in ((BORIS, "Boris"), (ANNA, "Anna")):
        await http.post("/sim/people", json={"id": number, "first_name": name, "language_code": "en"})
    group = {"id": DESK, "title": "Desk", "members": [BORIS], "forum": True, "bot": "administrator"}
    await http.post("/sim/groups", json=group | {"rights": RIGHTS})
    victim = Victim(Life(sandbox.token, sandbox.api_url, str(tmp_path), None))
    victim.kill()
    yield Scene(victim, sandbox, http, database)
    victim.kill()
    await http.close()
    await database.close()
    await sandbox.stop()


def _a_tied_group(unit: SqlUnit) -> None:
    now = real_time()
    boris = StaffMember(Person(BORIS, "Boris", None, Language.ENGLISH, now), "Boris", Role.MANAGER, now)
    unit.repositories.staff.add(boris)
    group = StaffGroup(GroupState.TIED, 1, None, DESK, "Desk")
    unit.repositories.definitions.put(STAFF_GROUP, str(WHOLE), group, 0)


def _time_passes(unit: SqlUnit) -> None:
    """Whoever was opening a topic is dead, and Telegram would have told of it by now."""
    ago = real_time() - IN_DOUBT
    unit.session.execute(update(client_topics).values(asked_at=ago, leased_until=ago))


@pytest.mark.parametrize("place", ["before_topic:1", "after_topic:1", "after_topic_line:1"])
async def test_a_topic_is_opened_once_and_shows_everything_wherever_the_program_dies(
    scene: Scene, place: str
) -> None:
    """What Telegram has, and we have not written down, is said once more: as the postman does to a person."""
    scene.victim.start(place)
    await scene.says("/start")
    await scene.says(WORDS[0])
    async with asyncio.timeout(PATIENCE):
        while scene.victim.alive:
            await asyncio.sleep(0.02)
    if place == "before_topic:1":
        assert not scene.sandbox.world.chats[DESK].topics
        await scene.database.run(_time_passes)
    scene.victim.start()
    await scene.says(WORDS[1])
    for words in WORDS:
        await scene.shows(words)
    assert len(scene.sandbox.world.chats[DESK].topics) == 1
    assert scene.stands(WORDS[0]) == (2 if place == "after_topic_line:1" else 1)
    assert scene.stands(WORDS[1]) == 1

"""The program dies while a client's words go into their topic: it is opened once, and all that was said stands there."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import update

from domain.entities.client_topics import IN_DOUBT
from domain.entities.people import Person, Role, StaffMember
from domain.entities.staff_groups import STAFF_GROUP, WHOLE, GroupState, StaffGroup
from domain.values.language import Language
from storage import SqlUnit
from storage.mapping.client_topics import client_topics
from tests.crash.scene import PATIENCE, Scene, a_scene
from tests.databases import Databases
from tourdesk.wall_clock import real_time

BORIS, ANNA, DESK = 11, 21, -1001000000007
RIGHTS = ["can_manage_topics", "can_delete_messages", "can_pin_messages"]
WORDS = ("May I take a dog?", "And a cat?")


@pytest.fixture
async def scene(sqlite_databases: Databases, tmp_path: Path) -> AsyncIterator[Scene]:
    async with a_scene(sqlite_databases, tmp_path, {BORIS: "Boris", ANNA: "Anna"}, _a_tied_group) as scene:
        group = {"id": DESK, "title": "Desk", "members": [BORIS], "forum": True, "bot": "administrator"}
        await scene.http.post("/sim/groups", json=group | {"rights": RIGHTS})
        yield scene


def _stand(scene: Scene, words: str) -> int:
    """How often, in the group."""
    there = scene.sandbox.world.chats[DESK].messages.values()
    return sum(one.text.count(words) for one in there if one.sender is None)


async def _shown(scene: Scene, words: str) -> None:
    async with asyncio.timeout(PATIENCE):
        while not _stand(scene, words):
            await asyncio.sleep(0.02)


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
    await scene.says(ANNA, "/start")
    await scene.says(ANNA, WORDS[0])
    await scene.died()
    if place == "before_topic:1":
        assert not scene.sandbox.world.chats[DESK].topics
        await scene.database.run(_time_passes)
    scene.victim.start()
    await scene.says(ANNA, WORDS[1])
    for words in WORDS:
        await _shown(scene, words)
    assert len(scene.sandbox.world.chats[DESK].topics) == 1
    assert _stand(scene, WORDS[0]) == (2 if place == "after_topic_line:1" else 1)
    assert _stand(scene, WORDS[1]) == 1

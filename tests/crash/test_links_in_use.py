"""The program dies while a client opens their personal link: they come to their file all the same, once, and nobody else."""

import hashlib
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.entities.clients import Client
from domain.entities.people import Person, Role, StaffMember
from domain.entities.personal_links import PersonalLink
from domain.notices.clients import LINK_OPENED, LINK_OPENED_AGAIN
from domain.values.language import Language
from storage import SqlUnit
from storage.mapping import history, notices
from tests.crash.scene import Scene, a_scene
from tests.databases import Databases
from tourdesk.wall_clock import real_time

TOKEN = "of-nobody-but-rosa"
LINK = f"/start p_{TOKEN}"
ROSA, EVE = 21, 22
PLACES = ("after_commit_before_200:1", "before_commit:1", "after_commit:1")


@pytest.fixture
async def scene(sqlite_databases: Databases, tmp_path: Path) -> AsyncIterator[Scene]:
    async with a_scene(sqlite_databases, tmp_path, {ROSA: "Rosa", EVE: "Eve"}, _rosa_and_her_link) as scene:
        yield scene


def _rosa_and_her_link(unit: SqlUnit) -> None:
    now, records = real_time(), unit.repositories
    boris = StaffMember(Person(11, "Boris", None, Language.ENGLISH, now), "Boris", Role.MANAGER, now)
    records.staff.add(boris)
    file = Client("Rosa Ivanova", "+359888765413", now)
    records.clients.add(file)
    hashed = hashlib.sha256(TOKEN.encode()).hexdigest()
    records.personal_links.add(PersonalLink(file, hashed, now, now + timedelta(days=30), boris))


@pytest.mark.parametrize("place", PLACES)
async def test_a_link_is_used_once_wherever_the_program_dies(scene: Scene, place: str) -> None:
    scene.victim.start(place)
    await scene.says(ROSA, LINK)
    await scene.died()
    scene.victim.start()
    await scene.hears(ROSA, "Hello, Rosa" if place == "after_commit:1" else "Welcome!")
    await scene.says(EVE, LINK)
    await scene.hears(EVE, "already been used")

    def kept(unit: SqlUnit) -> dict[str, Any]:
        file = unit.repositories.clients.get(1)
        linked = select(func.count()).select_from(history).where(history.c.what == "linked")
        kinds = notices.c.kind.in_((LINK_OPENED, LINK_OPENED_AGAIN))
        return {
            "person": file.person.telegram_id if file.person else None,
            "linked": unit.session.scalar(linked),
            "told": sorted(map(str, unit.session.scalars(select(notices.c.kind).where(kinds)))),
        }

    found = await scene.database.read(kept)
    assert found == {"person": ROSA, "linked": 1, "told": ["link_opened", "link_opened_again"]}

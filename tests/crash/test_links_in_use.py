"""The program dies while a client opens their personal link: they come to their file all the same, once, and nobody else."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlalchemy import func, select

from domain.entities.clients import Client
from domain.entities.people import Person, Role, StaffMember
from domain.entities.personal_links import PersonalLink
from domain.notices.clients import LINK_OPENED, LINK_OPENED_AGAIN
from domain.values.language import Language
from sandbox import Sandbox
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from storage.mapping import history, notices
from tests.crash.victim import Life, Victim
from tourdesk.keys import secret_keys
from tourdesk.wall_clock import real_time

TOKEN = "of-nobody-but-rosa"
ROSA, EVE = 21, 22
PATIENCE = 60.0
"""Seconds after which nothing comes any more."""
PLACES = ("after_commit_before_200:1", "before_commit:1", "after_commit:1")


@dataclass
class Scene:
    """A program that was prepared and stopped, with Telegram going on."""

    victim: Victim
    sandbox: Sandbox
    http: ClientSession
    database: Database

    async def opens_link(self, person: int) -> None:
        await self.http.post(f"/sim/people/{person}/say", json={"text": f"/start p_{TOKEN}"})

    async def hears(self, person: int, words: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while words not in await self.chat(person):
                await asyncio.sleep(0.02)

    async def chat(self, person: int) -> str:
        async with self.http.get(f"/sim/people/{person}/chat.txt") as answer:
            return await answer.text()


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    sandbox = Sandbox(token="4711:somebody", rate_limits=None)
    await sandbox.start()
    keys = Keys(*secret_keys(tmp_path))
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'tourdesk.db'}", keys)
    await database.migrate()
    await database.run(lambda unit: unit.secrets.must_fit())
    await database.run(_rosa_and_her_link)
    http = ClientSession(sandbox.url)
    for number, name in ((ROSA, "Rosa"), (EVE, "Eve")):
        await http.post("/sim/people", json={"id": number, "first_name": name, "language_code": "en"})
    victim = Victim(Life(sandbox.token, sandbox.api_url, str(tmp_path), None))
    victim.kill()
    yield Scene(victim, sandbox, http, database)
    victim.kill()
    await http.close()
    await database.close()
    await sandbox.stop()


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
    await scene.opens_link(ROSA)
    while scene.victim.alive:
        await asyncio.sleep(0.02)
    scene.victim.start()
    await scene.hears(ROSA, "Hello, Rosa" if place == "after_commit:1" else "Welcome!")
    await scene.opens_link(EVE)
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

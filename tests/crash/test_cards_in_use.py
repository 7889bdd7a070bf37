"""The program dies while colleagues are asked for their cards, and while one is kept: each is asked once, and kept once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession
from sqlalchemy import Table, func, select

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.people import Person, Role, StaffMember
from domain.entities.settling import Settlement
from domain.usecases.settling.asking import PORTION
from domain.values.language import Language
from domain.values.money import Money
from sandbox import Sandbox
from storage import Database, SqlUnit
from storage.crypto.sealing import Keys
from storage.mapping import history, notices
from storage.mapping.settling import journey_records, settlements
from tests.crash.victim import Life, Victim
from tourdesk.keys import secret_keys
from tourdesk.wall_clock import real_time

BORIS = 11
OVER = PORTION + 5
"""Journeys: two portions."""
PATIENCE = 60.0
"""Seconds after which nothing comes any more."""
FREE = Money(0, "EUR")
TAPS = ("🧾 Settlement", "📝 Contact record", "4", "✅ Save")


@dataclass
class Scene:
    """A program that was prepared and stopped, with Telegram going on."""

    victim: Victim
    sandbox: Sandbox
    http: ClientSession
    database: Database

    async def does(self, label: str) -> None:
        """As soon as the button is there."""
        async with asyncio.timeout(PATIENCE):
            while (await self.http.post(f"/sim/people/{BORIS}/tap", json={"button": label})).status != 200:
                await asyncio.sleep(0.05)

    async def dies(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while self.victim.alive:
                await asyncio.sleep(0.02)

    async def counted(self, table: Table, **wanted: object) -> int:
        where = [table.c[name] == value for name, value in wanted.items()]
        how_many = select(func.count()).select_from(table).where(*where)
        return await self.database.read(lambda unit: unit.session.scalar(how_many) or 0)


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    sandbox = Sandbox(token="4711:somebody", rate_limits=None)
    await sandbox.start()
    keys = Keys(*secret_keys(tmp_path))
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'tourdesk.db'}", keys)
    await database.migrate()
    await database.run(lambda unit: unit.secrets.must_fit())
    await database.run(_journeys_are_over)
    http = ClientSession(sandbox.url)
    await http.post("/sim/people", json={"id": BORIS, "first_name": "Boris", "language_code": "en"})
    victim = Victim(Life(sandbox.token, sandbox.api_url, str(tmp_path), None))
    victim.kill()
    yield Scene(victim, sandbox, http, database)
    victim.kill()
    await http.close()
    await database.close()
    await sandbox.stop()


def _journeys_are_over(unit: SqlUnit) -> None:
    now = real_time()
    papers, today = unit.repositories, now.date()
    boris = StaffMember(Person(BORIS, "Boris", None, Language.ENGLISH, now), "Boris", Role.MANAGER, now)
    papers.staff.add(boris)
    for nth in range(OVER):
        client = Client(f"Client {nth}", None, now)
        papers.clients.add(client)
        deal = Deal(
            client, "Rome", 1, FREE, FREE, now, responsible=boris, step_key="travelled", closed_at=now
        )
        deal.starts, deal.ends = today - timedelta(days=9), today - timedelta(days=3)
        papers.deals.add(deal)
        papers.flush()
        papers.settlements.add(Settlement(deal, now, ask_on=today - timedelta(days=1)))


@pytest.mark.parametrize("place", ["before_portion_commit:2", "after_portion_commit:1"])
async def test_each_is_asked_for_once_wherever_the_program_dies(scene: Scene, place: str) -> None:
    """The first portion may be another entry's of the timetable: the second is of the cards in any case."""
    scene.victim.start(place)
    await scene.dies()
    assert await scene.counted(settlements, asked=1) < OVER
    scene.victim.start()
    async with asyncio.timeout(PATIENCE):
        while await scene.counted(settlements, asked=0):
            await asyncio.sleep(0.05)
    assert await scene.counted(settlements, asked=1) == OVER
    assert await scene.counted(notices, kind="cards_wanted") == 1


@pytest.mark.parametrize("place", ["before_commit", "after_commit"])
async def test_a_record_is_kept_once_wherever_the_program_dies(scene: Scene, place: str) -> None:
    """At the last of its taps: Telegram gives it once more, or the answer is owed."""
    scene.victim.start(f"{place}:{len(TAPS) + 1}")
    await scene.http.post(f"/sim/people/{BORIS}/say", json={"text": "/deals 1"})
    for label in TAPS:
        await scene.does(label)
    await scene.dies()
    scene.victim.start()
    async with asyncio.timeout(PATIENCE):
        while "4/5" not in await _chat(scene):
            await asyncio.sleep(0.05)
    assert await scene.counted(journey_records) == 1
    assert await scene.counted(history, what="record_written") == 1
    assert await scene.counted(settlements, deal_id=1, record_at=None) == 0


async def _chat(scene: Scene) -> str:
    async with scene.http.get(f"/sim/people/{BORIS}/chat.txt") as answer:
        return await answer.text()

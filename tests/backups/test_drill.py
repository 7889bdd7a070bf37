"""The drill: a story is being told, a backup is made in the middle of it, and the copy tells the same story."""

import asyncio
import os
import secrets
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from domain.entities.documents import DocumentState
from domain.entities.people import Role
from storage import Database
from storage.crypto.sealing import Keys
from tests.databases import Databases
from tests.deals import a_deal, a_trip
from tests.stories.asking import asks_for_lisbon
from tests.world import AGENCY, World
from tourdesk.backups.drill import drill
from tourdesk.keys import KEY
from tourdesk.rehearsal import deal_card, seconds_to_answer
from tourdesk.settings import Settings

SECRET = secrets.token_bytes(32)


@pytest.fixture
async def world(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """An agency whose secret lies in a data folder, as in the real thing."""
    monkeypatch.setattr("tests.world.AGENCY", replace(AGENCY, secret=SECRET))
    (tmp_path / KEY).write_text(SECRET.hex())
    (tmp_path / KEY).chmod(0o600)
    database = Database(database_url, Keys(SECRET))
    world = World(database)
    await world.open()
    yield world
    await world.close()
    await database.close()


@pytest.fixture
def status_port() -> Iterator[int]:
    """The running agency shows its pages there."""
    with socket.create_server(("127.0.0.1", 0)) as pages:
        yield pages.getsockname()[1]


async def test_a_backup_made_while_people_talk_tells_the_same_story(
    world: World, database_url: str, databases: Databases, tmp_path: Path, status_port: int
) -> None:
    await world.colleague("Olga", Role.OWNER, "bg")
    anna, mei = await world.person("Анна", "ru"), await world.person("李美", "zh")
    trip = await a_trip(world)
    for person in (anna, mei):
        await person.says("/start")
        await a_deal(
            world, client=person, trip=trip, travellers=[person.name], passports=DocumentState.ACCEPTED
        )
    settings = Settings(
        token=SecretStr(world.sandbox.token),
        data=tmp_path,
        database=database_url,
        status_port=status_port,
        _env_file=None,
    )
    there = await databases.empty() if database_url.startswith("postgresql") else None

    emily = await world.person("Emily")
    talking = asyncio.create_task(asks_for_lisbon(emily))
    report = await drill(settings, world.sandbox.clock.now(), deal_card, seconds_to_answer, there)
    await talking

    print("\n", report)
    assert report.cards == 4 * 2, "two deals in four languages"
    assert report.unequal == 0
    assert report.still_due == 0
    assert report.answered > 0
    assert report.named == len(report.refused) == 6
    assert report.held
    assert not [name for name in os.listdir(tmp_path) if name.startswith("drill")]  # noqa: PTH208
    emily.hears("We have received your inquiry")
    if there:
        await databases.drop(there)

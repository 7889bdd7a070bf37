"""The program dies while holders are told of options, and right after a supplier answered: each is told, and told once."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientError, ClientSession
from sqlalchemy import func, select

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.people import Person, Role, StaffMember
from domain.entities.services import Service, ServiceKind, ServiceStatus
from domain.notices.services import OPTION_RUNS_OUT, SUPPLIER_ANSWERED
from domain.usecases.services.booking import PORTION
from domain.values.language import Language
from domain.values.money import Money
from storage import SqlUnit
from storage.mapping import notices
from storage.mapping.services import services
from tests.crash.scene import PATIENCE, Scene, a_scene
from tests.databases import Databases
from tests.running.test_first_start import free_port
from tourdesk.wall_clock import real_time

BORIS = 11
HELD = PORTION + 5
TOKEN = "of-one-supplier"
FREE = Money(0, "EUR")


@pytest.fixture
async def scene(sqlite_databases: Databases, tmp_path: Path) -> AsyncIterator[Scene]:
    async with a_scene(sqlite_databases, tmp_path, {BORIS: "Boris"}, _options_run_out) as scene:
        yield scene


def _options_run_out(unit: SqlUnit) -> None:
    now, papers = real_time(), unit.repositories
    boris = StaffMember(Person(BORIS, "Boris", None, Language.ENGLISH, now), "Boris", Role.MANAGER, now)
    papers.staff.add(boris)
    client = Client("Anna", None, now)
    papers.clients.add(client)
    deal = Deal(client, "Rome", 1, FREE, FREE, now, responsible=boris)
    papers.deals.add(deal)
    papers.flush()
    for nth in range(HELD):
        one = Service(deal, ServiceKind.HOTEL, f"Hotel {nth}", now)
        one.option_until = now.date() + timedelta(days=1)
        one.look_on = now.date() - timedelta(days=1)
        if not nth:
            one.link_hash, one.link_until = (
                hashlib.sha256(TOKEN.encode()).hexdigest(),
                now + timedelta(days=30),
            )
        papers.services.add(one)


async def _told(scene: Scene, kind: str) -> int:
    counted = select(func.count()).select_from(notices).where(notices.c.kind == kind)
    return await scene.database.read(lambda unit: unit.session.scalar(counted) or 0)


@pytest.mark.parametrize("place", ["before_portion_commit:2", "after_portion_commit:1"])
async def test_a_holder_is_told_of_each_option_once_wherever_the_program_dies(
    scene: Scene, place: str
) -> None:
    scene.victim.start(place)
    await scene.died()
    assert await _told(scene, OPTION_RUNS_OUT) < HELD
    scene.victim.start()
    waiting = select(func.count()).select_from(services).where(services.c.look_on < real_time().date())
    async with asyncio.timeout(PATIENCE):
        while await scene.database.read(lambda unit: unit.session.scalar(waiting)):
            await asyncio.sleep(0.05)
    assert await _told(scene, OPTION_RUNS_OUT) == HELD


async def test_what_a_supplier_was_thanked_for_is_kept_and_told_once(scene: Scene) -> None:
    """Killed as soon as they have their answer; they press the button once more, as people do."""
    scene.victim.life = replace(scene.victim.life, web=free_port())
    for _killed in range(2):
        scene.victim.start()
        assert "Thank you" in await _confirms(scene.victim.life.web)
        scene.victim.kill()
    one = await scene.database.read(lambda unit: unit.repositories.services.get(1))
    assert (one.status, one.confirmation, one.answers) == (ServiceStatus.CONFIRMED, "X7Y2Z", 1)
    assert await _told(scene, SUPPLIER_ANSWERED) == 1


async def _confirms(port: int | None) -> str:
    """As soon as the program listens."""
    said = {"answer": "confirmed", "number": "X7Y2Z"}
    async with ClientSession() as browser, asyncio.timeout(PATIENCE):
        while True:
            try:
                async with browser.post(f"http://127.0.0.1:{port}/s/{TOKEN}", data=said) as answer:
                    if answer.status == 200:
                        return await answer.text()
            except ClientError:
                pass
            await asyncio.sleep(0.05)

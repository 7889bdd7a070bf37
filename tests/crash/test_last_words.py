"""Whoever ends by itself is told with its last words; whoever is killed, stopped or dies at its place is not."""

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from sandbox import Sandbox
from tests.crash.killing import Killing
from tests.crash.ledger import Clockwork
from tests.crash.victim import Life, Victim

WHY = "TOURDESK_DATABASE: the database cannot be opened (DatabaseError)"


@pytest.fixture
def victims() -> Iterator[list[Victim]]:
    """Those put in here are gone when the test is over."""
    born: list[Victim] = []
    yield born
    for victim in born:
        victim.kill()


def killing(kills: int) -> Killing:
    return Killing(kills, 60.0, [], random.Random(1), Clockwork(), lambda: 0, cold=0.0)


def spoiled(folder: Path) -> Life:
    """Of somebody who cannot start: the database is another kind of file."""
    (folder / "tourdesk.db").write_bytes(b"PK\x03\x04" * 1024)
    return Life("4711:nobody", "http://127.0.0.1:1", str(folder), None)


@pytest.mark.parametrize("cold", [False, True], ids=["forked", "cold"])
async def test_who_ends_by_itself_is_told_with_its_last_words(
    tmp_path: Path, victims: list[Victim], *, cold: bool
) -> None:
    victim = Victim(spoiled(tmp_path))
    victims.append(victim)
    if cold:
        victim.kill()
        victim.start(cold=True)
    await ended(victim)
    seen = killing(1)
    seen.look_at(victim)

    [told] = seen.fallen
    assert f"tourdesk, life {victim.lives}, ended by itself (exit 2)" in told
    assert WHY in told.splitlines()[-1]


async def test_it_is_told_on_its_way_to_a_place_too(tmp_path: Path, victims: list[Victim]) -> None:
    """A death that nobody meant is no death at a named place."""
    victim = Victim(spoiled(tmp_path))
    victims.append(victim)
    victim.kill()
    victim.start("before_commit:1")
    await ended(victim)
    seen = killing(1)
    seen.look_at(victim)

    assert WHY in "".join(seen.fallen)


async def test_who_is_killed_or_stopped_or_dies_at_its_place_is_not_told(
    tmp_path: Path, victims: list[Victim]
) -> None:
    sandbox = Sandbox(token="4711:somebody", rate_limits=None)
    await sandbox.start()
    victim = Victim(Life(sandbox.token, sandbox.api_url, str(tmp_path), None))
    victims.append(victim)
    seen = killing(1)
    victim.kill()
    seen.look_at(victim)
    victim.start()
    seen.look_at(victim)
    await asyncio.to_thread(victim.stop)
    seen.look_at(victim)
    victim.start("after_commit_before_200:1")
    await sandbox_hears(sandbox)
    await ended(victim)
    seen.look_at(victim)
    await sandbox.stop()

    assert seen.fallen == []


async def ended(victim: Victim) -> None:
    while victim.alive:
        await asyncio.sleep(0.02)


async def sandbox_hears(sandbox: Sandbox) -> None:
    """Something is said to the bot."""
    from aiohttp import ClientSession

    async with ClientSession(sandbox.url) as http:
        await http.post("/sim/people", json={"id": 1, "first_name": "Anna", "language_code": "en"})
        await http.post("/sim/people/1/say", json={"text": "/start"})

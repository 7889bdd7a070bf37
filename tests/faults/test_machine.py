"""The machine under us: files taken away or bent, no room for the log, no descriptor left, a clock of another place."""

import asyncio
import json
import resource
import socket
import sys
import time
from asyncio import constants
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession, web

from bot.transport.inbox.inbox import Inbox
from bot.transport.receiving.webhook import webhook
from domain.entities.notices import NoticeState
from sandbox import Sandbox
from scheduler.timetable import TIMETABLE, Entry
from storage import Database
from tests.bot.test_inbox import ANNA, said
from tests.faults.conftest import Score, many
from tests.running.program import Program
from tests.scheduler.post import letters, reader, state, write
from tests.world import NOON, World
from tourdesk.logs import write_logs

TAKEN_AWAY = "TOURDESK_DATABASE: its file was taken away; what is written now would be lost"
CUT = "TOURDESK_DATABASE: the file is cut short; restore the last backup"
NO_DATABASE = "TOURDESK_DATABASE: the database cannot be opened (DatabaseError)"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token="4711:Never-to-be-Printed", rate_limits=None)
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


async def test_a_database_that_is_taken_away_or_bent_ends_the_program(
    sandbox: Sandbox, tmp_path: Path, score: Score
) -> None:
    """Before it starts, and while it runs: one line, and nothing is written to what is no database of ours."""
    settings = {"token": sandbox.token, "api_url": sandbox.api_url}
    kept = tmp_path / "data/tourdesk.db"
    with Program(tmp_path, "owner-link", **settings) as beginning:
        assert await beginning.ends() == 0
    whole = kept.read_bytes()
    bent = {
        "a page less": whole[:-4096],
        "a byte less": whole[:-1],
        "another kind of file": b"PK\x03\x04" + whole[4:],
        "next to nothing": whole[:50],
    }
    for how, content in bent.items():
        kept.write_bytes(content)
        with Program(tmp_path, "run", "--only", "scheduler", **settings) as starting:
            assert await starting.ends() == 2, how
        assert starting.output.strip() == (CUT if how in ("a page less", "a byte less") else NO_DATABASE), how
        assert kept.read_bytes() == content, how
    kept.write_bytes(whole)
    with Program(tmp_path, "run", "--only", "scheduler", **settings) as running:
        await running.says("Tourdesk is running.")
        kept.rename(tmp_path / "aside.db")
        assert await running.ends() == 2
        assert running.output.strip().splitlines()[-1] == TAKEN_AWAY
    kept.write_bytes(whole)
    (tmp_path / "another.db").write_bytes(whole)
    with Program(tmp_path, "run", "--only", "scheduler", **settings) as running:
        await running.says("Tourdesk is running.")
        (tmp_path / "another.db").replace(kept)
        assert await running.ends() == 2
        assert running.output.strip().splitlines()[-1] == TAKEN_AWAY
    score(len(bent) + 2)


@contextmanager
def no_room_for_logs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    full = Path("/dev/full").open("w")  # noqa: SIM115 (closing it fails)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", full)
        write_logs(readable=True)
        yield
    write_logs(readable=True)
    with suppress(OSError):
        full.close()


async def test_no_room_for_the_log_holds_up_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch, score: Score
) -> None:
    """Where a line fails the work does not, not even that which is about to tell of a failure."""

    async def fails(_office: object) -> int:
        raise ZeroDivisionError

    anna = await reader(world)
    (number,) = await write(world, anna)
    with no_room_for_logs(monkeypatch):
        await anna.says("/menu")
        anna.hears("Honeymoon in Vienna: ")
        with pytest.raises(ZeroDivisionError):
            await world.scheduler.tick((Entry("broken", timedelta(0), fails), *TIMETABLE))
        await anna.says("/language")
        anna.hears("Which language")
    assert await state(world, number) is NoticeState.SENT
    assert len(await letters(anna)) == 1
    score(3)


@asynccontextmanager
async def no_descriptor_left() -> AsyncIterator[None]:
    """Nothing can be opened any more, as when thousands of lines are held; those that are open stay."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    held = [socket.socket() for _ in range(8)]
    lowest = held[-1].fileno()
    for one in held:
        one.close()
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest - 7, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)


async def test_without_descriptors_what_is_brought_waits_at_the_door(
    database: Database, monkeypatch: pytest.MonkeyPatch, score: Score
) -> None:
    """A line that is open is served; a new one waits in the system's queue until one can be opened again."""
    monkeypatch.setattr(constants, "ACCEPT_RETRY_DELAY", 0.05)
    troubles: list[str] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, told: troubles.append(told["message"]))

    async def take(number: int, *_more: object) -> None:
        await database.run(lambda unit: unit.inbox.done(number))

    inbox = Inbox(database, take, lambda: NOON, waits=())
    runner = web.AppRunner(webhook(inbox, "/hook", "secret"))
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = "http://127.0.0.1:{1}/hook".format(*runner.addresses[0])
    async with ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": "secret"}) as http:
        with socket.socket() as late:
            late.setblocking(False)
            assert await _brought(http, url, 1) == 200
            await inbox.rest()  # its connection to the database is free for the next
            async with no_descriptor_left():
                await loop.sock_connect(late, runner.addresses[0])
                assert await _brought(http, url, 2) == 200
            body = json.dumps(said(3, ANNA))
            head = f"POST /hook HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
            head += "X-Telegram-Bot-Api-Secret-Token: secret\r\n\r\n"
            await loop.sock_sendall(late, (head + body).encode())
            assert (await loop.sock_recv(late, 100)).split()[1] == b"200"
    await inbox.rest()
    await runner.cleanup()
    loop.set_exception_handler(None)
    assert set(troubles) == {"socket.accept() out of system resource"}
    assert await database.read(lambda unit: unit.inbox.waiting()) == []
    score(3)


async def _brought(http: ClientSession, url: str, number: int) -> int:
    async with http.post(url, json=said(number, ANNA)) as answer:
        return answer.status


@pytest.mark.parametrize("place", ["Pacific/Kiritimati", "America/St_Johns"][: many(1, 2)])
async def test_the_clock_of_another_place_changes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, place: str, score: Score
) -> None:
    """Somebody sets the machine's time zone while we run: instants stay instants."""
    anna = await reader(world)
    (number,) = await write(world, anna, world.sandbox.clock.now() + timedelta(hours=2))
    monkeypatch.setenv("TZ", place)
    time.tzset()
    try:
        await world.turn(timedelta(hours=1, minutes=59))
        assert await state(world, number) is NoticeState.WAITING
        await world.turn(timedelta(minutes=2))
        assert await state(world, number) is NoticeState.SENT
    finally:
        monkeypatch.undo()
        time.tzset()
    await world.settle()
    assert len(await letters(anna)) == 1
    score(1)

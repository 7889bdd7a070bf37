"""compose.yaml's own commands as real processes: two start at once on an empty PostgreSQL, and are one agency."""

import asyncio
import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError, ClientSession

from sandbox import Sandbox
from tests.databases import Databases
from tests.deploy.shipped import composed, lines_of
from tests.running.phone import Phone
from tests.running.program import PATIENCE, Program


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
async def test_both_start_at_once_on_an_empty_database(
    sandbox: Sandbox, http: ClientSession, tmp_path: Path, databases: Databases
) -> None:
    url = await databases.empty()
    ports = {"bot": free_port(), "scheduler": free_port()}
    programs = {name: service(name, sandbox, url, tmp_path, port) for name, port in ports.items()}
    anna = await Phone(http, 1, "Anna").comes()
    with programs["bot"] as bot, programs["scheduler"] as scheduler:
        for port in ports.values():
            await shows(port, "ready", '{"ready": true, "missing": {}}')
            await shows(port, "metrics", "tourdesk_database_up 1.0")
            await shows(port, "health", '"alive": true')
        await anna.says("/start")
        await anna.hears("Hello, Anna!")
        for program in (bot, scheduler):
            await program.says("Status pages: http://127.0.0.1:")
            assert await program.stop() == 0
            assert "Traceback" not in program.output
    await databases.drop(url)


def service(name: str, sandbox: Sandbox, url: str, data: Path, port: int) -> Program:
    """As compose would start it: its command and environment, with this machine's database, folder and port."""
    told = composed()["services"][name]
    environment: dict[str, str] = {**lines_of("deploy/env.example"), **told["environment"]}
    assert environment["TOURDESK_DATABASE"].endswith("@database/tourdesk")
    here = {"DATABASE": url, "DATA": str(data), "STATUS_PORT": str(port), "TOKEN": sandbox.token}
    environment |= {f"TOURDESK_{key}": value for key, value in here.items()}
    settings = {
        key.removeprefix("TOURDESK_").lower(): value
        for key, value in environment.items()
        if key.startswith("TOURDESK_")
    }
    return Program(data, *told["command"], api_url=sandbox.api_url, **settings)


async def shows(port: int, page: str, words: str) -> None:
    """As soon as it does."""
    deadline = time.monotonic() + PATIENCE
    told = ""
    while words not in told:
        assert time.monotonic() < deadline, told
        with suppress(ClientConnectionError):
            async with ClientSession() as http, http.get(f"http://127.0.0.1:{port}/{page}") as answer:
                told = await answer.text()
        await asyncio.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

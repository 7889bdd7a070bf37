"""compose.yaml's own commands as real processes: two start at once on an empty PostgreSQL, and are one agency."""

import asyncio
import re
import time
from pathlib import Path
from typing import Any

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
            assert (await ready(port)) == {"ready": True, "missing": {}}
            assert "tourdesk_database_up 1.0" in await page(port, "metrics")
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


async def ready(port: int) -> Any:
    """What /ready says, as soon as it says yes."""
    deadline = time.monotonic() + PATIENCE
    told = "nothing"
    while time.monotonic() < deadline:
        try:
            told = await page(port, "ready")
            if '"ready": true' in told:
                return {"ready": True, "missing": {}} if re.search(r'"missing": \{\}', told) else told
        except ClientConnectionError:
            pass
        await asyncio.sleep(0.05)
    raise AssertionError(told)


async def page(port: int, name: str) -> str:
    async with ClientSession() as http, http.get(f"http://127.0.0.1:{port}/{name}") as answer:
        return await answer.text()


def free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])

"""`--only bot` and `--only scheduler`: two processes on one PostgreSQL are one agency."""

import re
from pathlib import Path

import pytest
from aiohttp import ClientSession

from sandbox import Sandbox
from tests.running.phone import Phone, asks_for_lisbon
from tests.running.program import Program


@pytest.mark.parametrize("databases", ["postgresql"], indirect=True)
async def test_one_answers_and_the_other_tells(
    sandbox: Sandbox, http: ClientSession, tmp_path: Path, database_url: str
) -> None:
    settings = {"token": sandbox.token, "api_url": sandbox.api_url, "database": database_url}
    olga = await Phone(http, 1, "Olga").comes()
    anna = await Phone(http, 2, "Anna").comes()
    with (
        Program(tmp_path, "run", "--only", "bot", **settings) as bot,
        Program(tmp_path, "run", "--only", "scheduler", **settings) as scheduler,
    ):
        await bot.says("Tourdesk is running.")
        await scheduler.says("Tourdesk is running.")
        [link] = re.findall(r"start=(s_[\w-]+)", bot.output)
        assert "start=" not in scheduler.output
        await olga.says(f"/start {link}")
        await olga.hears("You are now: Owner.")
        await asks_for_lisbon(anna)
        await olga.hears("Lisbon")
        assert await bot.stop() == 0
        assert await scheduler.stop() == 0
        assert "Traceback" not in bot.output + scheduler.output

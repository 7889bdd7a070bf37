"""Takes the picture of the README: `python -m tests.page.picture`. The day is fixed: it changes only with the program."""

import asyncio
import tempfile
from datetime import date
from pathlib import Path
from shutil import which

from aiohttp import ClientSession
from playwright.async_api import async_playwright
from pydantic import SecretStr

from sandbox import Sandbox
from tests.page.conftest import BROWSERS, QUIETLY
from tourdesk.agency import running
from tourdesk.season.acts import Opening
from tourdesk.season.building import build_season
from tourdesk.season.guide import guide
from tourdesk.settings import Settings

PICTURE = Path(__file__).parents[2] / "docs" / "picture.jpg"
OPENS = date(2027, 10, 13)
SIZE = {"width": 1600, "height": 900}
SHOWN = (101, 102, 201, 203)
"""Olga, Boris, Анна and 李美: four languages."""
SETTLED = 2500
"""Milliseconds until pictures and letters are there."""


async def take() -> None:
    sandbox = Sandbox(rate_limits=None)
    await sandbox.start()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            token=SecretStr(sandbox.token),
            data=Path(folder),
            api_url=sandbox.api_url,
            database=None,
            webhook_url=None,
        )
        await build_season(settings, sandbox, Opening(OPENS, settings.profile.where))
        sandbox.clock.zone = settings.profile.zone
        bot = running(settings, sandbox.clock.now, frozenset({"bot"}))
        async with bot as at_work, ClientSession(sandbox.url) as session:
            told = await at_work.database.read(lambda unit: guide(at_work.desk(unit)))
            await session.post("/sim/guide", json=told)
            await _photographed(f"{sandbox.url}/?people={','.join(map(str, SHOWN))}")
    await sandbox.stop()


async def _photographed(url: str) -> None:
    program = next(filter(None, map(which, BROWSERS)))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=QUIETLY)
        page = await browser.new_page(viewport=SIZE, reduced_motion="reduce")  # type: ignore[arg-type]
        await page.goto(url)
        await page.wait_for_timeout(SETTLED)
        await page.screenshot(path=PICTURE, type="jpeg", quality=82)
        await browser.close()


if __name__ == "__main__":
    asyncio.run(take())

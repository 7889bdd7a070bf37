"""A fresh sandbox for every test, one browser for all, and the page open in it."""

import os
import shutil
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession
from playwright.async_api import Browser, Locator, Page, async_playwright

from sandbox import Sandbox
from tests.page.bot import Bot

Person = dict[str, Any]

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ELENA: Person = {
    "id": 1,
    "first_name": "Елена",
    "last_name": "Димитрова",
    "language_code": "bg",
    "role_hint": "manager",
}
ANNA: Person = {
    "id": 2,
    "first_name": "Анна",
    "last_name": "Соколова",
    "language_code": "ru",
    "phone": "+79161234567",
    "role_hint": "client",
}


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        reason = f"no browser on the path: none of {', '.join(BROWSERS)}"
        if os.environ.get("TOURDESK_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=QUIETLY)
        yield browser
        await browser.close()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token="42:page-tests", bot_username="tourdesk_page_bot", rate_limits=None)
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[ClientSession]:
    async with ClientSession() as http:
        yield http


@pytest.fixture
def bot(http: ClientSession, sandbox: Sandbox) -> Bot:
    return Bot(http, sandbox.api_url, sandbox.token)


class Desktop:
    """The page in a window, and the phones on it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def phone(self, who: Person) -> Locator:
        return self.page.locator(f'.phone[data-person="{who["id"]}"]')

    async def starts(self, who: Person) -> None:
        await self.phone(who).get_by_role("button", name="Start", exact=True).click()

    async def says(self, who: Person, text: str) -> None:
        words = self.phone(who).get_by_role("textbox", name="Message from")
        await words.fill(text)
        await words.press("Enter")


@pytest.fixture
async def window(browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": 1024, "height": 768}, reduced_motion="reduce")
    page = await context.new_page()
    page.set_default_timeout(10_000)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    await context.close()
    assert not broken


@pytest.fixture
async def desktop(window: Page, sandbox: Sandbox, http: ClientSession) -> Desktop:
    for who in (ELENA, ANNA):
        async with http.post(f"{sandbox.url}/sim/people", json=who) as answer:
            assert answer.status == 200
    await window.goto(sandbox.url)
    return Desktop(window)

"""A fresh sandbox for every test, with Anna, Boris and Chen in it; Anna and Boris have started the bot."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox import Sandbox
from tests.sandbox.line import ANNA, BORIS, PEOPLE, Line


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox()
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def line(sandbox: Sandbox) -> AsyncIterator[Line]:
    async with aiohttp.ClientSession(sandbox.url) as session:
        line = Line(sandbox, session)
        for person in PEOPLE:
            await line.sim("POST", "people", person)
        for person_id in (ANNA, BORIS):
            await line.says(person_id, "/start")
        await line.news()
        yield line

"""A fresh sandbox for every test, with Anna, Boris and Chen in it; Anna and Boris have started the bot.

`ours` and `theirs` are unchanged bots of the two libraries, pointed at it.
"""

from collections.abc import AsyncIterator

import aiogram
import aiohttp
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

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


@pytest.fixture
async def ours(sandbox: Sandbox) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.api_url))
    bot = aiogram.Bot(sandbox.token, session=session)
    yield bot
    await session.close()


@pytest.fixture
async def theirs(sandbox: Sandbox) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(
        sandbox.token, base_url=f"{sandbox.api_url}/bot", base_file_url=f"{sandbox.api_url}/file/bot"
    )
    async with bot:
        yield bot

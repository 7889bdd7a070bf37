"""The bot behind a webhook, on a database made by `bench.typical.database`."""

import asyncio
import gc
import logging
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import AnswerCallbackQuery, EditMessageText
from aiogram.methods.base import Response
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from sqlalchemy import event

from bench.telling import Telling
from bench.typical.database import engine_to, sessions_of
from bench.typical.middlewares import OneSession, WhoSpeaks
from bench.typical.routers import routers
from bench.typical.states import DatabaseStorage

HELD = [
    Response[method.__returning__]  # type: ignore[name-defined]
    for method in (EditMessageText, AnswerCallbackQuery)
]
"""pydantic forgets a class that nobody holds, and aiogram has it built anew for every answer: not so here."""


async def main(port: int, api_url: str, database_url: str) -> None:
    logging.basicConfig(level=logging.INFO)
    engine = engine_to(database_url)
    sessions = sessions_of(engine)
    telling = Telling()
    event.listen(engine.sync_engine, "before_cursor_execute", telling.count)
    bot = Bot(
        "42:bench-not-a-secret",
        session=AiohttpSession(api=TelegramAPIServer.from_base(api_url)),
        default=DefaultBotProperties(parse_mode="HTML"),
    )
    dispatcher = Dispatcher(storage=DatabaseStorage(sessions))
    dispatcher.update.outer_middleware(OneSession(sessions))
    dispatcher.update.outer_middleware(WhoSpeaks())
    dispatcher.include_routers(*routers())
    app = web.Application()
    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token="bench")
    handler.register(app, path="/hook")
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await bot.me()
    gc.collect()
    gc.freeze()
    telling.ready()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], sys.argv[3]))

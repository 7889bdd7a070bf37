"""How updates come in: asked for (polling) or brought (webhook). Both store first and acknowledge after."""

import asyncio
import hmac
from typing import Any

import orjson
import structlog
from aiogram import Bot
from aiohttp import ClientError, ClientSession, ClientTimeout, web

from bot.inbox import Inbox, loads
from bot.reception import ALLOWED_UPDATES

log = structlog.get_logger()

LONG_POLL = 30
"""Seconds one getUpdates waits for something to come (Telegram caps it at 50)."""


class Polling:
    """Asks for raw updates, so that one undecodable update cannot block the queue."""

    def __init__(self, bot: Bot, inbox: Inbox, long_poll: int = LONG_POLL) -> None:
        self._url = bot.session.api.api_url(bot.token, "getUpdates")
        self._bot = bot
        self._inbox = inbox
        self._long_poll = long_poll

    async def run(self) -> None:
        """Until cancelled. Another program polling with the same token is logged, and waited out."""
        await self._bot.delete_webhook()
        offset = 0
        wait = 0.2
        async with ClientSession(timeout=ClientTimeout(total=self._long_poll + 15)) as session:
            while True:
                try:
                    updates = await self._ask(session, offset)
                    await self._inbox.store(updates)
                    offset = max((u["update_id"] + 1 for u in updates), default=offset)
                    wait = 0.2
                except (ClientError, TimeoutError, orjson.JSONDecodeError, _UnwellError) as error:
                    log.warning("polling failed", why=type(error).__name__)
                    await asyncio.sleep(wait)
                    wait = min(wait * 2, 10.0)

    async def _ask(self, session: ClientSession, offset: int) -> list[dict[str, Any]]:
        body = {
            "offset": offset,
            "limit": 100,
            "timeout": self._long_poll,
            "allowed_updates": ALLOWED_UPDATES,
        }
        async with session.post(self._url, data=orjson.dumps(body), headers=_JSON) as answer:
            told = loads(await answer.read())
        if told.get("ok"):
            return [update for update in told["result"] if "update_id" in update]
        if told.get("error_code") == 409:
            log.warning("another poller", why=told.get("description"))
        if retry := told.get("parameters", {}).get("retry_after"):
            await asyncio.sleep(retry)
        raise _UnwellError(told.get("description", ""))


_JSON = {"Content-Type": "application/json"}


class _UnwellError(Exception):
    """Telegram answered, but not with updates."""


def webhook(inbox: Inbox, path: str, secret: str, largest: int = 1_000_000) -> web.Application:
    """A small web server: the right secret and anything that reads as JSON is answered 200 once it is stored."""

    async def bring(request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, secret.encode()):
            return web.Response(status=401)
        await inbox.store([await request.read()])
        return web.Response()

    app = web.Application(client_max_size=largest)
    app.router.add_post(path, bring)
    return app

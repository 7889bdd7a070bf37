"""What stands before several bots: it brings each update to any of them, and Telegram's retries do the rest."""

import asyncio
import random
from collections.abc import Sequence

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from tests.crash.ledger import Ledger
from tests.crash.victim import Victim

AFTER = 1.0
"""Seconds until Telegram takes an answer for lost."""

SECRET = "X-Telegram-Bot-Api-Secret-Token"


class Balancer:
    """Listens at `url`. It does not look whether a bot is well: that is for its retries to find out.

    `loses` is how many of the bots' good answers never reach Telegram: what is done by then is brought once more.
    """

    def __init__(self, chance: random.Random, ledger: Ledger, loses: float = 0.0) -> None:
        self._chance = chance
        self._ledger = ledger
        self._loses = loses
        self.bots: Sequence[Victim] = ()
        self.url = ""

    async def start(self) -> None:
        app = web.Application()
        app.router.add_post("/hook", self._bring)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}/hook"
        self._http = ClientSession(timeout=ClientTimeout(total=10))

    async def stop(self) -> None:
        await self._http.close()
        await self._runner.cleanup()

    async def _bring(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {SECRET: request.headers.get(SECRET, ""), "Content-Type": "application/json"}
        bot = self._chance.choice(self.bots)
        to = f"{bot.name}, life {bot.lives}"
        try:
            url = f"http://127.0.0.1:{bot.life.port}/hook"
            async with self._http.post(url, data=body, headers=headers) as answer:
                self._ledger.given(body, to, str(answer.status))
                status = answer.status
        except (ClientError, TimeoutError) as error:
            self._ledger.given(body, to, type(error).__name__)
            return web.Response(status=502)
        if status == 200 and self._chance.random() < self._loses:
            await asyncio.sleep(AFTER)
            return web.Response(status=502)
        return web.Response(status=status)

"""The smallest Bot API: answers every call and counts the messages. Runs in a process of its own.

With a second word it takes so many seconds over each message, as a Telegram far away does. `GET /said` tells how many
messages were sent or edited; `GET /said/<chat>/<number>` waits until that chat has got so many;
`GET /edited/<chat>/<first>/<last>` until each of these messages of it was edited, whatever else was said there;
`GET /strangers` tells when each message to somebody numbered a million or more was, by the clock all processes share.
"""

import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import web

ME = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
STRANGERS = 1_000_000
SAID = {"sendmessage", "editmessagetext", "senddocument"}


class BotApi:
    """Counts."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._said = 0
        self._times: list[float] = []
        self._chats: defaultdict[str, int] = defaultdict(int)
        self._edited: defaultdict[str, set[int]] = defaultdict(set)
        self._heard: defaultdict[str, asyncio.Condition] = defaultdict(asyncio.Condition)

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"].lower()
        content = await request.read()
        result: object = True
        if method == "getme":
            result = ME
        elif method in SAID:
            result = await self._say(await _values(request, content))
        elif method == "getupdates":
            await asyncio.sleep(30)
            result = []
        return _json({"ok": True, "result": result})

    async def _say(self, values: Mapping[str, Any]) -> object:
        await asyncio.sleep(self._delay)
        chat = str(values["chat_id"])
        self._said += 1
        if int(chat) >= STRANGERS:
            self._times.append(time.monotonic())
        self._chats[chat] += 1
        if "message_id" in values:
            self._edited[chat].add(int(values["message_id"]))
        async with self._heard[chat]:
            self._heard[chat].notify_all()
        who = {"id": int(chat), "type": "private"}
        return {"message_id": self._said, "date": 0, "chat": who, "text": "x"}

    async def said(self, _request: web.Request) -> web.Response:
        return web.Response(text=str(self._said))

    async def heard(self, request: web.Request) -> web.Response:
        chat, number = request.match_info["chat"], int(request.match_info["number"])
        async with self._heard[chat]:
            await self._heard[chat].wait_for(lambda: self._chats[chat] >= number)
        return web.Response()

    async def edited(self, request: web.Request) -> web.Response:
        chat, first, last = (request.match_info[name] for name in ("chat", "first", "last"))
        wanted = set(range(int(first), int(last) + 1))
        async with self._heard[chat]:
            await self._heard[chat].wait_for(lambda: wanted <= self._edited[chat])
        return web.Response()

    async def strangers(self, _request: web.Request) -> web.Response:
        return _json(self._times)


async def _values(request: web.Request, content: bytes) -> Mapping[str, Any]:
    if request.content_type == "application/json":
        values: dict[str, Any] = orjson.loads(content)
        return values
    return await request.post()


def _json(facts: object) -> web.Response:
    return web.Response(body=orjson.dumps(facts), content_type="application/json")


async def serve(port: int, delay: float) -> None:
    """Until it is ended."""
    api = BotApi(delay)
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", api.call)
    app.router.add_get("/said", api.said)
    app.router.add_get("/said/{chat}/{number}", api.heard)
    app.router.add_get("/edited/{chat}/{first}/{last}", api.edited)
    app.router.add_get("/strangers", api.strangers)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 0.0))

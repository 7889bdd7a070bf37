"""The smallest Bot API: answers every call at once and counts the messages. Runs in a process of its own."""

import asyncio
import sys

import orjson
from aiohttp import web

ME = {"id": 42, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
MESSAGE = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "x"}


async def serve(port: int) -> None:
    """Until it is ended. `GET /said` tells how many messages were sent or edited."""
    said = 0

    async def call(request: web.Request) -> web.Response:
        nonlocal said
        method = request.match_info["method"].lower()
        await request.read()
        result: object = True
        if method == "getme":
            result = ME
        elif method in {"sendmessage", "editmessagetext"}:
            said += 1
            result = MESSAGE
        elif method == "getupdates":
            await asyncio.sleep(30)
            result = []
        return web.Response(
            body=orjson.dumps({"ok": True, "result": result}), content_type="application/json"
        )

    async def count(_request: web.Request) -> web.Response:
        return web.Response(text=str(said))

    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", call)
    app.router.add_get("/said", count)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))

"""Server-sent events for the chat page."""

import asyncio

from aiohttp import web

from sandbox.telegram import TELEGRAM

_HEARTBEAT = 15.0


def routes() -> list[web.RouteDef]:
    return [web.get("/sim/events", _events)]


async def _events(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
    with request.app[TELEGRAM].world.events.listen() as queue:
        await response.prepare(request)
        await response.write(b": welcome\n\n")
        while True:
            try:
                async with asyncio.timeout(_HEARTBEAT):
                    line = await queue.get()
            except TimeoutError:
                line = b": still here\n\n"
            if line is None:
                return response
            await response.write(line)

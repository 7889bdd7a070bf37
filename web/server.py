"""The server of the doors: on a port of its own, beside the webhook, or among the routes of whoever listens already."""

from collections.abc import Awaitable, Callable, Collection
from time import perf_counter

import structlog
from aiohttp import web

from ops import counters
from ops.transient_errors import is_transient
from web.doors import Answer, Backend, Door, Rejected, Visit, too_many
from web.reading import Reader

log = structlog.get_logger()

_PLAIN = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
"""Of every answer that does not say otherwise: kept by nobody, framed by nobody, and no page runs scripts."""


class WebDoors:
    """Its routes may be listened to before there is anything behind them: until `backend` is set they answer 503."""

    def __init__(self, doors: Collection[Door], proxies: int = 0) -> None:
        self.backend: Backend | None = None
        self._doors = doors
        self._reader = Reader(proxies)

    def routes(self) -> list[web.RouteDef]:
        made = [web.route(one.method, one.path, self._answering(one)) for one in self._doors]
        made += [web.options(one.path, self._preflight(one)) for one in self._doors if one.origins]
        return made

    async def listen(self, host: str, port: int) -> Callable[[], Awaitable[None]]:
        """On a port of their own; the result ends it. Raises OSError when it is taken."""
        app = web.Application()
        app.add_routes(self.routes())
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=5)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError:
            await runner.cleanup()
            raise
        return runner.cleanup

    def _answering(self, door: Door) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answer(request: web.Request) -> web.Response:
            began = perf_counter()
            visit = self._reader.visit(request)
            try:
                said = await self._said(door, request, visit)
            except Rejected as why:
                said = door.says_no(visit, why)
                if why.retry_after is not None:
                    said = _with(said, {"Retry-After": str(round(why.retry_after) + 1)})
            counters.doors[door.path, str(said.status)] += 1
            spent = round((perf_counter() - began) * 1000)
            log.info("door answered", door=door.path, method=request.method, status=said.status, ms=spent)
            return _response(_with(said, await self._shared(door, visit)))

        return answer

    async def _said(self, door: Door, request: web.Request, visit: Visit) -> Answer:
        backend = self.backend
        if backend is None:
            raise _not_yet()
        if visit.address and (seconds := backend.buckets.take((door.path, visit.address), door.rate)):
            raise too_many(seconds)
        whole = self._reader.visit(request, await self._reader.body(request, door))
        try:
            return await door.handler(whole, backend)
        except Rejected:
            raise
        except Exception as error:
            if is_transient(error):
                log.warning("door waits for the database", door=door.path, why=type(error).__name__)
                raise _not_yet() from None
            log.exception("door failed", door=door.path)
            raise _failed() from None

    def _preflight(self, door: Door) -> Callable[[web.Request], Awaitable[web.Response]]:
        """What a browser asks before a page of another address may post."""

        async def answer(request: web.Request) -> web.Response:
            shared = await self._shared(door, self._reader.visit(request))
            if "Access-Control-Allow-Origin" in shared:
                shared |= {
                    "Access-Control-Allow-Methods": door.method,
                    "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key",
                    "Access-Control-Max-Age": "600",
                }
            return web.Response(status=204, headers=shared)

        return answer

    async def _shared(self, door: Door, visit: Visit) -> dict[str, str]:
        """Only a page that may ask is told what was answered; never `*`."""
        if door.origins is None:
            return {}
        origin = visit.headers.get("Origin")
        known = self.backend is not None and origin in await door.origins(self.backend)
        return {"Vary": "Origin"} | ({"Access-Control-Allow-Origin": origin} if known and origin else {})


def _not_yet() -> Rejected:
    return Rejected(503, "not_yet", "The agency is just opening. Come again in a moment.", 1)


def _failed() -> Rejected:
    return Rejected(500, "failed", "This failed here, and was written down. Nothing was kept.")


def _with(answer: Answer, headers: dict[str, str]) -> Answer:
    return Answer(answer.status, answer.body, answer.content_type, {**answer.headers, **headers})


def _response(answer: Answer) -> web.Response:
    headers = {**_PLAIN, **answer.headers, "Content-Type": answer.content_type}
    return web.Response(status=answer.status, body=answer.body, headers=headers)

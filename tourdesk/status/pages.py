"""The status pages: /health (the loop is alive), /ready (what is not, with 503), /metrics (for Prometheus)."""

import asyncio
from collections.abc import Awaitable, Callable

from aiohttp import web

from tourdesk.status.figures import CONTENT_TYPE, figures
from tourdesk.status.readiness import AgencyStatus


async def open_pages(status: AgencyStatus, host: str, port: int) -> Callable[[], Awaitable[None]]:
    """Listens there; the result closes it. Raises OSError when the port is taken."""
    runner = web.AppRunner(pages(status), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        await runner.cleanup()
        raise
    return runner.cleanup


def pages(status: AgencyStatus) -> web.Application:
    began = asyncio.get_running_loop().time()

    async def health(_request: web.Request) -> web.Response:
        """Whoever reads this sees that the loop runs."""
        seconds = round(asyncio.get_running_loop().time() - began)
        return web.json_response({"alive": True, "seconds": seconds})

    async def ready(_request: web.Request) -> web.Response:
        missing = await status.missing()
        return web.json_response({"ready": not missing, "missing": missing}, status=503 if missing else 200)

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(body=await figures(status), headers={"Content-Type": CONTENT_TYPE})

    app = web.Application()
    for path, page in (("/health", health), ("/ready", ready), ("/metrics", metrics)):
        app.router.add_get(path, page)
    return app

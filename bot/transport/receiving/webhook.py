"""The webhook: updates are brought, stored, and acknowledged by the answer."""

import hmac

import structlog
from aiohttp import web

from bot.transport.inbox.inbox import Inbox
from ops import counters
from ops.fault_points import passing
from ops.transient_errors import is_transient

log = structlog.get_logger()

_LATER = {"Retry-After": "1"}


def webhook(inbox: Inbox, path: str, secret: str, largest: int = 1_000_000) -> web.Application:
    """A small web server: the right secret and anything that reads as JSON is answered 200 once it is stored.

    What cannot be stored just now, Telegram is asked to bring again.
    """

    async def bring(request: web.Request) -> web.Response:
        told = request.headers.getall("X-Telegram-Bot-Api-Secret-Token", [])
        given = told[0].encode("utf-8", "surrogateescape") if len(told) == 1 else b""
        if not hmac.compare_digest(given, secret.encode()):
            counters.updates_refused["secret"] += 1
            return web.Response(status=401)
        if inbox.full:
            return web.Response(status=503, headers=_LATER)
        body = await request.read()
        passing("after_read")
        try:
            await inbox.store([body])
        except Exception as error:
            if not is_transient(error):
                raise
            log.warning("update not stored", why=type(error).__name__)
            return web.Response(status=503, headers=_LATER)
        passing("after_commit_before_200")
        return web.Response()

    app = web.Application(client_max_size=largest)
    app.router.add_post(path, bring)
    return app

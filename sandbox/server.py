"""The sandbox as one object: a Telegram that starts, listens on an address, and stops without a trace."""

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime

from aiohttp import web

from sandbox import api, control
from sandbox.calls import Call
from sandbox.clock import Clock
from sandbox.limits import Limiter, RateLimits
from sandbox.polling import Polling
from sandbox.queries import Queries
from sandbox.telegram import TELEGRAM, Telegram
from sandbox.updates import CALLBACKS_LIVE, CHECKOUT_WITHIN, INLINE_LIVES
from sandbox.webhook import RETRY_DELAYS, Delivery
from sandbox.world import World

DEMO_TOKEN = "42:demo-token-not-a-secret"  # noqa: S105  the sandbox knows no secrets
LARGEST_REQUEST = 64 * 1024 * 1024
USUAL_LIMITS = RateLimits()


class Sandbox:
    """`rate_limits=None` turns limits off; `webhook_retry_delays` are seconds, the last one repeats.

    `numbers_after` is how far messages and updates were counted in an earlier life, for a bot that remembers it.
    """

    def __init__(
        self,
        token: str = DEMO_TOKEN,
        bot_username: str = "tourdesk_demo_bot",
        bot_name: str = "Tourdesk",
        start_at: datetime | None = None,
        *,
        rate_limits: RateLimits | None = USUAL_LIMITS,
        webhook_retry_delays: tuple[float, ...] = RETRY_DELAYS,
        numbers_after: int = 0,
    ) -> None:
        self.token = token
        self.clock = Clock(start_at)
        self.world = World(token, bot_username, bot_name, self.clock, numbers_after)
        self.telegram = Telegram(
            self.world,
            token,
            Limiter(rate_limits),
            Polling(self.world.updates, self.world.events),
            Delivery(self.world.updates, self.clock, webhook_retry_delays),
            Queries(self.clock, CALLBACKS_LIVE),
            Queries(self.clock, INLINE_LIVES),
            Queries(self.clock, CHECKOUT_WITHIN),
        )
        self.telegram.delivery.perform = self._performer()
        self.url = ""
        self._runner: web.AppRunner | None = None

    @property
    def api_url(self) -> str:
        """Where bots call: `{api_url}/bot<token>/METHOD` and `{api_url}/file/bot<token>/PATH`."""
        return self.url

    async def start(
        self, port: int = 0, host: str = "127.0.0.1", beside: Iterable[web.RouteDef] = ()
    ) -> None:
        """Whoever plays with it may have routes of their own beside its."""
        app = web.Application(client_max_size=LARGEST_REQUEST)
        app[TELEGRAM] = self.telegram
        app.add_routes([*api.routes(), *control.routes(), *beside])
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.5)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        self.telegram.polling.close()
        self.world.events.close()
        await self.telegram.delivery.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def limit(self, rate_limits: RateLimits | None) -> None:
        """Other limits from now on."""
        self.telegram.limiter = Limiter(rate_limits)

    def _performer(self) -> Callable[[Call], Awaitable[object]]:
        return lambda call: api.perform(self.telegram, call)

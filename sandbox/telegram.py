"""The machinery around the world, in one place, so that methods and control reach it by name."""

from dataclasses import dataclass, field

from aiohttp import web

from sandbox.calls import CallLog
from sandbox.clock import Clock
from sandbox.faults import OF_UPDATES, Faults
from sandbox.limits import Limiter
from sandbox.polling import Polling
from sandbox.queries import Queries
from sandbox.webhook import Delivery
from sandbox.world import Json, World


@dataclass(eq=False)
class Telegram:
    world: World
    token: str
    limiter: Limiter
    polling: Polling
    delivery: Delivery
    taps: Queries
    inline_queries: Queries
    checkouts: Queries
    faults: Faults = field(default_factory=Faults)
    calls: CallLog = field(default_factory=CallLog)

    @property
    def clock(self) -> Clock:
        return self.world.clock

    @property
    def is_ready(self) -> bool:
        """The bot listens: it polls, or has set a webhook."""
        return self.delivery.webhook is not None or self.polling.is_heard

    def tell_bot(self, kind: str, payload: Json, *, chat: int, lane: str = "") -> None:
        """An update for the bot, unless a fault was planned for it."""
        queue = self.world.updates
        fault = self.faults.strike(OF_UPDATES, kind, chat)
        if fault is not None and fault.kind == "reorder":
            queue.hold(kind, payload, lane or f"chat:{chat}")
        else:
            queue.add(kind, payload, lane or f"chat:{chat}", twice=fault is not None)


TELEGRAM = web.AppKey("telegram", Telegram)

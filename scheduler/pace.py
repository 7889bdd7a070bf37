"""The pace of what is said unasked: it must not flood Telegram, nor anybody's phone, nor hold up answers to people."""

from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.ext import AIORateLimiter

OVERALL = 20
"""Messages a second over all chats. Telegram takes about thirty; the rest is for people who are waiting."""

BURST = 5
"""Messages one chat may get at once; after that one a second, as Telegram wants it."""


class Pace(AIORateLimiter):
    """python-telegram-bot's limiter, and the spacing within one private chat that it lacks."""

    __slots__ = ("_burst", "_chats")

    def __init__(self, overall: float = OVERALL, burst: float = BURST) -> None:
        # A quarter of a second's worth may go at once: a bucket that held a whole second's would double the first.
        super().__init__(overall_max_rate=overall / 4, overall_time_period=0.25)
        self._burst = burst
        self._chats: dict[int, AsyncLimiter] = {}

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        chat = data.get("chat_id")
        if isinstance(chat, int):
            await self._chat(chat).acquire()
        return await super().process_request(callback, args, kwargs, endpoint, data, rate_limit_args)

    def _chat(self, chat: int) -> AsyncLimiter:
        """Chats that have been quiet are forgotten: a fresh limiter allows the same."""
        if len(self._chats) > 1000:
            busy = {
                number: limit for number, limit in self._chats.items() if not limit.has_capacity(self._burst)
            }
            self._chats = busy
        return self._chats.setdefault(chat, AsyncLimiter(self._burst, self._burst))

"""The pace of what is said unasked: it must not flood Telegram, nor anybody's phone, nor hold up answers to people."""

import logging
import time
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from math import inf
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter

# A limit of Telegram's is an outcome like others, and noted in one line: the library writes a traceback for each.
logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)

OVERALL = 20
"""Messages a second over all chats. Telegram takes about thirty; the rest is for people who are waiting."""

BURST = 5
"""Messages one chat may get at once; after that one a second, as Telegram wants it."""

BEGIN_BY: ContextVar[float] = ContextVar("begin_by", default=inf)
"""When, by `time.monotonic`, what is sent here must have begun. It is looked at as late as can be."""


class TooLate(TelegramError):  # noqa: N818 (it is an answer)
    """Nothing was sent: by now it may be somebody else's to send."""


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

        async def begun(*args: Any, **kwargs: Any) -> Any:
            if time.monotonic() > BEGIN_BY.get():
                raise TooLate("too late to send")
            return await callback(*args, **kwargs)

        return await super().process_request(begun, args, kwargs, endpoint, data, rate_limit_args)

    def _chat(self, chat: int) -> AsyncLimiter:
        """Chats that have been quiet are forgotten: a fresh limiter allows the same."""
        if len(self._chats) > 1000:
            busy = {
                number: limit for number, limit in self._chats.items() if not limit.has_capacity(self._burst)
            }
            self._chats = busy
        return self._chats.setdefault(chat, AsyncLimiter(self._burst, self._burst))

"""The rate limiter of notices: they must not flood Telegram, nor anybody's phone, nor hold up answers to people."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from datetime import timedelta
from math import inf
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

# A limit of Telegram's is an outcome like others, and noted in one line: the library writes a traceback for each.
logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)

OVERALL = 20
"""Messages a second over all chats. Telegram takes about thirty; the rest is for people who are waiting."""

BURST = 5
"""Messages one chat may get at once; after that one a second, as Telegram wants it."""

SHARE = 10
"""Slots one process takes of the agency's at a time: half a second's worth, and no more is lost with it when it dies."""

LATE = 0.25
"""Seconds after its time until which a slot is good; whoever stood still for longer takes another."""

ALIKE = 1.0
"""Two chats refused within so many seconds: it is not them, all of us are too quick."""

BEGIN_BY: ContextVar[float] = ContextVar("begin_by", default=inf)
"""When, by `time.monotonic`, what is sent here must have begun. It is looked at as late as can be."""


class TooLate(TelegramError):  # noqa: N818 (it is an answer)
    """Nothing was sent: by now it may be somebody else's to send."""


Book = Callable[[float], Awaitable[float]]
"""Takes the agency's next so many seconds of sending; seconds until they begin, or (negative) since."""


class Slots:
    """The agency's one budget, as all its schedulers share it: each takes a few slots at a time, when it has use for them."""

    def __init__(self, book: Book, each: float) -> None:
        self._book = book
        self._each = each
        self._mine: deque[float] = deque()
        self._turn = asyncio.Lock()
        self._wanted = 0

    async def take(self) -> None:
        """Returns when one's slot has come; in the order they asked."""
        self._wanted += 1
        try:
            async with self._turn:
                while not await self._come():
                    pass
        finally:
            self._wanted -= 1

    async def _come(self) -> bool:
        """False when it has passed meanwhile: this process stood still."""
        loop = asyncio.get_running_loop()
        if not self._mine:
            many = min(self._wanted, SHARE)
            begins = await self._book(many * self._each)
            self._mine.extend(loop.time() + begins + turn * self._each for turn in range(many))
        mine = self._mine.popleft()
        await asyncio.sleep(mine - loop.time())
        return mine + LATE >= loop.time()


class RateLimiter(AIORateLimiter):
    """python-telegram-bot's limiter, and what it lacks: the spacing within a private chat, a halt of all, other processes."""

    __slots__ = ("_burst", "_chats", "_halted_until", "_refused", "_slots")

    def __init__(self, overall: float = OVERALL, burst: float = BURST, shared: Book | None = None) -> None:
        # A quarter of a second's worth may go at once: a bucket that held a whole second's would double the first.
        super().__init__(overall_max_rate=overall / 4, overall_time_period=0.25)
        self._burst = burst
        self._chats: dict[int, AsyncLimiter] = {}
        self._slots = Slots(shared, 1 / overall) if shared else None
        self._halted_until = 0.0
        self._refused: tuple[int, float] = (0, -inf)

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
            await self._turn_of(chat)

        async def begun(*args: Any, **kwargs: Any) -> Any:
            if time.monotonic() > BEGIN_BY.get():
                raise TooLate("too late to send")
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                if isinstance(chat, int):
                    self._note(chat, error)
                raise

        return await super().process_request(begun, args, kwargs, endpoint, data, rate_limit_args)

    async def _turn_of(self, chat: int) -> None:
        """The chat's, then the agency's."""
        await self._chat(chat).acquire()
        loop = asyncio.get_running_loop()
        while (now := loop.time()) < self._halted_until:
            longest = max(0.0, BEGIN_BY.get() - time.monotonic())
            if longest < self._halted_until - now:
                await asyncio.sleep(longest)
                raise TooLate("telegram has halted us")
            await asyncio.sleep(self._halted_until - now)
        if self._slots is not None:
            await self._slots.take()

    def _note(self, chat: int, error: RetryAfter) -> None:
        """One chat's limit is the chat's own affair; a second chat's, at the same time, is everybody's."""
        now = asyncio.get_running_loop().time()
        other, at = self._refused
        self._refused = chat, now
        if chat != other and now - at <= ALIKE:
            wait = error.retry_after
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else wait
            self._halted_until = max(self._halted_until, now + seconds)

    def _chat(self, chat: int) -> AsyncLimiter:
        """Chats that have been quiet are forgotten: a fresh limiter allows the same."""
        if len(self._chats) > 1000:
            busy = {
                number: limit for number, limit in self._chats.items() if not limit.has_capacity(self._burst)
            }
            self._chats = busy
        return self._chats.setdefault(chat, AsyncLimiter(self._burst, self._burst))

"""The webhook's monitor: once a minute Telegram is asked where it sends updates, and told again when that is not here."""

import asyncio
from collections.abc import Awaitable, Callable, Collection

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import WebhookInfo

from ops import counters

log = structlog.get_logger()

EVERY = 60.0
HELD = 2.5 * EVERY
"""Seconds for which one of many processes does this; then another may."""


class WebhookWatch:
    """`set_again` tells Telegram our address and secret; `mine` says whether this process is the one that looks."""

    def __init__(
        self,
        bot: Bot,
        url: str,
        update_kinds: Collection[str],
        set_again: Callable[[], Awaitable[object]],
        mine: Callable[[], Awaitable[bool]],
    ) -> None:
        self._bot = bot
        self._url = url
        self._update_kinds = set(update_kinds)
        self._set_again = set_again
        self._mine = mine
        self._last_error = 0.0

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            counters.mark("receiving")
            await asyncio.sleep(EVERY)
            try:
                await self.look()
            except (AiogramError, TimeoutError) as error:
                log.warning("webhook not looked at", why=type(error).__name__)

    async def look(self) -> None:
        if not await self._mine():
            return
        info = await self._bot.get_webhook_info()
        counters.figures["webhook_pending_updates"] = info.pending_update_count
        trouble = self._fresh_trouble(info)
        wrong = self._wrong(info, trouble)
        if wrong is not None:
            log.warning("webhook set again", why=wrong, pending=info.pending_update_count)
            counters.events["webhook_set_again"] += 1
            await self._set_again()

    def _fresh_trouble(self, info: WebhookInfo) -> str:
        """What Telegram last ran into here, if that is news."""
        if info.last_error_date is None or info.last_error_date.timestamp() <= self._last_error:
            return ""
        self._last_error = info.last_error_date.timestamp()
        counters.figures["webhook_last_error_timestamp_seconds"] = self._last_error
        trouble = info.last_error_message or ""
        log.warning("webhook in trouble", why=trouble, pending=info.pending_update_count)
        return trouble

    def _wrong(self, info: WebhookInfo, trouble: str) -> str | None:
        """Why it has to be set again; the secret cannot be asked for, but who comes without it is turned away."""
        if info.url != self._url:
            return "deleted" if not info.url else "another address"
        if set(info.allowed_updates or ()) != self._update_kinds:
            return "other kinds of updates"
        return "another secret" if "401" in trouble else None

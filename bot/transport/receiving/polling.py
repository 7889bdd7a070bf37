"""Polling: updates are asked for, stored, and acknowledged by the next request."""

import asyncio
import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import orjson
import structlog
from aiogram import Bot
from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.transport.calls.patience import patiently
from bot.transport.inbox.inbox import Inbox
from bot.transport.inbox.update_payload import loads
from ops import counters
from ops.fault_points import passing
from ops.retrying import any_failure, retried

log = structlog.get_logger()

BATCH = 100
LONG_POLL = 30
"""Seconds one getUpdates waits for something to come (Telegram caps it at 50)."""


class Polling:
    """Asks for raw updates, so that one undecodable update cannot block the queue."""

    def __init__(
        self, bot: Bot, inbox: Inbox, update_kinds: Sequence[str], long_poll: int = LONG_POLL
    ) -> None:
        self._url = bot.session.api.api_url(bot.token, "getUpdates")
        self._bot = bot
        self._inbox = inbox
        self._update_kinds = [*update_kinds]
        self._long_poll = long_poll
        self._offset = 0
        self._reached = 0
        self._limit = BATCH
        self._spoiled = b""

    async def run(self) -> None:
        """Until cancelled. Another program polling with the same token is logged, and waited out."""
        await patiently(self._bot.delete_webhook)
        counters.mark("receiving")
        async with ClientSession(timeout=ClientTimeout(total=self._long_poll + 15)) as session:
            while True:
                await retried(partial(self._told_round, session), any_failure)

    async def _told_round(self, session: ClientSession) -> None:
        """One whose failure is in the log."""
        try:
            await self._round(session)
        except (ClientError, TimeoutError, _UnwellError) as error:
            log.warning("polling failed", why=type(error).__name__)
            raise
        except Exception:  # what came could not be stored, say: Telegram keeps it until it is
            log.exception("polling failed")
            raise

    async def _round(self, session: ClientSession) -> None:
        """One getUpdates: what came is stored, and acknowledged by the next one.

        Once nothing comes all is acknowledged, and no number is held on to: after a week of silence they begin anywhere.
        """
        if self._inbox.full:
            await asyncio.sleep(0.5)
            return
        try:
            updates = await self._ask(session)
        except _SpoiledError as spoiled:
            self._step_over(spoiled.body)
            return
        passing("after_read")
        await self._inbox.store(updates)
        passing("after_commit_before_200")
        numbers = [update["update_id"] for update in updates if type(update.get("update_id")) is int]
        self._offset = max((number + 1 for number in numbers), default=0)
        self._reached = self._offset or self._reached
        self._limit = BATCH

    def _step_over(self, body: bytes) -> None:
        """Updates that are no JSON: the one that spoils the answer is asked for alone, and left behind if it stays so."""
        log.error("undecodable updates", offset=self._offset, limit=self._limit)
        if self._limit == 1 and body == self._spoiled:
            number = re.search(rb'"update_id"\s*:\s*(\d{1,18})\b', body)
            self._offset = 1 + (int(number[1]) if number else max(self._offset, self._reached))
            self._reached = self._offset
        self._limit, self._spoiled = 1, body

    async def _ask(self, session: ClientSession) -> list[dict[str, Any]]:
        body = {
            "offset": self._offset,
            "limit": self._limit,
            "timeout": self._long_poll,
            "allowed_updates": self._update_kinds,
        }
        async with session.post(self._url, data=orjson.dumps(body), headers=_JSON) as answer:
            told = _read(answer.status, await answer.read())
        if told.get("ok"):
            counters.mark("receiving")
            return [update for update in told["result"] if isinstance(update, dict)]
        if told.get("error_code") == 409 and "webhook" in told.get("description", ""):
            log.warning("somebody set a webhook: polling goes on without it")
            await patiently(self._bot.delete_webhook)
        if retry := told.get("parameters", {}).get("retry_after"):
            await asyncio.sleep(retry)
        log.warning("telegram gave no updates", why=told.get("description"))
        raise _UnwellError


def _read(status: int, body: bytes) -> dict[str, Any]:
    """Raises _SpoiledError for updates that are no JSON, _UnwellError for what is not Telegram's word at all."""
    try:
        told = loads(body)
    except orjson.JSONDecodeError:
        if status == 200 and body.startswith(b'{"ok":true'):
            raise _SpoiledError(body) from None
        raise _UnwellError from None
    if not isinstance(told, dict):
        raise _UnwellError
    return told


_JSON = {"Content-Type": "application/json"}


class _UnwellError(Exception):
    """Telegram answered, or whoever stands before it, but not with updates."""


class _SpoiledError(Exception):
    """Telegram gave updates, and they cannot be read."""

    def __init__(self, body: bytes) -> None:
        super().__init__("undecodable")
        self.body = body

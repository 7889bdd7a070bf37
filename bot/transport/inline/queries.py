"""Inline queries: what somebody types behind the bot's name, asked at every few letters and forgotten by Telegram in seconds.

So they pass by the inbox: no row is written, the newest of a person is the only one answered, and what is lost with a
process is typed again. Nobody has many answered, nor keeps others from theirs.
"""

import asyncio
from collections.abc import Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import AiogramError

from bot.conversation.events import Event, Sender, Unreadable
from bot.conversation.inline import InlineAnswer, InlineResult
from bot.transport.calls.session import JsonSession
from bot.transport.inbox.user_queues import Budgets, Limits
from domain.values.text import clean, full_name, one_line
from locales import Voice
from ops.trace import TRACE
from storage import Database, SqlUnit

log = structlog.get_logger()

Answer = Callable[[SqlUnit, Event, int], InlineAnswer]
"""What is found for this query, on this page."""

KIND = "inline_query"
TOO_LATE = 10.0
"""Seconds after which nobody looks at the answer."""
LIMITS = Limits(burst=8, per_second=2.0)
PEOPLE_AT_ONCE = 200
AT_ONCE = 4
LONGEST = 100
HOME = "home"
"""What the button above the results opens the chat with."""


class InlineQueries:
    """Answers each person's newest query; those who come while many wait are not answered."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        answer: Answer,
        limits: Limits = LIMITS,
        seen: Callable[[], None] = lambda: None,
    ) -> None:
        assert isinstance(bot.session, JsonSession)
        self._bot = bot
        self._line = bot.session
        self._database = database
        self._found = answer
        self._budgets = Budgets(limits)
        self._seen = seen
        self._free = asyncio.Semaphore(AT_ONCE)
        self._newest: dict[int, dict[str, Any]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}

    def take(self, update: dict[str, Any]) -> None:
        """To be answered soon, unless the same person types on meanwhile."""
        self._seen()
        whose = _sender_of(update)
        if whose is None or (whose not in self._workers and len(self._workers) >= PEOPLE_AT_ONCE):
            return
        self._newest[whose] = update
        if whose not in self._workers:
            self._workers[whose] = asyncio.create_task(self._work(whose), name="inline")

    async def rest(self) -> None:
        """Waits until everything that came was answered."""
        while self._workers:
            await asyncio.wait({*self._workers.values()})

    async def close(self) -> None:
        """What is typed now is answered by whoever starts next, as soon as another letter is typed."""
        workers = [*self._workers.values()]
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)

    async def _work(self, whose: int) -> None:
        try:
            while whose in self._newest:
                await asyncio.sleep(self._budgets.wait(whose))
                await self._answer(self._newest.pop(whose))
        finally:
            del self._workers[whose]

    async def _answer(self, update: dict[str, Any]) -> None:
        TRACE.set(f"u{update.get('update_id')}")
        try:
            async with asyncio.timeout(TOO_LATE), self._free:
                event = _event(update)
                page = _page(update[KIND].get("offset"))
                found = await self._database.read(lambda unit: self._found(unit, event, page))
                await self._tell(str(update[KIND]["id"]), found)
        except (AiogramError, TimeoutError, Unreadable) as error:
            log.info("inline query not answered", why=type(error).__name__)
        except Exception as error:  # the next letter asks again
            log.exception("inline query failed", why=type(error).__name__)

    async def _tell(self, query: str, found: InlineAnswer) -> None:
        """Never kept by Telegram, for nobody: what is found is the asker's to see, and changes."""
        button = {"text": found.voice.plain(found.button), "start_parameter": HOME} if found.button else None
        await self._line.tell(
            self._bot,
            "answerInlineQuery",
            inline_query_id=query,
            results=[_result(one, found.voice) for one in found.results],
            cache_time=0,
            is_personal=True,
            next_offset="" if found.next_page is None else str(found.next_page),
            button=button,
        )


def _result(one: InlineResult, voice: Voice) -> dict[str, Any]:
    aloud = voice if one.language is None else voice.speaking(one.language)
    result: dict[str, Any] = {
        "type": "article",
        "id": one.key,
        "title": voice.plain(one.title),
        "description": voice.plain(one.about),
        "input_message_content": {"message_text": aloud.html(one.posted), "parse_mode": "HTML"},
    }
    if one.label is not None:
        button = {"text": aloud.plain(one.label), "url": one.address}
        result["reply_markup"] = {"inline_keyboard": [[button]]}
    return result


def _sender_of(update: dict[str, Any]) -> int | None:
    who = (update[KIND].get("from") or {}).get("id") if isinstance(update[KIND], dict) else None
    return who if type(who) is int else None


def _event(update: dict[str, Any]) -> Event:
    """Said in no chat of ours. Raises Unreadable."""
    body = update[KIND]
    who = body["from"]
    name = full_name(str(who.get("first_name") or ""), who.get("last_name"))
    sender = Sender.called(who["id"], name, None, who.get("language_code"))
    words = one_line(clean(str(body.get("query") or "")))[:LONGEST]
    return Event(int(update["update_id"]), sender, who["id"], private=False, text=words, kind=KIND)


def _page(offset: Any) -> int:
    text = str(offset or "")
    return min(int(text), 100) if text.isdecimal() and len(text) < 4 else 0

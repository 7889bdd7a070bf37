"""How far an import is, shown to whoever sent the file: one message, written anew every few seconds."""

from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Any, TypeVar

import structlog
from telegram.error import TelegramError

from domain.entities.client_imports import DONE_WITH, TO_DO, ClientImport, ImportState, RowState
from domain.ports.desk import Desk
from locales import Sentence, Voice, _
from scheduler.delivery.telegram_line import Line

T = TypeVar("T")
log = structlog.get_logger()

EVERY = 4.0
"""Seconds: what takes less is never shown, and Telegram lets nobody write anew much oftener."""


class ImportProgress:
    """Of one scheduler. The number of the message stands with the import, so that whoever goes on writes the same anew."""

    def __init__(self, line: Line, at_desk: Callable[[Callable[[Desk], Any]], Awaitable[Any]]) -> None:
        self._line = line
        self._at_desk = at_desk
        self._shown: dict[int, float] = {}
        """When it was shown last, or begun."""

    async def show(self, number: int) -> None:
        """If it is time to."""
        now = monotonic()
        if now - self._shown.setdefault(number, now) < EVERY:
            return
        self._shown[number] = now
        await self._say(number)

    async def end(self, number: int) -> None:
        """The last word, where there was one before."""
        self._shown.pop(number, None)
        if await self._at_desk(lambda desk: _told(desk, number)[1]) is not None:
            await self._say(number)

    async def _say(self, number: int) -> None:
        """Whatever Telegram answers: the import goes on, and its end is told in a notice."""
        chat, message, text = await self._at_desk(lambda desk: _told(desk, number))
        try:
            if message is not None:
                await self._line.edit_message_text(text, chat_id=chat, message_id=message)
                return
            sent = await self._line.send_message(chat, text, disable_notification=True)
        except TelegramError as error:
            log.info("progress not shown", client_import=number, why=type(error).__name__)
            return
        await self._at_desk(lambda desk: _remember(desk, number, sent.message_id))


def _told(desk: Desk, number: int) -> tuple[int, int | None, str]:
    one = desk.archive.client_imports.get(number)
    person = one.by.person
    return person.telegram_id, one.message, Voice.at(desk, person.language).plain(progress_words(one))


def _remember(desk: Desk, number: int, message: int) -> None:
    desk.archive.client_imports.locked(number).message = message


def progress_words(one: ClientImport) -> Sentence:
    """How far it is."""
    left, done = one.count(*TO_DO), one.count(*DONE_WITH)
    match one.state:
        case ImportState.IMPORTING:
            return _("📇 Import #{number}: {done} of {all} clients.")(
                number=one.id, done=done, all=done + left
            )
        case ImportState.UNDOING:
            gone = one.count(RowState.TAKEN_BACK, RowState.STAYED)
            return _("↩️ Import #{number}: {done} of {all} taken back.")(
                number=one.id, done=gone, all=gone + done
            )
        case ImportState.READING:
            if rows := one.layout.get("rows"):
                return _("📇 Import #{number}: {count} of {all} rows read.")(
                    number=one.id, count=one.rows, all=rows - bool(one.layout.get("has_header"))
                )
            return _("📇 Import #{number}: {count} rows read so far.")(number=one.id, count=one.rows)
    return _("📇 Import #{number}: finished.")(number=one.id)

"""Delivery: what an exchange collected goes to Telegram once its facts are stored. Nothing here opens a transaction."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, TypeVar

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
)
from aiogram.types import BufferedInputFile

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File, Menu, Message, Outgoing, Strip
from bot.transport.answering.markup import Markup, markup_of
from bot.transport.calls.patience import asked_wait, passes
from bot.transport.calls.session import JsonSession
from locales import Voice, _
from locales.lengths import IN_CAPTION, fitting, visible
from ops.retrying import retried, these, tries
from papers.parting import IN_A_CHAT, MEGABYTE, TooLargeForAChat, fitted
from papers.press import PaperSpoiled
from papers.printing import printing
from storage.crypto.files import FileStore

log = structlog.get_logger()
T = TypeVar("T")

PATIENCE = 30.0
"""Seconds: a person's own answer is not worth waiting longer for; the next tap shows the screen again."""

WAITS, TRIES = these(0.2, 1.0, 3.0), tries(4)

WHILE_PRESSED = 10.0
"""Seconds: what a tap is answered after that, nobody waits for."""


TOO_LARGE = _(
    "“{name}” would have {size} MB, and Telegram takes {most} at most. Please ask for less at a time, or have it written on the"
    " server: python -m tourdesk --help"
)
NOT_PRINTED = _("“{name}” could not be made. Please try again a little later.")
ONE_OF = _("Part {part} of {parts}. Each can be read by itself.")


class Delivery:
    """Sends in the order things were said. Remembers which message shows which screen."""

    def __init__(
        self,
        bot: Bot,
        unreachable: Callable[[int], Awaitable[None]],
        files: FileStore | None = None,
    ) -> None:
        self._bot = bot
        self._files = files
        self._print = printing(files)
        assert isinstance(bot.session, JsonSession)
        self._line = bot.session
        self._unreachable = unreachable
        self._shown: dict[int, int] = {}

    def message_of(self, screen_id: int) -> int | None:
        """The message that shows this screen, if it was sent since the start."""
        return self._shown.get(screen_id)

    async def deliver(self, exchange: Exchange) -> None:
        """Answers the tap and sends everything. What Telegram refuses for good is logged, and the rest still goes."""
        answer = asyncio.create_task(self._answer(exchange)) if exchange.event.tap else None
        try:
            for item in exchange.outgoing:
                await self._send(exchange.event.chat_id, item, exchange.voice)
        except TelegramForbiddenError:
            if (
                exchange.event.private
            ):  # from a group we may have been sent away: that says nothing of the person
                await self._unreachable(exchange.event.sender.telegram_id)
        finally:
            if answer:
                await answer

    async def _answer(self, exchange: Exchange) -> None:
        tap, toast = exchange.event.tap, exchange.toast
        assert tap is not None
        try:
            await self._patiently(
                lambda: self._line.tell(
                    self._bot,
                    "answerCallbackQuery",
                    callback_query_id=tap.query_id,
                    text=toast.text if toast and toast.text else None,
                    show_alert=True if toast and toast.alert else None,
                ),
                WHILE_PRESSED,
            )
        except (AiogramError, TimeoutError):
            log.info("tap not answered", update=exchange.event.update_id)

    async def _send(self, chat: int, item: Outgoing, voice: Voice) -> None:
        try:
            await self._said(chat, item, voice)
        except TelegramBadRequest as error:
            if not isinstance(item, Strip):
                log.warning("telegram refused", what=type(item).__name__, why=error.message)
        except TelegramForbiddenError:
            raise
        except (AiogramError, TimeoutError) as error:
            log.warning("not delivered", what=type(item).__name__, why=type(error).__name__)

    async def _said(self, chat: int, item: Outgoing, voice: Voice) -> None:
        match item:
            case Message():
                await self._message(chat, item)
            case File():
                await self._file(chat, item, voice)
            case Menu(commands):
                await self._menu(chat, commands)
            case Strip(message_id):
                await self._tell("editMessageReplyMarkup", chat_id=chat, message_id=message_id)

    async def _message(self, chat: int, message: Message) -> None:
        *before, last = fitting(message.html)
        for part in before:
            await self._text(chat, part, None)
        markup = markup_of(message)
        if message.edits is not None and not before and await self._edited(chat, message.edits, last, markup):
            return
        sent = await self._text(chat, last, markup)
        if message.screen_id is not None:
            self._remember(message.screen_id, None if message.asking else sent)

    async def _edited(self, chat: int, message_id: int, html: str, markup: Markup) -> bool:
        """False when that message cannot be edited any more: a new one is sent instead."""
        try:
            await self._worded(
                html,
                lambda words, mode: self._tell(
                    "editMessageText",
                    chat_id=chat,
                    message_id=message_id,
                    text=words,
                    parse_mode=mode,
                    reply_markup=markup,
                ),
            )
        except TelegramBadRequest as error:
            return "is not modified" in error.message
        return True

    async def _text(self, chat: int, html: str, markup: Markup) -> int:
        sent = await self._worded(
            html,
            lambda words, mode: self._tell(
                "sendMessage", chat_id=chat, text=words, parse_mode=mode, reply_markup=markup
            ),
        )
        return int(sent["message_id"])

    async def _file(self, chat: int, file: File, voice: Voice) -> None:
        if file.paper is None:
            await self._known_file(chat, file)
            return
        try:
            parts = await fitted(self._print, file.paper, file.name, by_rows=file.by_rows)
        except TooLargeForAChat as error:
            words = TOO_LARGE(name=file.name, size=error.args[0], most=IN_A_CHAT // MEGABYTE)
            await self._text(chat, voice.html(words), None)
            return
        except PaperSpoiled:
            log.exception("paper not printed", name=file.name)
            await self._text(chat, voice.html(NOT_PRINTED(name=file.name)), None)
            return
        for place, part in enumerate(parts, start=1):
            more = voice.html(ONE_OF(part=place, parts=len(parts))) if len(parts) > 1 else ""
            caption = "\n".join(filter(None, (file.caption, more)))
            await self._send_file(
                chat, replace(file, caption=caption), BufferedInputFile(part.content, part.name)
            )

    async def _known_file(self, chat: int, file: File) -> None:
        """By the name Telegram gave it; what it knows under that no more (another bot's file) comes from our store."""
        try:
            await self._send_file(chat, file, file.file_id or "")
        except TelegramBadRequest as error:
            content = await self._from_store(file) if "file" in error.message else None
            if content is None:
                raise
            await self._send_file(chat, file, content)

    async def _from_store(self, file: File) -> BufferedInputFile | None:
        content = None if self._files is None else await self._files.find(file.stored)
        return None if content is None else BufferedInputFile(content, file.name)

    async def _send_file(self, chat: int, file: File, content: str | BufferedInputFile) -> None:
        send = self._bot.send_photo if file.is_photo else self._bot.send_document
        caption, *more = fitting(file.caption, IN_CAPTION)
        await self._worded(
            caption,
            lambda words, mode: self._patiently(
                lambda: send(chat, content, caption=words or None, parse_mode=mode)
            ),
        )
        for part in more:
            await self._text(chat, part, None)

    async def _menu(self, chat: int, commands: list[tuple[str, str]]) -> None:
        listed = [{"command": name, "description": does} for name, does in commands]
        await self._tell("setMyCommands", commands=listed, scope={"type": "chat", "chat_id": chat})

    def _remember(self, screen_id: int, message_id: int | None) -> None:
        """A message with a reply keyboard cannot be edited: it is forgotten at once."""
        self._shown.pop(screen_id, None)
        if message_id is not None:
            self._shown[screen_id] = message_id
        while len(self._shown) > 50_000:
            del self._shown[next(iter(self._shown))]

    async def _worded(self, html: str, call: Callable[[str, str | None], Awaitable[T]]) -> T:
        """Without any formatting, when Telegram cannot read it: plain words are better than none."""
        try:
            return await call(html, "HTML")
        except TelegramBadRequest as error:
            if "can't parse entities" not in error.message:
                raise
            log.error("words not taken as html", why=error.message)  # noqa: TRY400 (no trace is needed)
        return await call(visible(html), None)

    async def _tell(self, method: str, **values: Any) -> Any:
        return await self._patiently(lambda: self._line.tell(self._bot, method, **values))

    async def _patiently(self, call: Callable[[], Awaitable[T]], patience: float = PATIENCE) -> T:
        """Tries again what may pass. A limit too long is not waited out."""

        def worth_it(error: BaseException) -> bool:
            return passes(error) and (asked_wait(error) or 0.0) <= patience

        async with asyncio.timeout(patience):
            return await retried(call, worth_it, WAITS, TRIES, asked=asked_wait)

"""A file that Telegram holds already, sent with words below it; from our own store when Telegram knows it no more."""

from collections.abc import Awaitable, Callable

from telegram import InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from scheduler.delivery.telegram_line import Line
from scheduler.notices.message_content import Attached

Stored = Callable[[str | None], Awaitable[bytes | None]]
"""What our own store has under a name."""


class NotToBeHad(Exception):  # noqa: N818 (it is an answer, not an error)
    """Neither Telegram nor our own store has this file."""


async def not_stored(_name: str | None) -> bytes | None:
    """Of a store that has nothing."""
    return None


async def post_attached(
    line: Line,
    chat: int,
    markup: InlineKeyboardMarkup | None,
    attached: Attached,
    stored: Stored,
    words: str,
    mode: str | None,
) -> Message:
    """Raises NotToBeHad, BadRequest."""

    async def post(file: str | bytes) -> Message:
        if attached.is_photo:
            return await line.send_photo(chat, file, caption=words, parse_mode=mode, reply_markup=markup)
        return await line.send_document(
            chat, file, filename=attached.name, caption=words, parse_mode=mode, reply_markup=markup
        )

    if attached.source:
        try:
            return await post(attached.source)
        except BadRequest as error:
            if "file" not in error.message:
                raise
    content = await stored(attached.stored)
    if content is None:
        raise NotToBeHad
    return await post(content)

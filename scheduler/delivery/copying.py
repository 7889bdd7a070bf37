"""A copy of what somebody has sent, with words below it; what was spoken from our own store when Telegram has it no more."""

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest

from locales import Voice
from locales.lengths import IN_CAPTION, fitting
from scheduler.delivery.attaching import Stored
from scheduler.delivery.recordings import send_kept
from scheduler.delivery.telegram_line import Line
from scheduler.notices.message_content import MessageContent

_GONE = ("message to copy not found", "can't be copied")


async def copied_with_words(
    line: Line,
    chat: int,
    content: MessageContent,
    voice: Voice,
    markup: InlineKeyboardMarkup | None,
    stored: Stored,
) -> int | None:
    """The message; None when it is to be had from nowhere, or has more words than fit below it. Raises TelegramError."""
    assert content.copy_of is not None
    assert content.copied is not None
    words, *more = fitting(voice.html(content.text), IN_CAPTION) or [""]
    if more:
        return None
    try:
        if not words:
            return (await line.copy_message(chat, *content.copy_of, reply_markup=markup)).message_id
        copy = await line.copy_message(
            chat, *content.copy_of, caption=words, parse_mode="HTML", reply_markup=markup
        )
    except BadRequest as error:
        if not any(sign in error.message.casefold() for sign in _GONE):
            raise
        sent = await send_kept(line, chat, content.kept, stored, words, markup)
        return None if sent is None else sent.message_id
    return copy.message_id


async def copied_after(line: Line, chat: int, content: MessageContent, stored: Stored) -> int | None:
    """The copy that follows the words; None where none is wanted, or it is to be had from nowhere. Raises TelegramError."""
    if content.copy_of is None:
        return None
    try:
        return (await line.copy_message(chat, *content.copy_of)).message_id
    except BadRequest:
        sent = await send_kept(line, chat, content.kept, stored)
        if sent is None:
            raise
        return sent.message_id

"""A copy of what somebody has sent, with words below it; a voice from our own store when Telegram has it no more."""

from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest

from locales import Voice
from locales.lengths import IN_CAPTION, fitting
from scheduler.delivery.attaching import Stored
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
        kept = await stored(content.copied.stored)
        if kept is None:
            return None
        sent = await line.send_voice(chat, kept, caption=words, parse_mode="HTML", reply_markup=markup)
        return sent.message_id
    return copy.message_id

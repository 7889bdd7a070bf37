"""A voice, a sound or a round video from our own store, sent as what it was."""

from functools import partial

from telegram import InlineKeyboardMarkup, Message

from domain.entities.interactions import Medium
from scheduler.delivery.attaching import Stored
from scheduler.delivery.telegram_line import Line
from scheduler.notices.message_content import Kept


async def send_kept(
    line: Line,
    chat: int,
    kept: Kept | None,
    stored: Stored,
    words: str | None = None,
    markup: InlineKeyboardMarkup | None = None,
) -> Message | None:
    """None when we have it not. A round video has no words below it. Raises TelegramError."""
    content = await stored(kept.stored) if kept is not None else None
    if kept is None or content is None:
        return None
    if kept.medium is Medium.VIDEO_NOTE:
        return await line.send_video_note(chat, content, reply_markup=markup)
    post = line.send_audio if kept.medium is Medium.AUDIO else line.send_voice
    with_words = partial(post, caption=words, parse_mode="HTML") if words else post
    return await with_words(chat, content, reply_markup=markup)

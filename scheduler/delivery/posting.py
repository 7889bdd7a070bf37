"""Words on their way to Telegram: formatted or plain, below a paper, in parts where there are many, with buttons."""

from collections.abc import Awaitable, Callable
from functools import partial

import structlog
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.error import BadRequest

from locales import Voice
from locales.lengths import IN_CAPTION, fitting, visible
from scheduler.delivery.telegram_line import Line
from scheduler.notices.message_content import MessageContent

log = structlog.get_logger()

Post = Callable[[str, str | None], Awaitable[Message]]
"""Posts words that are formatted like this, or not at all."""


def keyboard(content: MessageContent, voice: Voice, notice: int) -> InlineKeyboardMarkup | None:
    """Buttons that live as long as the message: they name the notice, not a screen."""
    if not content.buttons:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(voice.plain(label), callback_data=f"n:{notice}:{verb}")]
            for label, verb in content.buttons
        ]
    )


async def captioned(line: Line, chat: int, html: str, notice: int, sends: Post) -> Message:
    """What a caption has no room for follows."""
    caption, *more = fitting(html, IN_CAPTION)
    message = await worded(caption, notice, sends)
    for part in more:
        await worded(part, notice, partial(post_words, line, chat, None))
    return message


async def worded(html: str, notice: int, sends: Post) -> Message:
    """Without any formatting, when Telegram cannot read it: plain words are better than none."""
    try:
        return await sends(html, "HTML")
    except BadRequest as error:
        if "can't parse entities" not in error.message.casefold():
            raise
        log.error("words not taken as html", notice=notice, why=error.message)  # noqa: TRY400 (no trace is needed)
    return await sends(visible(html), None)


async def post_words(
    line: Line, chat: int, markup: InlineKeyboardMarkup | None, words: str, mode: str | None
) -> Message:
    no_preview = LinkPreviewOptions(is_disabled=True)
    return await line.send_message(
        chat, words, parse_mode=mode, reply_markup=markup, link_preview_options=no_preview
    )


async def post_paper(
    line: Line,
    chat: int,
    markup: InlineKeyboardMarkup | None,
    paper: bytes,
    name: str,
    words: str,
    mode: str | None,
) -> Message:
    return await line.send_document(
        chat, paper, filename=name, caption=words, parse_mode=mode, reply_markup=markup
    )

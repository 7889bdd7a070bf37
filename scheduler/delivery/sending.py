"""Sending one message: what goes to Telegram, in which of its ways."""

from dataclasses import replace
from functools import partial

import structlog
from telegram import LinkPreviewOptions, Message
from telegram.error import BadRequest, TelegramError

from locales import Voice, lines
from locales.lengths import IN_CAPTION, fitting
from papers.press import PaperSpoiled
from papers.printing import Print
from scheduler.delivery.attaching import NotToBeHad, Stored, not_stored, post_attached
from scheduler.delivery.copying import copied_after, copied_with_words
from scheduler.delivery.outcomes import Accepted, NotNow, Outcome, meaning
from scheduler.delivery.polls import send_to_group
from scheduler.delivery.posting import captioned, keyboard, post_paper, post_words, worded
from scheduler.delivery.telegram_line import Line
from scheduler.notices.message_content import MessageContent, Paper

log = structlog.get_logger()


async def send(  # noqa: PLR0911 (one line per way of sending)
    line: Line,
    chat: int,
    content: MessageContent,
    voice: Voice,
    notice: int,
    print_: Print,
    stored: Stored = not_stored,
) -> Outcome:
    """Sends one message to one chat, its paper printed by `print_`; every failure is an outcome."""
    if content.group is not None:
        return await send_to_group(line, content.group, content, voice)
    if content.takes_away:
        return await _take_away(line, chat, content.takes_away)
    try:
        if content.edits is not None:
            return await _renewed(line, chat, content.edits, content, voice, notice)
        if content.copied is not None:
            return await _copied_or_told(line, chat, content, voice, notice, stored)
        paper = None if content.paper is None else await _printed(content.paper, voice, print_)
        message = await _sent(line, chat, content, voice, notice, paper, stored)
    except PaperSpoiled as error:
        log.exception("paper not printed", notice=notice)
        return NotNow(type(error).__name__)
    except TelegramError as error:
        return meaning(error)
    if content.pin is not None:
        await _pin(line, chat, content, notice)
    return Accepted(message.message_id, copy=await _copied(line, chat, content, notice, stored))


async def _copied_or_told(
    line: Line, chat: int, content: MessageContent, voice: Voice, notice: int, stored: Stored
) -> Outcome:
    """What is not to be had any more is told in words; what has many of them follows them."""
    markup = keyboard(content, voice, notice)
    whole = await copied_with_words(line, chat, content, voice, markup, stored)
    if whole is not None:
        return Accepted(whole)
    assert content.copied is not None
    told = replace(content, text=lines(content.text, content.copied.what), copied=None)
    message = await _sent(line, chat, told, voice, notice, None, stored)
    return Accepted(message.message_id, copy=await _copied(line, chat, told, notice, stored))


async def _sent(
    line: Line,
    chat: int,
    content: MessageContent,
    voice: Voice,
    notice: int,
    paper: bytes | None,
    stored: Stored,
) -> Message:
    markup = keyboard(content, voice, notice)
    html = voice.html(content.text)
    if content.attached is not None:
        photo = partial(post_attached, line, chat, markup, content.attached, stored)
        try:
            return await captioned(line, chat, html, notice, photo)
        except NotToBeHad:
            return await _sent(line, chat, content.attached.otherwise, voice, notice, None, stored)
    if paper is not None and content.paper is not None:
        document = partial(post_paper, line, chat, markup, paper, content.paper.name)
        return await captioned(line, chat, html, notice, document)
    *before, last = fitting(html)
    for part in before:
        await worded(part, notice, partial(post_words, line, chat, None))
    return await worded(last, notice, partial(post_words, line, chat, markup))


async def _renewed(
    line: Line, chat: int, message_id: int, content: MessageContent, voice: Voice, notice: int
) -> Outcome:
    """What was sent says something else by now. Telegram has nothing to change, or cannot any more: then it stays."""
    caption = fitting(voice.html(content.text), IN_CAPTION)[0]
    markup = keyboard(content, voice, notice)
    try:
        if content.edits_words:
            words = fitting(voice.html(content.text))[0]
            no_preview = LinkPreviewOptions(is_disabled=True)
            await line.edit_message_text(
                words,
                chat,
                message_id,
                parse_mode="HTML",
                reply_markup=markup,
                link_preview_options=no_preview,
            )
            return Accepted(message_id)
        await line.edit_message_caption(
            chat, message_id, caption=caption, parse_mode="HTML", reply_markup=markup
        )
    except BadRequest as error:
        log.info("not renewed", notice=notice, why=error.message)
    return Accepted(message_id)


async def _printed(paper: Paper, voice: Voice, print_: Print) -> bytes:
    return await print_(paper.make, *paper.facts, voice, *paper.pictures)


async def _pin(line: Line, chat: int, content: MessageContent, notice: int) -> None:
    """The words are there and carry a link to the map: a pin that fails is not worth saying it all again."""
    assert content.pin is not None
    try:
        await line.send_location(chat, content.pin.latitude, content.pin.longitude)
    except TelegramError as error:
        log.warning("pin not sent", notice=notice, why=type(error).__name__)


async def _copied(line: Line, chat: int, content: MessageContent, notice: int, stored: Stored) -> int | None:
    """The words are there and say how to see it: a copy that fails is not worth saying them again."""
    try:
        return await copied_after(line, chat, content, stored)
    except TelegramError as error:
        log.warning("not copied", notice=notice, why=type(error).__name__)
        return None


async def _take_away(line: Line, chat: int, messages: tuple[int, ...]) -> Outcome:
    """What is gone already, or has grown too old for it, stays as it is."""
    try:
        await line.delete_messages(chat, messages)
    except BadRequest as error:
        log.warning("not taken away", why=error.message)
    except TelegramError as error:
        return meaning(error)
    return Accepted(messages[0])

"""Sending one message: what goes to Telegram, and what each of Telegram's refusals means for the notice."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

import structlog
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from locales import Voice, lines
from locales.lengths import IN_CAPTION, fitting, visible
from papers.press import PaperSpoiled
from papers.printing import Print
from scheduler.delivery.attaching import NotToBeHad, Stored, not_stored, post_attached
from scheduler.delivery.copying import copied_with_words
from scheduler.delivery.telegram_line import BROKEN, Line
from scheduler.notices.message_content import MessageContent, Paper

log = structlog.get_logger()

QUESTION = 300
"""Characters of a poll's question, at most."""

_NOBODY_THERE = ("chat not found", "user not found", "peer_id_invalid", "user_is_deactivated")
_CLOSED = "already been closed"


@dataclass(frozen=True)
class Accepted:
    """Telegram has it; `poll` is what it calls the poll in it, `copy` the copy that went after it."""

    message_id: int
    poll: str | None = None
    copy: int | None = None


@dataclass(frozen=True)
class Unreached:
    """This person cannot be written to."""

    why: str


@dataclass(frozen=True)
class RejectedByTelegram:
    """Telegram will never take it: ours to mend."""

    why: str


@dataclass(frozen=True)
class NotNow:
    """Worth another try: exactly after `wait`, or when the postman thinks fit. In `doubt` it may have arrived already."""

    why: str
    wait: timedelta | None = None
    doubt: bool = False
    overtaken: bool = False
    """Whether what is said later to the same person may be said before."""


@dataclass(frozen=True)
class SomebodyElse:
    """Whoever it was for is away by now: it is said to who stands in for them."""


Post = Callable[[str, str | None], Awaitable[Message]]
"""Posts words that are formatted like this, or not at all."""

Outcome = Accepted | Unreached | RejectedByTelegram | NotNow | SomebodyElse


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
        return await _send_to_group(line, content.group, content, voice)
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
        return _meaning(error)
    if content.pin is not None:
        await _pin(line, chat, content, notice)
    return Accepted(message.message_id, copy=await _copied(line, chat, content, notice))


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
    return Accepted(message.message_id, copy=await _copied(line, chat, told, notice))


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
            return await _captioned(line, chat, html, notice, photo)
        except NotToBeHad:
            return await _sent(line, chat, content.attached.otherwise, voice, notice, None, stored)
    if paper is not None and content.paper is not None:
        document = partial(_post_paper, line, chat, markup, paper, content.paper.name)
        return await _captioned(line, chat, html, notice, document)
    *before, last = fitting(html)
    for part in before:
        await _worded(part, notice, partial(_post, line, chat, None))
    return await _worded(last, notice, partial(_post, line, chat, markup))


async def _captioned(line: Line, chat: int, html: str, notice: int, post: Post) -> Message:
    """What a caption has no room for follows."""
    caption, *more = fitting(html, IN_CAPTION)
    message = await _worded(caption, notice, post)
    for part in more:
        await _worded(part, notice, partial(_post, line, chat, None))
    return message


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


async def _worded(html: str, notice: int, post: Post) -> Message:
    """Without any formatting, when Telegram cannot read it: plain words are better than none."""
    try:
        return await post(html, "HTML")
    except BadRequest as error:
        if "can't parse entities" not in error.message.casefold():
            raise
        log.error("words not taken as html", notice=notice, why=error.message)  # noqa: TRY400 (no trace is needed)
    return await post(visible(html), None)


async def _post(
    line: Line, chat: int, markup: InlineKeyboardMarkup | None, words: str, mode: str | None
) -> Message:
    no_preview = LinkPreviewOptions(is_disabled=True)
    return await line.send_message(
        chat, words, parse_mode=mode, reply_markup=markup, link_preview_options=no_preview
    )


async def _post_paper(
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


async def _pin(line: Line, chat: int, content: MessageContent, notice: int) -> None:
    """The words are there and carry a link to the map: a pin that fails is not worth saying it all again."""
    assert content.pin is not None
    try:
        await line.send_location(chat, content.pin.latitude, content.pin.longitude)
    except TelegramError as error:
        log.warning("pin not sent", notice=notice, why=type(error).__name__)


async def _copied(line: Line, chat: int, content: MessageContent, notice: int) -> int | None:
    """The words are there and say how to see it: a copy that fails is not worth saying them again."""
    if content.copy_of is None:
        return None
    try:
        copy = await line.copy_message(chat, *content.copy_of)
    except TelegramError as error:
        log.warning("not copied", notice=notice, why=type(error).__name__)
        return None
    return copy.message_id


async def _take_away(line: Line, chat: int, messages: tuple[int, ...]) -> Outcome:
    """What is gone already, or has grown too old for it, stays as it is."""
    try:
        await line.delete_messages(chat, messages)
    except BadRequest as error:
        log.warning("not taken away", why=error.message)
    except TelegramError as error:
        return _meaning(error)
    return Accepted(messages[0])


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


async def _send_to_group(line: Line, group: int, content: MessageContent, voice: Voice) -> Outcome:
    """A poll, or the end of one. What Telegram refuses in a group is for the group to mend, not for us."""
    try:
        if content.stops is not None:
            await _stop_poll(line, group, content.stops)
            return Accepted(content.stops)
        question = voice.plain(content.text)[:QUESTION]
        message = await line.send_poll(group, question, content.poll, is_anonymous=False)
    except (BadRequest, ChatMigrated) as error:
        return Unreached(error.message)
    except TelegramError as error:
        return _meaning(error)
    return Accepted(message.message_id, message.poll.id if message.poll else None)


async def _stop_poll(line: Line, group: int, message: int) -> None:
    """One that is closed already was stopped by somebody who died before it was written down."""
    try:
        await line.stop_poll(group, message)
    except BadRequest as error:
        if _CLOSED not in error.message.casefold():
            raise


def _meaning(error: TelegramError) -> Outcome:  # noqa: PLR0911 (one line per kind of refusal)
    match error:
        case RetryAfter():
            wait = error.retry_after
            return NotNow("flood", wait if isinstance(wait, timedelta) else timedelta(seconds=wait))
        case Forbidden():
            return Unreached(error.message)
        case BadRequest() if any(sign in error.message.casefold() for sign in _NOBODY_THERE):
            return Unreached(error.message)
        case BadRequest() | ChatMigrated():
            return RejectedByTelegram(error.message)
        case InvalidToken():  # its message holds the token
            return NotNow("the token is not accepted")
        case NetworkError():
            return NotNow(f"network: {error.message[:200]}", doubt=_may_have_arrived(error.message))
        case _:
            return NotNow(type(error).__name__)


def _may_have_arrived(told: str) -> bool:
    """The line broke, or nothing was heard in time, after it had been reached. What Telegram answers it has not done."""
    return told.startswith(BROKEN)

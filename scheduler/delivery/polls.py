"""A poll in a group, and the end of one."""

from telegram.error import BadRequest, ChatMigrated, TelegramError

from locales import Voice
from scheduler.delivery.outcomes import Accepted, Outcome, Unreached, meaning
from scheduler.delivery.telegram_line import Line
from scheduler.notices.message_content import MessageContent

QUESTION = 300
"""Characters of a poll's question, at most."""

_CLOSED = "already been closed"


async def send_to_group(line: Line, group: int, content: MessageContent, voice: Voice) -> Outcome:
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
        return meaning(error)
    return Accepted(message.message_id, message.poll.id if message.poll else None)


async def _stop_poll(line: Line, group: int, message: int) -> None:
    """One that is closed already was stopped by somebody who died before it was written down."""
    try:
        await line.stop_poll(group, message)
    except BadRequest as error:
        if _CLOSED not in error.message.casefold():
            raise

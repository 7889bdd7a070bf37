"""Shows in the topics of staff groups what waits there, one topic after another, and writes down each step.

A line is marked once Telegram has it: who dies in between says it twice, and loses none.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import structlog
from telegram import ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from domain.entities.staff_groups import GroupState
from domain.ports.desk import Desk
from domain.usecases.staff_groups import telling, tying
from ops.fault_points import passing
from scheduler.delivery.telegram_line import Line
from scheduler.topics.pace import Pace
from scheduler.topics.wording import Act, Parcel, parcel_of

if TYPE_CHECKING:
    from scheduler.jobs.context import JobContext

T = TypeVar("T")
log = structlog.get_logger()

LATER = timedelta(seconds=2)
"""Until it is looked once more whether an answer has arrived."""
AFTER_TROUBLE = 15.0
"""Seconds in which a group is left alone when Telegram did not answer."""

_LOST = ("message thread not found", "topic_id_invalid", "topic_deleted")
_UNFIT = ("not enough rights", "not a forum", "chat not found", "topic_closed")


class Stop(Exception):  # noqa: N818 (it is an answer)
    """Nothing more goes into this topic now."""


class TopicPost:
    """Of one process."""

    def __init__(self, line: Line, pace: Pace | None = None) -> None:
        self._line = line
        self._pace = pace or Pace()

    async def look(self, context: "JobContext") -> int:
        """How many topics something was said in."""
        done = 0
        for chat in await context.database.read(lambda unit: _chats(context.desk(unit))):
            while self._pace.may(chat) and not context.postman.stopping:
                parcel = await context.database.run(lambda unit: _taken(context.desk(unit), chat))  # noqa: B023
                if parcel is None:
                    break
                done += await _Way(context, self._line, self._pace, parcel).go()
        return done


class _Way:
    """Of one parcel."""

    def __init__(self, context: "JobContext", line: Line, pace: Pace, parcel: Parcel) -> None:
        self._context = context
        self._line = line
        self._pace = pace
        self._parcel = parcel
        self._head = ""
        """What is still to be said at the top of a topic that was opened."""

    async def go(self) -> bool:
        """Whether anything was done."""
        parcel, done = self._parcel, False
        try:
            thread = parcel.thread
            for act in parcel.acts:
                if not self._pace.may(parcel.chat):
                    break
                if thread is None and (act.html is not None or act.copies is not None):
                    thread = await self._opened()
                    self._head = parcel.head
                elif parcel.name != parcel.called and thread is not None and not done:
                    await self._named(thread)
                await self._do(act, thread)
                done = True
        except Stop:
            done = True
        finally:
            await self._write(self._ended)
        return done

    def _ended(self, desk: Desk) -> None:
        telling.lines_later(desk, self._parcel.later, LATER)
        telling.let_go(desk, self._parcel.topic)

    async def _opened(self) -> int:
        """With the client's name above all that follows."""
        number, chat = self._parcel.topic, self._parcel.chat
        await self._write(lambda desk: telling.topic_asked_for(desk, number, self._parcel.name))
        passing("before_topic")
        self._pace.spend(chat)
        topic = await self._told(lambda: self._line.create_forum_topic(chat, self._parcel.name))
        if topic is None:
            raise Stop
        passing("after_topic")
        thread = topic.message_thread_id
        await self._write(lambda desk: telling.topic_is(desk, number, thread))
        return int(thread)

    async def _named(self, thread: int) -> None:
        """Whatever Telegram thinks of a name, it is not asked for the same again."""
        number, chat, name = self._parcel.topic, self._parcel.chat, self._parcel.name
        await self._told(lambda: self._line.edit_forum_topic(chat, thread, name=name))
        await self._write(lambda desk: telling.topic_named(desk, number, name))

    async def _do(self, act: Act, thread: int | None) -> None:
        message = None
        if act.html is not None or (self._head and act.copies is not None):
            message = await self._say(f"{self._head}{act.html or ''}", thread, act.reply_to)
            self._head = ""
        if act.copies is not None:
            message = await self._copy(act.copies, thread)
        if act.reaction is not None:
            await self._told(lambda: self._line.set_message_reaction(self._parcel.chat, *act.reaction))  # type: ignore[misc]
        if act.closes and thread is not None:
            await self._told(lambda: self._line.close_forum_topic(self._parcel.chat, thread))
        if act.deletes and self._parcel.thread is not None:
            gone = self._parcel.thread
            await self._told(lambda: self._line.delete_forum_topic(self._parcel.chat, gone))
            await self._write(lambda desk: telling.topic_lost(desk, self._parcel.topic))
        passing("after_topic_line")
        await self._write(lambda desk: telling.lines_sent(desk, act.lines, message))

    async def _say(self, html: str, thread: int | None, reply_to: int | None) -> int | None:
        self._pace.spend(self._parcel.chat)
        reply = ReplyParameters(reply_to, allow_sending_without_reply=True) if reply_to else None
        said = await self._told(
            lambda: self._line.send_message(
                self._parcel.chat,
                html,
                parse_mode="HTML",
                message_thread_id=thread,
                reply_parameters=reply,
            )
        )
        return said.message_id if said else None

    async def _copy(self, original: tuple[int, int], thread: int | None) -> int | None:
        self._pace.spend(self._parcel.chat)
        copied = await self._told(
            lambda: self._line.copy_message(self._parcel.chat, *original, message_thread_id=thread)
        )
        return copied.message_id if copied else None

    async def _told(self, call: Callable[[], Awaitable[T]]) -> T | None:
        """None when what it was about is gone: then there is nothing to do. Raises Stop."""
        parcel = self._parcel
        try:
            return await call()
        except RetryAfter as error:
            wait = error.retry_after
            self._pace.halt(parcel.chat, wait.total_seconds() if isinstance(wait, timedelta) else wait)
            await self._write(lambda desk: telling.topic_not_opened(desk, parcel.topic))
        except (BadRequest, Forbidden, ChatMigrated) as error:
            if await self._refused(error.message.casefold(), error):
                return None
        except TelegramError as error:
            log.warning("topic waits", why=type(error).__name__)
            self._pace.halt(parcel.chat, AFTER_TROUBLE)
        raise Stop

    async def _refused(self, why: str, error: TelegramError) -> bool:
        """True where it is not worth stopping for."""
        parcel = self._parcel
        log.info("topic refused", why=why[:100])
        if any(sign in why for sign in _LOST):
            await self._write(lambda desk: telling.topic_lost(desk, parcel.topic))
            return False
        if isinstance(error, Forbidden | ChatMigrated) or any(sign in why for sign in _UNFIT):
            await self._write(lambda desk: telling.topic_not_opened(desk, parcel.topic))
            await self._write(lambda desk: tying.group_changed(desk, parcel.chat))
            return False
        return True

    async def _write(self, change: Callable[[Desk], None]) -> None:
        await self._context.database.run(lambda unit: change(self._context.desk(unit)))


def _chats(desk: Desk) -> list[int]:
    groups = desk.agency.staff_groups
    found = (groups.of(branch).chat for branch in groups.in_state(GroupState.TIED))
    return [chat for chat in found if chat is not None]


def _taken(desk: Desk, chat: int) -> Parcel | None:
    taken = telling.take_topic(desk, chat)
    return None if taken is None else parcel_of(desk, *taken)

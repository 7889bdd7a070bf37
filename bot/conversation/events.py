"""Events: one update as the conversation sees it, cleaned. Flows and handlers never see Telegram's objects."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.entities.files import SentFile
from domain.entities.trip_plans import Point
from domain.values.text import one_line

LARGEST_NUMBER = 2**63 - 1
"""No number of Telegram's is larger; none larger can be stored."""


class Unreadable(ValueError):  # noqa: N818  (it is an answer, not an error)
    """What was said cannot be meant."""


@dataclass(frozen=True)
class Sender:
    """Who it came from, as Telegram tells."""

    telegram_id: int
    name: str
    username: str | None
    language_code: str | None

    @classmethod
    def called(cls, telegram_id: int, name: str, username: str | None, language_code: str | None) -> "Sender":
        """By the name they gave themselves, if anything of it can be seen."""
        seen = one_line(name)[:80] or (username or str(telegram_id))
        return cls(telegram_id, seen, username, language_code)


NOBODY = Sender(0, "", None, None)
"""Behind what Telegram tells of a thing, and not of a person."""


@dataclass(frozen=True)
class Contact:
    """A shared contact; `own` when Telegram vouches that it is the sender's. `account`: whose, where Telegram tells."""

    phone: str
    name: str
    own: bool
    account: int | None = None


@dataclass(frozen=True)
class Forwarded:
    """Who wrote a forwarded message: a person (with or without an account we may see), or a channel."""

    name: str
    telegram_id: int | None
    is_person: bool


@dataclass(frozen=True)
class Tap:
    """A pressed button: its data, the query to answer and the message it stands under."""

    data: str
    query_id: str
    message_id: int | None


@dataclass(frozen=True)
class Event:
    """One update. At most one of the optional fields says what it was; `other` names what we cannot use."""

    update_id: int
    sender: Sender
    chat_id: int
    private: bool
    message_id: int | None = None
    text: str | None = None
    command: str | None = None
    argument: str = ""
    file: SentFile | None = None
    album: str | None = None
    recording: SentFile | None = None
    """A voice, a sound or a round video, beside `other`."""
    seconds: int | None = None
    """How long what was sent lasts."""
    contact: Contact | None = None
    location: Point | None = None
    forwarded: Forwarded | None = None
    reply_to: int | None = None
    """The message of ours that was replied to in Telegram's own way."""
    reply_to_own: int | None = None
    """The message of their own that they replied to."""
    other: str | None = None
    emoji: str | None = None
    """What a sticker stands for."""
    tap: Tap | None = None
    edited: bool = False
    via: str | None = None
    """The bot whose inline result was chosen."""
    blocked: bool | None = None
    """Of a private chat, whether the person has blocked us; of a group, whether we are out of it."""
    thread: int | None = None
    """The topic in which it was said."""
    opened_topic: str | None = None
    """The name of a topic that we have opened ourselves, as Telegram tells of it."""
    moved_to: int | None = None
    """The number a group has got in place of its old one."""
    kind: str | None = None
    """What Telegram calls an update that is none of the above, and is heard because somebody registered for it."""
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Such an update as Telegram sent it."""

    def __post_init__(self) -> None:
        """Raises Unreadable for numbers that are none of Telegram's."""
        numbers = (
            self.sender.telegram_id,
            self.chat_id,
            self.message_id,
            self.reply_to,
            self.reply_to_own,
            self.moved_to,
            self.thread,
            self.file.size if self.file else None,
            self.recording.size if self.recording else None,
            self.seconds,
            self.forwarded.telegram_id if self.forwarded else None,
            self.tap.message_id if self.tap else None,
        )
        if any(number is not None and abs(number) > LARGEST_NUMBER for number in numbers):
            raise Unreadable("a number is too large")


def command_in(text: str) -> tuple[str | None, str]:
    """The command a text begins with, and what follows it."""
    if not text.startswith("/"):
        return None, ""
    word, _, argument = text[1:].partition(" ")
    return word.partition("@")[0].casefold() or None, argument

"""A letter: what a notice says to one person, before it is spoken in their language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.entities.interactions import Medium
from domain.entities.notices import Notice, NoticeKind
from domain.entities.trip_plans import Point
from domain.ports.desk import Desk
from locales import Fact, Sentence
from papers.pictures import Picture


@dataclass(frozen=True)
class Paper:
    """A file that goes with a letter, printed when it is sent: `make(*facts, voice, *pictures)`."""

    name: str
    make: Callable[..., bytes]
    facts: tuple[Any, ...]
    pictures: tuple[Picture | None, ...] = ()


@dataclass(frozen=True)
class Attached:
    """A file that Telegram holds already; it comes from our own store when Telegram knows it no more."""

    source: str
    """Empty: Telegram never had it."""
    stored: str | None
    name: str
    is_photo: bool
    otherwise: "MessageContent"
    """What is said when it is to be had from neither."""


@dataclass(frozen=True)
class Kept:
    """What was spoken, in our own store under this name: a voice, a sound or a round video."""

    stored: str
    medium: Medium


@dataclass(frozen=True)
class Copied:
    """What is sent as a copy with the words below it: what it is."""

    what: Sentence


@dataclass(frozen=True)
class MessageContent:
    """Words, with buttons one under another as (label, verb); perhaps a paper, a file, or a place on the map."""

    text: Sentence
    buttons: tuple[tuple[Sentence, str], ...] = ()
    paper: Paper | None = None
    attached: Attached | None = None
    pin: Point | None = None
    worded_as: NoticeKind | None = None
    """Another kind, whose words these are; None: they are those of the notice."""
    found: Mapping[str, Fact] = field(default_factory=dict)
    """What stands in places of the agency's own text, besides what deal and trip tell (`locales/terms/places.py`)."""
    own_words: bool = True
    """Whether the agency's own text may stand in place of these words, when it has one."""
    group: int | None = None
    """The group it goes to; None: to the person themselves."""
    poll: tuple[str, ...] = ()
    """What may be chosen: it is sent as a poll, where everybody sees who chose what; the words are its question."""
    edits: int | None = None
    """The message whose caption this becomes; nothing new is sent."""
    edits_words: bool = False
    """Whether that message is words alone, and these become its text."""
    stops: int | None = None
    """The message with the poll that is stopped; nothing is said."""
    copy_of: tuple[int, int] | None = None
    """A chat and a message there of which a copy follows the words; they say how to see it when there can be none."""
    kept: Kept | None = None
    """Sent in place of a copy when Telegram has the message no more."""
    copied: Copied | None = None
    """The copy has the words below it, and is sent with them or not at all; None: it follows them."""
    takes_away: tuple[int, ...] = ()
    """Messages that disappear; nothing is said."""


@dataclass(frozen=True)
class Ending:
    """How the sending of a notice ended: Telegram has it as this message, with this poll, or will not take it."""

    sent_as: int | None = None
    poll: str | None = None
    refused: bool = False
    """Whether Telegram would not take what was to be sent."""
    account_deleted: bool = False
    """Whether it was not taken because there is no such account any more."""


class NothingToSay(Exception):  # noqa: N818  (it is an answer, not an error)
    """What the notice was about is over, gone, or not this person's any more."""


Words = Callable[[Desk, Notice], MessageContent]
Follows = Callable[[Desk, Notice, Ending], None]


def excerpt(text: str, most: int = 1500) -> str:
    """Somebody's words, cut to what fits a message beside ours; counted as Telegram does, in UTF-16 units."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * most:
        return text
    return units[: 2 * most].decode("utf-16-le", "ignore").rstrip() + "…"

"""A letter: what a notice says to one person, before it is spoken in their language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.entities.notices import Notice
from domain.entities.trips import Point
from domain.ports.desk import Desk
from locales import Sentence


@dataclass(frozen=True)
class Paper:
    """A file that goes with a letter, printed when it is sent: `make(*facts, voice)`."""

    name: str
    make: Callable[..., bytes]
    facts: tuple[Any, ...]


@dataclass(frozen=True)
class MessageContent:
    """Words, with buttons one under another as (label, verb); perhaps a paper, or a place on the map."""

    text: Sentence
    buttons: tuple[tuple[Sentence, str], ...] = ()
    paper: Paper | None = None
    pin: Point | None = None


class NothingToSay(Exception):  # noqa: N818  (it is an answer, not an error)
    """What the notice was about is over, gone, or not this person's any more."""


Words = Callable[[Desk, Notice], MessageContent]


def excerpt(text: str, most: int = 1500) -> str:
    """Somebody's words, cut to what fits a message beside ours; counted as Telegram does, in UTF-16 units."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * most:
        return text
    return units[: 2 * most].decode("utf-16-le", "ignore").rstrip() + "…"

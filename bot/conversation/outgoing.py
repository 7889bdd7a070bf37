"""What goes out: messages, files, answers to taps. Collected during an exchange, and sent once the facts are stored."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Keys = list[list[str]]
"""Rows of labels of the staff's keyboard."""


@dataclass
class Message:
    """Something to send: new, or in place of the message `edits`. `data` are the buttons' callback data."""

    html: str
    rows: list[list[tuple[str, str | None, str | None]]] = field(default_factory=list)
    """Rows of (label, callback data, address)."""
    asking: list[list[tuple[str, str | None]]] | None = None
    """Rows of (label, what the key shares or None); an empty list takes the last such keyboard away."""
    keys: Keys = field(default_factory=list)
    """The staff's keyboard, which this message brings."""
    edits: int | None = None
    screen_id: int | None = None


@dataclass
class File:
    """A file to send: one Telegram holds already (`file_id`), or a paper printed after the commit.

    Telegram may not know it, after a restore to another bot: then it comes from our own store, if it is there (`stored`).
    """

    caption: str
    file_id: str | None = None
    stored: str | None = None
    is_photo: bool = False
    name: str = ""
    paper: tuple[Callable[..., bytes], tuple[Any, ...]] | None = None
    by_rows: bool = False
    """The paper's first argument are its rows: were it too large, it would come in parts of some of them each."""


@dataclass
class Strip:
    """An old message that loses its buttons."""

    message_id: int


@dataclass
class Toast:
    """The answer to a tap: a short note, or an alert that must be closed."""

    text: str = ""
    alert: bool = False


@dataclass
class Menu:
    """The commands behind the menu button of this chat: (name, what it does)."""

    commands: list[tuple[str, str]]


Outgoing = Message | File | Strip | Menu

"""Screens: what a person sees with buttons. Made by pure functions of facts, so they render in any language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from locales import Sentence, _


@dataclass(frozen=True)
class Button:
    """A choice. A tap runs `action` with `args` (plain JSON), unless it opens a `url`."""

    label: Sentence
    action: str = ""
    args: tuple[Any, ...] = ()
    url: str | None = None


Row = tuple[Button, ...]


@dataclass(frozen=True)
class Asking:
    """A keyboard in place of the letters, for what only Telegram can ask: a phone or a place.

    `wants` is "contact" or "location"; the other labels come back as text.
    """

    wants: str
    label: Sentence
    others: tuple[Sentence, ...] = ()


@dataclass(frozen=True)
class Screen:
    """A text with rows of buttons under it, or with an `asking` keyboard."""

    text: Sentence
    rows: tuple[Row, ...] = ()
    asking: Asking | None = None


def go(label: Sentence, view: str, *args: Any) -> Button:
    """A button that opens a view."""
    return Button(label, "go", (view, *args))


def ask(label: Sentence, flow: str, **known: Any) -> Button:
    """A button that starts a flow, with the answers that are known already."""
    return Button(label, "ask", (flow, known))


def column(buttons: Iterable[Button | None]) -> tuple[Row, ...]:
    """Buttons one under another; None is left out."""
    return tuple((button,) for button in buttons if button is not None)


def pairs(buttons: Sequence[Button]) -> tuple[Row, ...]:
    """Two buttons a row."""
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def pages(view: str, args: tuple[Any, ...], page: int, more: bool) -> tuple[Row, ...]:  # noqa: FBT001
    """The row that turns pages of a list: the view is called with its args and the page's number at the end."""
    buttons = [
        go(_("◀ Previous"), view, *args, page - 1) if page else None,
        go(_("Next ▶"), view, *args, page + 1) if more else None,
    ]
    row = tuple(button for button in buttons if button)
    return (row,) if row else ()

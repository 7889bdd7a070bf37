"""Screens: what a person sees with buttons. Made by pure functions of facts, so they render in any language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ParamSpec, Protocol

from bot.conversation.links import HOME, Action, View
from locales import Sentence, _

P = ParamSpec("P")

RETURN = "return"
"""Stands behind a button until its screen is stored: then the view it goes back to is known."""
BACK = _("◀ Back")


@dataclass(frozen=True)
class Button:
    """A choice. A tap runs `action` with `args` (plain JSON), unless it opens a `url`.

    `apart`: it is no choice of the screen's own, but a filter, the turning of a page, a day of a calendar or the like.
    """

    label: Sentence
    action: str = ""
    args: tuple[Any, ...] = ()
    url: str | None = None
    apart: bool = False


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


MOST = 8
"""Choices of a screen: more than these nobody takes in at a glance."""


def choices(screen: Screen) -> int:
    """How many things may be chosen on it, those apart that are no choices of its own."""
    return sum(not button.apart for row in screen.rows for button in row)


class Opened(Protocol[P]):
    """A flow, as a button names it: its class. `P` is what its answers may be begun with."""

    name: str

    @property
    def answers_type(self) -> Callable[P, Any]: ...
    def known_as_kept(self, known: Mapping[str, Any], /) -> dict[str, Any]: ...


def go(label: Sentence, view: View[P], /, *args: P.args, **_named: P.kwargs) -> Button:
    """A button that opens a view; the way home is a way out of every screen."""
    return Button(label, "go", (view.key, *args), apart=view.key == HOME.key)


def turn(label: Sentence, view: View[P], /, *args: P.args, **_named: P.kwargs) -> Button:
    """A button that shows a view instead of this one: "next in the list". Back leads to where this one was opened."""
    return Button(label, "turn", (view.key, *args))


def back(view: View[P], /, *args: P.args, **_named: P.kwargs) -> Button:
    """The button that leads to where this screen was opened from; to `view` when nobody knows any more."""
    return Button(BACK, RETURN, (view.key, *args), apart=True)


def act(label: Sentence, action: Action[P], /, *args: P.args, **_named: P.kwargs) -> Button:
    """A button that does something."""
    return Button(label, action.key, args)


def ask(label: Sentence, flow: Opened[P], /, *_args: P.args, **known: P.kwargs) -> Button:
    """A button that starts a flow, with the answers that are known already. Raises TypeError for others than it has."""
    return Button(label, "ask", (flow.name, flow.known_as_kept(known)))


def apart(button: Button) -> Button:
    """The same, as no choice of the screen's own: a filter, the turning of a page, a day of a calendar, a way out."""
    return replace(button, apart=True)


def column(buttons: Iterable[Button | None]) -> tuple[Row, ...]:
    """Buttons one under another; None is left out."""
    return tuple((button,) for button in buttons if button is not None)


def pairs(buttons: Sequence[Button]) -> tuple[Row, ...]:
    """Two buttons a row."""
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))

"""Choosing one of a few that are known by their names: a colleague, a branch, a client."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.conversation.screen import Button, Screen, column
from bot.conversation.widgets.listing import turning
from locales import Sentence

T = TypeVar("T")

SIZE = 8
"""So many stand on a page."""


def picker(
    text: Sentence,
    among: Iterable[T],
    picks: Callable[[T], Button],
    *below: Button | None,
    page: int = 0,
    turns: Callable[[Sentence, int], Button] | None = None,
    size: int = SIZE,
) -> Screen:
    """One button each, and below them what else may be done, the way back last.

    With `turns`, the button to a page, there may be more of them than a page holds.
    """
    if turns is None:
        return Screen(text, column([*map(picks, among), *below]))
    rest = [*among][page * size :]
    turned = turning(turns, page, more=len(rest) > size)
    return Screen(text, (*column(map(picks, rest[:size])), *turned, *column(below)))

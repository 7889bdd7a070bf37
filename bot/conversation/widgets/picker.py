"""Choosing one of a few that are known by their names: a colleague, a branch, a client."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from bot.conversation.screen import Button, Screen, column
from locales import Sentence

T = TypeVar("T")


def picker(text: Sentence, among: Iterable[T], picks: Callable[[T], Button], *below: Button | None) -> Screen:
    """One button each, and below them what else may be done, the way back last."""
    return Screen(text, column([*map(picks, among), *below]))

"""What stands behind buttons: the table of actions that is kept with each screen, and how it is read again."""

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

from bot.conversation.screen import RETURN, Button, Screen
from bot.conversation.trail import Step

SHOWS = frozenset({"go", "turn"})
"""The actions that open a view; "turn" in place of the one that is shown."""


def actions_of(drawn: Screen, trail: list[Step]) -> list[list[Any]]:
    """What is behind the buttons, in their order."""
    return [_action(button, trail) for row in drawn.rows for button in row if not button.url]


def _action(button: Button, trail: list[Step]) -> list[Any]:
    if button.action == RETURN:
        # Where nobody came from, what is shown now is left for good: two views would lead back to each other for ever.
        return ["go", *trail[-1]] if trail else ["turn", *button.args]
    return [button.action, *button.args]


def fitting(function: Callable[..., Any], args: list[Any]) -> list[Any]:
    """As many arguments as the function takes: a button of an earlier release may bring more."""
    most = _taken(function)
    return args if most is None else args[:most]


@cache
def _taken(function: Callable[..., Any]) -> int | None:
    wanted = inspect.signature(function).parameters.values()
    if any(one.kind is one.VAR_POSITIONAL for one in wanted):
        return None
    return len(wanted) - 1

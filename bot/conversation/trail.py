"""The way back: through which views a person came to the one they see. Plain lists, kept with each screen."""

from collections.abc import Mapping
from typing import Any

from bot.conversation.links import HOME, View

Step = list[Any]
"""A view's key and its arguments."""

LONGEST = 8
"""So many views are remembered behind the one that is shown."""


def walked(way: list[Step], step: Step, views: Mapping[str, View[...]]) -> list[Step]:
    """The way after one more step: the last one is what is shown.

    A place that was passed already is gone back to, as it was left when the step does not say which page of it is meant.
    Another page of the same place is the same place. Home is a new beginning.
    """
    if step[0] == HOME.key:
        return [step]
    place = _place(step, views)
    passed = [number for number, before in enumerate(way) if _place(before, views) == place]
    if passed:
        left = way[passed[-1]]
        return [*way[: passed[-1]], left if step == left[: len(step)] else step]
    return [*way, step][-LONGEST - 1 :]


def _place(step: Step, views: Mapping[str, View[...]]) -> Step:
    view = views.get(step[0])
    return step if view is None or view.place is None else step[: view.place + 1]

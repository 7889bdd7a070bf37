"""Links: what a button can name. A view or an action has one, with the types of its arguments, so that mypy reads both ends.

They stand in `bot/links/`, one file per noun. The key is what the database keeps with each screen: it never changes.
"""

from dataclasses import dataclass
from typing import Generic, ParamSpec

P = ParamSpec("P")


@dataclass(frozen=True)
class View(Generic[P]):
    """A screen that can be opened: `DEAL = View[[int]]("deal")`. Its arguments are plain JSON values.

    `place`: so many leading arguments tell which place it is; the others are a page or a filter of it. None: all do.
    `in_groups`: it may be shown in a group, where everybody reads it: it is drawn for nobody in particular.
    """

    key: str
    place: int | None = None
    in_groups: bool = False


@dataclass(frozen=True)
class Action(Generic[P]):
    """Something a button does: `ADVANCE = Action[[int, str]]("advance")`. Its arguments are plain JSON values.

    `in_groups`: anybody in a group may press it there, with their own rights.
    """

    key: str
    in_groups: bool = False


HOME = View[[]]("home")

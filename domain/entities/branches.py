"""Branches: an agency may have several. Whose a deal or an inquiry is, and how far somebody's eyes reach.

A branch is known by its number. Head office has none, and what belongs to no branch is everybody's: an agency of one
person has no branches at all, and nothing of this file is ever heard of.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated

from domain.entities.history import EVERYBODYS, history_of
from domain.entities.rights import Right
from domain.values.numbers import NumberOf

history_of("branch", reach=EVERYBODYS, right=Right.INVITE_STAFF)

BranchNumber = Annotated[int, NumberOf("branch")]


@dataclass(eq=False)
class Branch:
    """An office of the agency. Its name is all that distinguishes it."""

    name: str
    opened_at: datetime
    id: int = field(default=0)


def within(reach: int | None, branch: int | None) -> bool:
    """Whether who reaches as far as `reach` (a branch; None: everywhere) sees what belongs to `branch` (None: nobody's).

    The one rule. `storage/repositories/reach.py` says the same to the database.
    """
    return reach is None or branch is None or reach == branch

"""The history: who did what to which thing, when, and what was before. Written in the same transaction as the change."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from domain.declarations import declare
from domain.entities.rights import Right


class Reach(Enum):
    """Through what a colleague of one branch is kept from the history of another branch's things."""

    EVERYBODYS = "everybodys"
    """The thing belongs to no branch; an entry that does says so itself (`HistoryEntry.branch`)."""
    OF_ITS_BRANCH = "of_its_branch"
    """As the thing is, so is its history: `storage/repositories/reach.py` finds its branch."""


EVERYBODYS, OF_ITS_BRANCH = Reach.EVERYBODYS, Reach.OF_ITS_BRANCH


@dataclass(frozen=True)
class Subject:
    """A kind of thing that has a history."""

    key: str
    """As it stands in the database."""
    reach: Reach
    right: Right | None
    """Who may read it; None: nobody reads it in the chat."""


SUBJECTS: dict[str, Subject] = {}
"""Everything that has a history, declared beside the thing: nothing else can be written into it."""


def history_of(key: str, *, reach: Reach, right: Right | None = None) -> Subject:
    """Declares that things of this kind have a history."""
    return declare(SUBJECTS, key, Subject(key, reach, right))


@dataclass(eq=False)
class HistoryEntry:
    """One change of one thing. `what` names it; `subject` is the key of one of SUBJECTS."""

    subject: str
    subject_id: int
    what: str
    at: datetime
    actor: str
    """The name of who did it, as it was then; "" when the agency itself did."""
    actor_person_id: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    branch: int | None = None
    """Set on what a client's history tells of a deal or an inquiry: whose that is."""
    id: int = field(default=0)

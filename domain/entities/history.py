"""The history: who did what to which thing, when, and what was before. Written in the same transaction as the change."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(eq=False)
class HistoryEntry:
    """One change of one thing. `what` names it.

    `subject` is "deal", "trip", "inquiry", "client", "person", "staff", "invitation", "branch" or "backup".
    """

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

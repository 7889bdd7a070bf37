"""Forgetting a client: asked for, done after a day of grace, and told; what is open postpones it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.entities.clients import Client
from domain.entities.people import Person, StaffMember

GRACE = timedelta(days=1)
"""So long one may think better of it."""


@dataclass(eq=False)
class Forget:
    """One client who is to be forgotten, or was."""

    client: Client
    asked_at: datetime
    by: StaffMember | None = None
    """A colleague who was asked for it, or who said that it is done although something is open; None: the client."""
    due_at: datetime | None = None
    """When it is done; None: a day after no deal is open and no money owed any more."""
    taken_back_at: datetime | None = None
    done_at: datetime | None = None
    person: Person | None = None
    """Once it is done: whose chat is still known, until they were told."""
    hashes: list[str] = field(default_factory=list)
    """Files of theirs that may still be in our store."""
    cut_at: datetime | None = None
    """Since when nothing at all is left to do."""
    id: int = field(default=0)

    @property
    def is_open(self) -> bool:
        return self.taken_back_at is None and self.done_at is None

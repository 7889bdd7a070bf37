"""What the trade asks of whoever keeps invitations."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.people import Invitation


class Invitations(Protocol):
    def by_hash(self, token_hash: str) -> Invitation | None:
        """Locked: two people who open one link at once come one after the other."""

    def get(self, number: int) -> Invitation: ...
    def locked(self, number: int) -> Invitation: ...
    def add(self, invitation: Invitation) -> None: ...
    def open(self, now: datetime) -> Sequence[Invitation]:
        """Those that still let somebody in, oldest first."""

    def has_owner(self) -> bool:
        """Whether an active owner is on the staff."""

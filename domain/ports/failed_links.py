"""What the trade asks of whoever keeps failed links."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.people import Person


class FailedLinks(Protocol):
    """Links that were opened and never were ours."""

    def add(self, person: Person, now: datetime) -> None: ...
    def latest(self, person: Person, limit: int) -> Sequence[datetime]:
        """When this person tried one, newest first."""

    def count(self, since: datetime) -> int:
        """How many were tried by anybody."""

    def forget(self, before: datetime) -> int:
        """How many it forgot."""

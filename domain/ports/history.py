"""What the trade asks of whoever keeps the history."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.history import HistoryEntry


class History(Protocol):
    def add(self, entry: HistoryEntry) -> None: ...
    def of(self, subject: str, number: int, limit: int = 20, offset: int = 0) -> Sequence[HistoryEntry]:
        """Newest first."""

    def timeline(
        self, client: Client, kinds_told: Collection[str], older: int | None, newer: int | None, limit: int
    ) -> Sequence[HistoryEntry]:
        """What is told of a client as one of these kinds, and of files that became one with this, newest first.

        `older`: of the entries before the one with this number; `newer`: of those after it, and then oldest first.
        """

    def of_several(
        self, subject: str, numbers: Collection[int], since: datetime, before: datetime, limit: int
    ) -> Sequence[HistoryEntry]:
        """What was done to these between then and then, newest first."""

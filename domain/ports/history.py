"""What the trade asks of whoever keeps the history."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.history import HistoryEntry


class History(Protocol):
    def add(self, entry: HistoryEntry) -> None: ...
    def of(self, subject: str, number: int, limit: int = 20, offset: int = 0) -> Sequence[HistoryEntry]:
        """Newest first."""

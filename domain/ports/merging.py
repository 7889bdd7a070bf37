"""What the trade asks of whoever keeps doubts about two files, and how files were joined."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.merging import Doubt, Merge


class Doubts(Protocol):
    def get(self, number: int) -> Doubt: ...
    def add(self, doubt: Doubt) -> bool:
        """False when there is one about these two files already: it stays as it is."""

    def remove(self, doubt: Doubt) -> None: ...
    def between(self, lower: int, higher: int) -> Doubt | None:
        """Settled or not, about the files with these numbers."""

    def of(self, client: Client, limit: int = 8) -> Sequence[Doubt]:
        """Those that are not settled, about this file and another that is still there, oldest first."""

    def open(self, limit: int = 8, offset: int = 0) -> Sequence[Doubt]:
        """Those that are not settled, of files that are still there, newest first."""

    def count_open(self, limit: int) -> int:
        """How many of them, up to so many."""


class Merges(Protocol):
    def get(self, number: int) -> Merge: ...
    def locked(self, number: int) -> Merge: ...
    def add(self, merge: Merge) -> None: ...
    def into(self, client: Client, limit: int = 8) -> Sequence[Merge]:
        """Those that stand, of other files into this one, newest first."""

    def after(self, merge: Merge) -> Merge | None:
        """The newest that stands and came later, of either of its two files."""

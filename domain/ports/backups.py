"""What the trade asks of whoever keeps the list of backups."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.backups import Backup


class Backups(Protocol):
    def locked(self, number: int) -> Backup: ...
    def add(self, backup: Backup) -> bool:
        """False, and nothing done, when this key is already there."""

    def unfinished(self) -> Sequence[Backup]:
        """Wanted or being made, oldest first; passing over those another process holds just now."""

    def last_good(self) -> Backup | None: ...
    def last(self) -> Backup | None:
        """The newest that has come to an end, good or not."""

    def since(self, night: datetime) -> Sequence[Backup]:
        """The nightly ones asked for since then, newest first."""

"""What the trade asks of whoever keeps who is to be forgotten."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.forgets import Forget


class Forgets(Protocol):
    def get(self, number: int) -> Forget: ...
    def locked(self, number: int) -> Forget: ...
    def add(self, forget: Forget) -> None: ...
    def open_of(self, client: Client) -> Forget | None:
        """The one that is neither done nor taken back."""

    def hindered_no_more(self, limit: int = 50) -> Sequence[Forget]:
        """Those that waited, with no deal open and no money owed any more; oldest first."""

    def due(self, now: datetime, limit: int = 8) -> Sequence[Forget]:
        """Those to be done by now, oldest first."""

    def uncut(self, limit: int = 50) -> Sequence[Forget]:
        """Those done, with something left to do, oldest first."""

"""What the trade asks of whoever keeps the companions of clients."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.companions import Companion


class Companions(Protocol):
    """Those that are shown; who stands for another is found by its number only."""

    def get(self, number: int) -> Companion: ...
    def locked(self, number: int) -> Companion: ...
    def several(self, numbers: Collection[int]) -> Sequence[Companion]:
        """Those that are there."""

    def add(self, thing: Companion) -> None: ...
    def remove(self, thing: Companion) -> None: ...
    def of(self, client: Client, limit: int | None = None, offset: int = 0) -> Sequence[Companion]:
        """Of whom we heard last stands first; all of them without a limit."""

    def with_passport(self, number: str, limit: int = 8) -> Sequence[Companion]:
        """Of any client, in order of number."""

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Companion]:
        """Those who have not travelled yet, by the beginnings of name words in any script."""

    def born_on(self, day: date, limit: int = 50) -> Sequence[Companion]:
        """Of any client, in order of number."""

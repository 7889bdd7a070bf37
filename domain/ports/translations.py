"""What the trade asks of whoever keeps translations."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.translations import Translation


class Translations(Protocol):
    def get(self, number: int) -> Translation: ...
    def locked(self, number: int) -> Translation: ...
    def add(self, translation: Translation) -> None: ...

    def wanted(self, limit: int) -> Sequence[Translation]:
        """Those of which it is not known yet whether there will be one, the oldest first."""

    def from_source(self, chat: int, message: int) -> Translation | None:
        """The newest of what was written in this message, held."""

"""What the trade asks of whoever keeps stored files."""

from collections.abc import Collection, Sequence
from typing import Protocol

from domain.entities.files import StoredFile


class Files(Protocol):
    """The agency's own: everybody else gets a file through the thing it belongs to."""

    def add(self, file: StoredFile) -> None: ...
    def get(self, number: int) -> StoredFile: ...
    def locked(self, number: int) -> StoredFile: ...
    def to_fetch(self, limit: int, besides: Collection[int] = ()) -> Sequence[StoredFile]:
        """Not yet in our own store, and none of these; oldest first."""

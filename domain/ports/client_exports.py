"""What the trade asks of whoever keeps clients, to give some of them away as a file."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.client_exports import ClientFilter, GivenClient


class GivenClients(Protocol):
    """Those of the branch within reach, and of none in particular; files that were left behind are left out."""

    def some(self, wanted: ClientFilter, limit: int, after: int = 0) -> Sequence[GivenClient]:
        """In order of number, behind this one."""

    def count(self, wanted: ClientFilter, most: int) -> int:
        """How many, counted up to `most`."""

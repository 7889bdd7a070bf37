"""What the trade asks of whoever keeps branches."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.branches import Branch


class Branches(Protocol):
    def get(self, number: int) -> Branch: ...
    def add(self, branch: Branch) -> None: ...
    def all(self) -> Sequence[Branch]:
        """In the order in which they were opened."""

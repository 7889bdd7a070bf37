"""What the trade asks of whoever keeps what was said with clients."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.clients import Client, Interaction
from domain.entities.deals import Deal


class Interactions(Protocol):
    def add(self, interaction: Interaction) -> None: ...
    def get(self, number: int) -> Interaction: ...
    def of(self, client: Client, limit: int = 8, offset: int = 0) -> Sequence[Interaction]:
        """Newest first."""

    def about(self, deal: Deal, limit: int) -> Sequence[Interaction]:
        """Newest first; also what was said about the inquiry it came from."""

    def latest(self, limit: int) -> Sequence[Interaction]:
        """Of all clients, newest first."""

"""What the trade asks of whoever keeps what was said with clients."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.interactions import Interaction, InteractionEdit


class Interactions(Protocol):
    def add(self, interaction: Interaction) -> None: ...
    def get(self, number: int) -> Interaction: ...
    def locked(self, number: int) -> Interaction: ...
    def remove(self, interaction: Interaction) -> None: ...
    def note_edit(self, edit: InteractionEdit) -> None: ...
    def edits_of(self, interaction: Interaction) -> Sequence[InteractionEdit]:
        """Oldest first."""

    def from_source(self, chat: int, message: int) -> Interaction | None:
        """What was written to the bot in this message."""

    def in_album(self, key: str, chat: int, number: int) -> Interaction | None:
        """What the first picture was made into of the album that the message with this number belongs to."""

    def with_file(self, file: StoredFile) -> Interaction | None:
        """Whose voice it is."""

    def of(self, client: Client, limit: int = 8, offset: int = 0) -> Sequence[Interaction]:
        """Newest first."""

    def about(self, deal: Deal, limit: int) -> Sequence[Interaction]:
        """Newest first; also what was said about the inquiry it came from."""

    def latest(self, limit: int) -> Sequence[Interaction]:
        """Of all clients, newest first."""

    def taken_back_of(self, client: Client, since: datetime, before: datetime) -> Sequence[Interaction]:
        """What the client sent in this time, both ends included, and has taken back; oldest first."""

    def unanswered_of(self, client: Client) -> Sequence[Interaction]:
        """Oldest first."""

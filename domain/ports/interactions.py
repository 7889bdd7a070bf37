"""What the trade asks of whoever keeps what was said with clients."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.files import StoredFile
from domain.entities.interactions import Interaction, InteractionEdit
from domain.entities.people import StaffMember


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

    def unanswered(
        self, before: datetime, members: Collection[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Interaction]:
        """Questions asked until then, oldest first; of a member: about what they lead, and about nothing anybody leads."""

    def count_unanswered(self, before: datetime, most: int, members: Collection[StaffMember] = ()) -> int:
        """How many, counted up to `most`."""

    def unanswered_of(self, client: Client) -> Sequence[Interaction]:
        """Oldest first."""

    def to_bring_up(self, now: datetime, limit: int) -> Sequence[Interaction]:
        """Those whose time has come, locked, the earliest first."""

"""What the trade asks of whoever keeps inquiries."""

from collections.abc import Sequence
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.inquiries import Inquiry
from domain.entities.people import StaffMember
from domain.entities.trips import Trip


class Inquiries(Protocol):
    def get(self, number: int) -> Inquiry: ...
    def locked(self, number: int) -> Inquiry: ...
    def add(self, inquiry: Inquiry) -> None: ...
    def open(self, limit: int = 8, offset: int = 0) -> Sequence[Inquiry]:
        """Oldest first."""

    def count_open(self, most: int | None = None) -> int: ...
    def open_for(self, trip: Trip) -> Sequence[Inquiry]:
        """Open ones that ask for this trip, oldest first."""

    def of(
        self,
        client: Client,
        only_open: bool = False,  # noqa: FBT001
        limit: int | None = None,
    ) -> Sequence[Inquiry]:
        """Newest first; all of them, if nothing is said."""

    def forsaken(self) -> Sequence[Inquiry]:
        """Open ones that were taken by somebody who has left, oldest first."""

    def taken_by(self, member: StaffMember) -> Sequence[Inquiry]:
        """Open ones, oldest first."""

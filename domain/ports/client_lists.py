"""What the trade asks of whoever keeps clients: lists of them, each read in its order and only as far as a page goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.people import StaffMember
from domain.entities.trips import Trip


@dataclass(frozen=True)
class TagCounted:
    """A tag, and how many clients have it, up to as many as were to be counted."""

    tag: str
    clients: int


class ClientLists(Protocol):
    """Files that were left behind are on none of them."""

    def newest(self, limit: int = 8, offset: int = 0) -> Sequence[Client]: ...
    def of_member(self, member: StaffMember, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """Whom this colleague looks after, or leads an open deal of; the newest file first."""

    def with_open_deals(self, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """Within reach; the newest file first."""

    def of_trip(self, trip: Trip, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """Who has a deal on it that is not lost, within reach; the newest file first."""

    def unreachable(self, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """Whom messages reached once and do not any more, the last of them first."""

    def tagged(self, tag: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
        """The newest file first."""

    def tags(self, most: int, limit: int = 8, offset: int = 0) -> Sequence[TagCounted]:
        """Those that some client has, in order; the clients of each are counted up to `most`."""

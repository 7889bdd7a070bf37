"""Who waits for seats of a trip that is sold out."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.entities.clients import Client
from domain.entities.timeline import TRIPS
from domain.entities.trips import Trip

TRIPS.tells("client", "waits", "seat_offered", "promise_taken_back", "left_line")


@dataclass(eq=False)
class WaitingPlace:
    """A place in the line for a trip that is sold out."""

    trip: Trip
    client: Client
    seats: int
    since: datetime
    offered_at: datetime | None = None
    left_at: datetime | None = None
    id: int = field(default=0)

    def is_promised(self, now: datetime, lasts: timedelta) -> bool:
        """Whether its seats were offered, and may still be taken."""
        return self.offered_at is not None and self.offered_at > now - lasts


@dataclass(frozen=True)
class SeatsGone:
    """Of a trip: seats that are sold, and those that are promised to clients on its waiting line."""

    taken: int = 0
    promised: int = 0

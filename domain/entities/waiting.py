"""Who waits for seats of a trip that is sold out."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.entities.clients import Client
from domain.entities.trips import Trip


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

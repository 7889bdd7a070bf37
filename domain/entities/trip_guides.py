"""Colleagues who go along with a trip."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.entities.people import StaffMember
from domain.entities.trips import Trip


@dataclass(eq=False)
class TripGuide:
    """A colleague who goes along with a trip, until they are relieved."""

    trip: Trip
    member: StaffMember
    since: datetime
    left_at: datetime | None = None
    id: int = field(default=0)

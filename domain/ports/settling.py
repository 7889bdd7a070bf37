"""What the trade asks of whoever keeps the records of journeys, and whether they are settled."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.settling import JourneyRecord, Settlement
from domain.entities.trips import Trip


class Settlements(Protocol):
    def get(self, number: int) -> Settlement: ...
    def add(self, settlement: Settlement) -> None: ...
    def of(self, deal: Deal) -> Settlement | None: ...
    def held(self, deal: Deal) -> Settlement | None:
        """Locked."""

    def of_trip(self, trip: Trip) -> Sequence[Settlement]:
        """Locked."""

    def unsettled(
        self, responsible: Sequence[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Settlement]:
        """Of these, or of everybody; the longest over first."""

    def count_unsettled(self, responsible: Sequence[StaffMember] = (), most: int = 100) -> int: ...
    def unguided(self, guides: Sequence[StaffMember], limit: int = 8) -> Sequence[Trip]:
        """With which they went along, and of which they have written no record though it is wanted."""

    def to_ask(self, day: date, limit: int) -> Sequence[Settlement]:
        """Whose cards are asked for by this day. Locked."""


class JourneyRecords(Protocol):
    def get(self, number: int) -> JourneyRecord: ...
    def locked(self, number: int) -> JourneyRecord: ...
    def add(self, record: JourneyRecord) -> None: ...
    def of_deal(self, deal: Deal) -> Sequence[JourneyRecord]:
        """With the guide's of its trip; oldest first."""

    def of_trip(self, trip: Trip) -> JourneyRecord | None:
        """The guide's of the whole trip."""

    def newest_of(self, client: Client) -> JourneyRecord | None: ...
    def written(self, since: datetime, before: datetime, limit: int) -> Sequence[JourneyRecord]:
        """Oldest first."""

"""What is written after journeys, and whether they are settled, in memory."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.settling import JourneyRecord, Settlement
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.ports.settling import JourneyRecords, Settlements
from tests.memory.shelf import Shelf, Things, in_memory, page


class MemorySettlements(Shelf[Settlement]):
    kind, missing = Settlement, "not_found"

    def add(self, settlement: Settlement) -> None:
        self.hold(settlement)

    def of(self, deal: Deal) -> Settlement | None:
        return next((one for one in self.all_seen() if one.deal is deal), None)

    def held(self, deal: Deal) -> Settlement | None:
        return self.of(deal)

    def of_trip(self, trip: Trip) -> Sequence[Settlement]:
        return [one for one in self.all_seen() if one.deal.trip is trip]

    def unsettled(
        self, responsible: Sequence[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Settlement]:
        waiting = (one for one in self.all_seen() if one.settled_at is None)
        theirs = (one for one in waiting if not responsible or one.deal.responsible in responsible)
        return page(theirs, limit, offset)

    def count_unsettled(self, responsible: Sequence[StaffMember] = (), most: int = 100) -> int:
        return len(self.unsettled(responsible, most + 1))

    def unguided(self, guides: Sequence[StaffMember], limit: int = 8) -> Sequence[Trip]:
        along = {
            one.trip.id for one in self.things.of(TripGuide) if one.member in guides and one.left_at is None
        }
        wanted = (
            one.deal.trip
            for one in self.all_seen()
            if one.guided and one.guides_record_at is None and one.settled_at is None
        )
        return page(dict.fromkeys(trip for trip in wanted if trip is not None and trip.id in along), limit)

    def to_ask(self, day: date, limit: int) -> Sequence[Settlement]:
        return page((one for one in self.all_seen() if one.ask_on is not None and one.ask_on <= day), limit)

    def sees(self, thing: Settlement) -> bool:
        return self.reaches(thing.deal.branch)


class MemoryJourneyRecords(Shelf[JourneyRecord]):
    kind, missing = JourneyRecord, "not_found"

    def add(self, record: JourneyRecord) -> None:
        self.hold(record)
        self.things.flush()

    def of_deal(self, deal: Deal) -> Sequence[JourneyRecord]:
        found = [one for one in self.all_seen() if one.deal is deal]
        of_trip = self.of_trip(deal.trip) if deal.trip is not None else None
        return [*found, of_trip] if of_trip is not None else found

    def of_trip(self, trip: Trip) -> JourneyRecord | None:
        return next((one for one in self.all_seen() if one.trip is trip and one.deal is None), None)

    def newest_of(self, client: Client) -> JourneyRecord | None:
        theirs = (one for one in self.all_seen() if one.deal is not None and one.deal.client is client)
        return max(theirs, key=lambda one: (one.written_at, one.id), default=None)

    def written(self, since: datetime, before: datetime, limit: int) -> Sequence[JourneyRecord]:
        return page((one for one in self.all_seen() if since <= one.written_at < before), limit)

    def sees(self, thing: JourneyRecord) -> bool:
        return thing.deal is None or self.reaches(thing.deal.branch)


@in_memory
def settlements(things: Things, reach: int | None) -> Settlements:
    return MemorySettlements(things, reach)


@in_memory
def journey_records(things: Things, reach: int | None) -> JourneyRecords:
    return MemoryJourneyRecords(things, reach)

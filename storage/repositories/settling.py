"""What is written after journeys, and whether they are settled."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, exists, func, literal, select

from domain.entities.branches import within
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.people import StaffMember
from domain.entities.settling import JourneyRecord, Settlement
from domain.entities.trips import Trip
from storage.mapping import deals, trip_guides
from storage.mapping.settling import journey_records, settlements
from storage.repositories.deals import DEAL
from storage.repositories.loads import one
from storage.repositories.reach import of_reached_deal
from storage.repositories.repository import Repository
from storage.repositories.trips import SqlTrips

_DEAL = one("deal", *DEAL[:3])
"""Its client, its trip, and who leads it."""


class SqlSettlements(Repository[Settlement]):
    kind, table, missing = Settlement, settlements, "not_found"
    loads = (_DEAL, one("settled_by", one("person")))

    def of(self, deal: Deal) -> Settlement | None:
        return self._first(self._seen().where(settlements.c.deal_id == deal.id))

    def held(self, deal: Deal) -> Settlement | None:
        return self._first(self._held(self._seen().where(settlements.c.deal_id == deal.id)))

    def of_trip(self, trip: Trip) -> Sequence[Settlement]:
        on_it = settlements.c.deal_id.in_(select(deals.c.id).where(deals.c.trip_id == trip.id))
        return self._list(self._held(self._seen().where(on_it).order_by(settlements.c.id)))

    def unsettled(
        self, responsible: Sequence[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Settlement]:
        waiting = self._unsettled(self._all(), responsible)
        return self._list(waiting.order_by(settlements.c.id).limit(limit).offset(offset))

    def count_unsettled(self, responsible: Sequence[StaffMember] = (), most: int = 100) -> int:
        some = self._unsettled(select(literal(1)).select_from(settlements), responsible)
        counted = select(func.count()).select_from(some.limit(most + 1).subquery())
        return self.session.scalar(counted) or 0

    def unguided(self, guides: Sequence[StaffMember], limit: int = 8) -> Sequence[Trip]:
        numbers = [one.id for one in guides]
        along = (
            select(trip_guides.c.trip_id)
            .where(trip_guides.c.member_id.in_(numbers), trip_guides.c.left_at.is_(None))
            .scalar_subquery()
        )
        on_it = exists().where(
            settlements.c.deal_id == deals.c.id,
            settlements.c.guided.is_(True),
            settlements.c.guides_record_at.is_(None),
            settlements.c.settled_at.is_(None),
        )
        found = select(deals.c.trip_id).where(deals.c.trip_id.in_(along), on_it).distinct()
        wanted = sorted(self.session.scalars(found.limit(100)).all())
        return SqlTrips(self.session).several(wanted[:limit])

    def to_ask(self, day: date, limit: int) -> Sequence[Settlement]:
        come = self._seen().where(settlements.c.ask_on <= day)
        return self._list(self._held(come.order_by(settlements.c.ask_on, settlements.c.id).limit(limit)))

    def _seen(self) -> Select[Any]:
        return self._all().where(*of_reached_deal(settlements.c.deal_id, self.reach))

    def _unsettled(self, rows: Select[Any], responsible: Sequence[StaffMember]) -> Select[Any]:
        over = rows.where(settlements.c.settled_at.is_(None))
        if responsible:
            numbers = [one.id for one in responsible]
            theirs = exists().where(deals.c.id == settlements.c.deal_id, deals.c.responsible_id.in_(numbers))
            over = over.where(theirs)
        return over.where(*of_reached_deal(settlements.c.deal_id, self.reach))

    def _within_reach(self, thing: Settlement) -> bool:
        return within(self.reach, thing.deal.branch)


class SqlJourneyRecords(Repository[JourneyRecord]):
    kind, table, missing = JourneyRecord, journey_records, "not_found"
    loads = (one("author", one("person")), _DEAL, one("trip"))

    def of_deal(self, deal: Deal) -> Sequence[JourneyRecord]:
        told = journey_records.c.deal_id == deal.id
        found = [*self._list(self._seen().where(told).order_by(journey_records.c.id))]
        of_trip = self.of_trip(deal.trip) if deal.trip is not None else None
        return [*found, of_trip] if of_trip is not None else found

    def of_trip(self, trip: Trip) -> JourneyRecord | None:
        whole = journey_records.c.trip_id == trip.id, journey_records.c.deal_id.is_(None)
        return self._first(self._all().where(*whole))

    def newest_of(self, client: Client) -> JourneyRecord | None:
        theirs = select(deals.c.id).where(deals.c.client_id == client.id)
        found = self._seen().where(journey_records.c.deal_id.in_(theirs))
        return self._first(found.order_by(journey_records.c.written_at.desc(), journey_records.c.id.desc()))

    def written(self, since: datetime, before: datetime, limit: int) -> Sequence[JourneyRecord]:
        then = journey_records.c.written_at >= since, journey_records.c.written_at < before
        return self._list(self._seen().where(*then).order_by(journey_records.c.written_at).limit(limit))

    def _seen(self) -> Select[Any]:
        return self._all().where(*of_reached_deal(journey_records.c.deal_id, self.reach))

    def _within_reach(self, thing: JourneyRecord) -> bool:
        return thing.deal is None or within(self.reach, thing.deal.branch)

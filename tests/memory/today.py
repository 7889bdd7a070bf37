"""What Today asks, in memory."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from domain.entities.deals import Deal
from domain.entities.documents import Document, DocumentState
from domain.entities.inquiries import Inquiry
from domain.entities.people import StaffMember
from domain.entities.trips import Trip
from domain.ports.today import Received, Today, TripDeals, TripSeats
from domain.values.money import Money
from tests.memory.deals import MemoryDeals
from tests.memory.shelf import Things, in_memory, newest, page
from tests.memory.trade import MemoryDocuments, MemoryInquiries


class MemoryToday:
    def __init__(self, things: Things, reach: int | None) -> None:
        self.things, self.reach = things, reach

    def papers(self, limit: int = 8, offset: int = 0) -> Sequence[Document]:
        return page(sorted(self._papers(), key=lambda one: one.id), limit, offset)

    def count_papers(self, limit: int) -> int:
        return min(len(self._papers()), limit)

    def inquiries(
        self, since: datetime, before: datetime, limit: int = 8, offset: int = 0
    ) -> Sequence[Inquiry]:
        found = (
            one
            for one in MemoryInquiries(self.things, self.reach).all_seen()
            if since <= one.received_at < before
        )
        return page(newest(found, lambda one: (one.received_at, one.id)), limit, offset)

    def count_inquiries(self, since: datetime, before: datetime, limit: int) -> int:
        return len(self.inquiries(since, before, limit))

    def deals(self, since: datetime, before: datetime, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        found = (one for one in self._deals() if since <= one.created_at < before)
        return page(newest(found, lambda one: (one.created_at, one.id)), limit, offset)

    def count_deals(self, since: datetime, before: datetime, limit: int) -> int:
        return len(self.deals(since, before, limit))

    def money_by_day(self, first: date, last: date) -> Sequence[tuple[date, Money]]:
        sums: Counter[tuple[date, str]] = Counter()
        for one in self._received():
            if first <= one.payment.received_on <= last:
                sums[one.payment.received_on, one.payment.amount.currency] += one.payment.amount.minor
        return [(day, Money(minor, currency)) for (day, currency), minor in sorted(sums.items())]

    def payments(self, limit: int = 8, offset: int = 0) -> Sequence[Received]:
        return page(
            newest(self._received(), lambda one: (one.payment.received_on, one.payment.id)), limit, offset
        )

    def to_call(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        def waits(deal: Deal) -> bool:
            announced = deal.trip is not None and deal.trip.told_at is not None and deal.trip.departs_at > now
            return announced and deal.is_open and deal.is_unreached

        found = [one for one in self._deals() if waits(one)]
        return page(sorted(found, key=lambda one: (_trip(one).departs_at, one.id)), limit, offset)

    def count_to_call(self, now: datetime, limit: int) -> int:
        return len(self.to_call(now, limit))

    def led_by(self, members: Collection[StaffMember], limit: int) -> Sequence[Deal]:
        mine = [one for one in self._deals() if one.is_open and one.responsible in members]
        return page(sorted(mine, key=lambda one: (one.step_since or one.created_at, one.id)), limit)

    def unready(self, now: datetime, before: datetime, stages: Collection[str], limit: int) -> Sequence[int]:
        return [trip.id for trip in self._ahead(now, before)[:limit] if self._waiting(trip, stages)]

    def without_voucher(self, numbers: Collection[int], stages: Collection[str]) -> Sequence[TripDeals]:
        return [TripDeals(trip, self._waiting(trip, stages)) for trip in self._numbered(numbers)]

    def half_empty(self, now: datetime, before: datetime, limit: int) -> Sequence[int]:
        return [trip.id for trip in self._ahead(now, before)[:limit] if self._taken(trip) * 2 < trip.seats]

    def seats(self, numbers: Collection[int]) -> Sequence[TripSeats]:
        return [TripSeats(trip, self._taken(trip)) for trip in self._numbered(numbers)]

    def leaving(self, since: datetime, before: datetime, first_day: date, limit: int) -> Sequence[Trip]:
        return [one for one in self._ahead(since, before) if one.returns >= first_day][:limit]

    def _papers(self) -> list[Document]:
        seen = MemoryDocuments(self.things, self.reach).all_seen()
        return [one for one in seen if one.state is DocumentState.SENT and one.deal.is_open]

    def _deals(self) -> list[Deal]:
        return MemoryDeals(self.things, self.reach).all_seen()

    def _waiting(self, trip: Trip, stages: Collection[str]) -> int:
        """Its open deals without a voucher, those at these stages apart."""
        open_ = [one for one in self._deals() if one.trip is trip and one.is_open]
        return sum(one.voucher_sent_at is None and one.stage not in stages for one in open_)

    def _taken(self, trip: Trip) -> int:
        all_ = MemoryDeals(self.things, None).all_seen()
        return sum(one.seats for one in all_ if one.trip is trip and not one.is_lost)

    def _kept(self) -> list[Trip]:
        """All that were not called off."""
        return [one for one in self.things.of(Trip) if one.cancelled_at is None]

    def _numbered(self, numbers: Collection[int]) -> list[Trip]:
        return [one for one in _in_order(self.things.of(Trip)) if one.id in numbers]

    def _received(self) -> list[Received]:
        return [
            Received(deal, one) for deal in self._deals() for one in deal.payments if one.cancelled_at is None
        ]

    def _ahead(self, now: datetime, before: datetime) -> list[Trip]:
        return _in_order(one for one in self._kept() if now < one.departs_at <= before)


def _in_order(trips: Iterable[Trip]) -> list[Trip]:
    return sorted(trips, key=lambda one: (one.departs_at, one.id))


def _trip(deal: Deal) -> Trip:
    assert deal.trip is not None
    return deal.trip


@in_memory
def today(things: Things, reach: int | None) -> Today:
    return MemoryToday(things, reach)

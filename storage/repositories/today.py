"""What Today asks: a few of the things that wait, counts that end at a bound, and sums of a day."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Executable,
    FromClause,
    ScalarSelect,
    Select,
    exists,
    func,
    or_,
    select,
    text,
)

from domain.entities.deals import Deal
from domain.entities.documents import Document
from domain.entities.inquiries import Inquiry
from domain.entities.payments import Payment
from domain.entities.people import StaffMember
from domain.entities.trips import Trip
from domain.ports.today import Received, TripDeals, TripSeats
from domain.values.money import Money
from storage.mapping import clients, deals, documents, inquiries, payments, persons, trips
from storage.repositories.deals import SqlDeals
from storage.repositories.documents import SqlDocuments
from storage.repositories.due import one_of
from storage.repositories.inquiries import SqlInquiries
from storage.repositories.reach import reached
from storage.repositories.repository import first_of
from storage.repositories.steps import NOT_LOST, at_stages
from storage.repositories.trips import SqlTrips
from storage.repositories.untold import REACHABLE
from storage.session import Session

# Spelled out as in the index on documents to check, so that SQLite knows it may use it.
_TO_CHECK = documents.c.state == text("'sent'")


class SqlToday:
    """Within one transaction, as far as somebody reaches."""

    def __init__(self, session: Session, reach: int | None = None) -> None:
        self.session = session
        self.reach = reach

    def papers(self, limit: int = 8, offset: int = 0) -> Sequence[Document]:
        oldest = self._papers().order_by(documents.c.id)
        return SqlDocuments(self.session, self.reach).several(self._numbers(oldest, limit, offset))

    def count_papers(self, limit: int) -> int:
        return self._count(self._papers(), limit)

    def inquiries(
        self, since: datetime, before: datetime, limit: int = 8, offset: int = 0
    ) -> Sequence[Inquiry]:
        newest = self._inquiries(since, before).order_by(
            inquiries.c.received_at.desc(), inquiries.c.id.desc()
        )
        return SqlInquiries(self.session, self.reach).several(self._numbers(newest, limit, offset))

    def count_inquiries(self, since: datetime, before: datetime, limit: int) -> int:
        return self._count(self._inquiries(since, before), limit)

    def deals(self, since: datetime, before: datetime, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        newest = self._deals(since, before).order_by(deals.c.created_at.desc(), deals.c.id.desc())
        return SqlDeals(self.session, self.reach).several(self._numbers(newest, limit, offset))

    def count_deals(self, since: datetime, before: datetime, limit: int) -> int:
        return self._count(self._deals(since, before), limit)

    def money_by_day(self, first: date, last: date) -> Sequence[tuple[date, Money]]:
        """In the order of the index on payments that count, so that nothing is sorted."""
        each = payments.c.received_on, payments.c.currency
        sums = (
            select(*each, func.sum(payments.c.minor))
            .select_from(self._of_deals())
            .where(payments.c.received_on.between(first, last), *self._counting())
            .group_by(*each)
            .order_by(*each)
        )
        return [(day, Money(int(minor), currency)) for day, currency, minor in self._rows(sums)]

    def payments(self, limit: int = 8, offset: int = 0) -> Sequence[Received]:
        latest = (
            select(payments.c.id, payments.c.deal_id)
            .select_from(self._of_deals())
            .where(*self._counting())
            .order_by(payments.c.received_on.desc(), payments.c.id.desc())
        )
        rows = self._rows(latest.limit(limit).offset(offset))
        theirs = SqlDeals(self.session, self.reach).several({deal for _payment, deal in rows})
        by_number: dict[int, tuple[Deal, Payment]] = {
            payment.id: (deal, payment) for deal in theirs for payment in deal.payments
        }
        return [Received(*by_number[number]) for number, _deal in rows if number in by_number]

    def to_call(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        next_first = self._to_call(now).order_by(trips.c.departs_at, deals.c.id)
        return SqlDeals(self.session, self.reach).several(self._numbers(next_first, limit, offset))

    def count_to_call(self, now: datetime, limit: int) -> int:
        return self._count(self._to_call(now), limit)

    def led_by(self, members: Collection[StaffMember], limit: int) -> Sequence[Deal]:
        theirs = select(deals.c.id).where(
            deals.c.closed_at.is_(None), *one_of(deals.c.responsible_id, members), *self._reached()
        )
        longest = theirs.order_by(deals.c.step_since, deals.c.id)
        return SqlDeals(self.session, self.reach).several(self._numbers(longest, limit, 0))

    def unready(self, now: datetime, before: datetime, stages: Collection[str], limit: int) -> Sequence[int]:
        """The first deal found tells: a look into the index of them for each trip."""
        soon = first_of(_leaving(now, before), limit).subquery()
        waiting = exists().where(deals.c.trip_id == soon.c.id, *self._without_voucher(stages))
        return self._asked(select(soon.c.id).where(waiting).order_by(soon.c.departs_at, soon.c.id))

    def without_voucher(self, numbers: Collection[int], stages: Collection[str]) -> Sequence[TripDeals]:
        count = select(func.count()).where(deals.c.trip_id == trips.c.id, *self._without_voucher(stages))
        found = self._trips_with(count.scalar_subquery(), numbers)
        return [TripDeals(trip, waiting) for trip, waiting in found]

    def half_empty(self, now: datetime, before: datetime, limit: int) -> Sequence[int]:
        soon = first_of(_leaving(now, before).add_columns(trips.c.seats), limit).subquery()
        few = _taken(soon.c.id) * 2 < soon.c.seats
        return self._asked(select(soon.c.id).where(few).order_by(soon.c.departs_at, soon.c.id))

    def seats(self, numbers: Collection[int]) -> Sequence[TripSeats]:
        return [TripSeats(trip, int(taken)) for trip, taken in self._trips_with(_taken(trips.c.id), numbers)]

    def leaving(self, since: datetime, before: datetime, first_day: date, limit: int) -> Sequence[Trip]:
        numbers = self._numbers(_leaving(since, before).where(trips.c.returns >= first_day), limit, 0)
        found = self._trips(set(numbers))
        return [found[number] for number in numbers]

    def _papers(self) -> Select[Any]:
        of_deals = documents.join(deals, documents.c.deal_id == deals.c.id)
        waiting = select(documents.c.id).select_from(of_deals)
        return waiting.where(_TO_CHECK, deals.c.closed_at.is_(None), *self._reached())

    def _inquiries(self, since: datetime, before: datetime) -> Select[Any]:
        came = select(inquiries.c.id).where(
            inquiries.c.received_at >= since, inquiries.c.received_at < before
        )
        return came.where(*reached(inquiries.c.branch_id, self.reach))

    def _deals(self, since: datetime, before: datetime) -> Select[Any]:
        opened = select(deals.c.id).where(deals.c.created_at >= since, deals.c.created_at < before)
        return opened.where(*self._reached())

    def _to_call(self, now: datetime) -> Select[Any]:
        """By way of the trips that were announced and leave soon, which are few; of open deals there may be many."""
        self.session.autoflushed()
        told = select(trips.c.id).where(trips.c.departs_at > now, trips.c.told_at.is_not(None))
        known = deals.join(clients, deals.c.client_id == clients.c.id).outerjoin(
            persons, clients.c.person_id == persons.c.id
        )
        return (
            select(deals.c.id)
            .select_from(known.join(trips, trips.c.id == deals.c.trip_id))
            .where(
                deals.c.trip_id.in_(list(self.session.scalars(told))),
                deals.c.closed_at.is_(None),
                deals.c.told_at.is_(None),
                or_(persons.c.id.is_(None), ~REACHABLE),
                *self._reached(),
            )
        )

    def _of_deals(self) -> FromClause:
        """Whoever reaches everything need not look at the deal of each."""
        return payments if self.reach is None else payments.join(deals, payments.c.deal_id == deals.c.id)

    def _counting(self) -> tuple[Any, ...]:
        return (payments.c.cancelled_at.is_(None), *self._reached())

    def _reached(self) -> tuple[Any, ...]:
        return reached(deals.c.branch_id, self.reach)

    def _without_voucher(self, stages: Collection[str]) -> tuple[Any, ...]:
        """Spelled out as in the index on them."""
        none_yet = deals.c.closed_at.is_(None), deals.c.voucher_sent_at.is_(None)
        return (*none_yet, ~at_stages(stages), *self._reached())

    def _trips_with(self, figure: ScalarSelect[int], numbers: Collection[int]) -> list[Any]:
        """Each with a figure, in one statement."""
        if not numbers:
            return []
        these = select(Trip, figure).where(trips.c.id.in_(numbers))
        rows = self._rows(these.order_by(trips.c.departs_at, trips.c.id))
        self.session.hold([trip for trip, _figure in rows])
        return rows

    def _trips(self, numbers: set[int]) -> dict[int, Trip]:
        return {trip.id: trip for trip in SqlTrips(self.session, self.reach).several(numbers)}

    def _count(self, statement: Select[Any], limit: int) -> int:
        first = statement.limit(limit).subquery()
        self.session.autoflushed()
        return self.session.scalar(select(func.count()).select_from(first)) or 0

    def _numbers(self, statement: Select[Any], limit: int, offset: int) -> list[int]:
        return self._asked(statement.limit(limit).offset(offset))

    def _asked(self, statement: Select[Any]) -> list[int]:
        self.session.autoflushed()
        return list(self.session.scalars(statement))

    def _rows(self, statement: Executable) -> list[Any]:
        self.session.autoflushed()
        return list(self.session.execute(statement))


def _taken(trip: ColumnElement[int]) -> ScalarSelect[int]:
    """Seats of a trip, by the index on them."""
    seats = select(func.coalesce(func.sum(deals.c.seats), 0)).where(deals.c.trip_id == trip, NOT_LOST)
    return seats.scalar_subquery()


def _leaving(since: datetime, before: datetime) -> Select[Any]:
    """Next departure first, without those that were called off."""
    between = trips.c.departs_at > since, trips.c.departs_at <= before, trips.c.cancelled_at.is_(None)
    return select(trips.c.id, trips.c.departs_at).where(*between).order_by(trips.c.departs_at, trips.c.id)

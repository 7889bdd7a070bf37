"""Deals, and who travels on a trip, in memory."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime

from domain.entities.client_sketch import Journey
from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.field_values import values_of
from domain.entities.participants import BorderLine, BorderList, Participant, ParticipantDeal, ParticipantList
from domain.entities.people import StaffMember
from domain.entities.travellers import Traveller
from domain.entities.trips import Trip
from domain.ports.deals import Deals
from tests.memory.due import DueShelf
from tests.memory.shelf import Things, begins, in_memory, newest, page
from tests.memory.trips import untold


class MemoryDeals(DueShelf):
    kind, missing = Deal, "no_such_deal"

    def add(self, deal: Deal) -> None:
        self.hold(deal)

    def of(
        self,
        client: Client,
        only_open: bool = False,  # noqa: FBT001
        limit: int | None = None,
    ) -> Sequence[Deal]:
        theirs = (one for one in self.all_seen() if one.client is client and (one.is_open or not only_open))
        return newest(theirs, lambda one: one.id)[:limit]

    def newest_of(self, client: Client, limit: int) -> Sequence[Deal]:
        return self.of(client, limit=limit)

    def unsettled_of(self, client: Client) -> Sequence[Deal]:
        return [one for one in self.of(client)[::-1] if not one.is_open and one.unsettled]

    def journeys_of(self, client: Client, today: date, limit: int) -> Sequence[Journey]:
        over = (one for one in self.of(client) if _travelled(one, today))
        return [_journey(one) for one in page(over, limit)]

    def of_trip(self, trip: Trip) -> Sequence[Deal]:
        kept = (one for one in self.all_seen() if one.trip is trip and not one.is_lost)
        return sorted(kept, key=lambda one: one.id)

    def locked_of_trip(self, trip: Trip) -> Sequence[Deal]:
        return self.of_trip(trip)

    def to_tell(self, trip: Trip, limit: int) -> Sequence[Deal]:
        """The first in the order of telling, given in the order of their numbers."""
        first = [one for one in untold(self.things, trip) if self.sees(one)][:limit]
        return sorted(first, key=lambda one: one.id)

    def to_finish(self, trip: Trip, stages: Collection[str], limit: int) -> Sequence[Deal]:
        told = (one for one in self.of_trip(trip) if one.is_open and one.stage in stages)
        return page(told, limit)

    def journeys_to_tell(self, first_day: date, last_day: date) -> Sequence[Deal]:
        soon = (
            one
            for one in self._journeys()
            if one.starts and first_day <= one.starts <= last_day and not one.told_at
        )
        return sorted(soon, key=lambda one: (one.starts or first_day, one.id))

    def journeys_to_finish(self, today: date, stages: Collection[str], limit: int) -> Sequence[Deal]:
        told = (one for one in self._journeys() if one.stage in stages)
        over = (one for one in told if one.last_day and one.last_day < today)
        return page(sorted(over, key=lambda one: (one.starts or today, one.id)), limit)

    def _journeys(self) -> list[Deal]:
        return [one for one in self.all_seen() if one.is_open and one.trip is None and one.starts is not None]

    def at_stage(
        self, stage: str, responsible: Collection[StaffMember] = (), limit: int = 8, offset: int = 0
    ) -> Sequence[Deal]:
        there = (one for one in self._open(responsible) if one.stage == stage)
        return page(sorted(there, key=lambda one: (_since(one), one.id)), limit, offset)

    def count_by_stage(
        self, responsible: Collection[StaffMember] = (), most: int | None = None
    ) -> dict[str, int]:
        counts = Counter(one.stage for one in self._open(responsible))
        return {stage: min(count, most or count) for stage, count in counts.items()}

    def with_passport(self, number: str, limit: int = 8) -> Sequence[Deal]:
        found = (one for one in self.all_seen() if any(t.passport == number for t in one.travellers))
        return page(newest(found, lambda one: one.id), limit)

    def with_travellers(self, numbers: Collection[int]) -> Sequence[Deal]:
        theirs = (one for one in self.all_seen() if any(t.id in numbers for t in one.travellers))
        return newest(theirs, lambda one: one.id)

    def newest(self, limit: int) -> Sequence[Deal]:
        return page(newest(self.all_seen(), lambda one: one.id), limit)

    def participants(self, trip: Trip, stage: str | None = None, fields: bool = False) -> ParticipantList:  # noqa: FBT001
        going = [one for one in self._going(trip) if stage in (None, one.stage)]
        return ParticipantList(
            trip=trip.title,
            departs=trip.departs.date(),
            seats=trip.seats,
            stage=stage,
            participants=tuple(
                seat for deal in going for seat in _seats(deal, fields=fields, whole=self.sees(deal))
            ),
            deals=tuple(_money(deal) for deal in going if self.sees(deal)),
            currency=trip.currency,
        )

    def border(self, trip: Trip) -> BorderList:
        going = self._going(trip)
        lines = [_border_line(deal, one, whole=self.sees(deal)) for deal in going for one in deal.party]
        unnamed = sum(deal.seats for deal in going) - len(lines)
        return BorderList(trip.title, trip.departs.date(), trip.returns, tuple(lines), max(0, unnamed))

    def travelling(
        self, text: str, limit: int = 8, offset: int = 0, trips: Sequence[Trip] | None = None
    ) -> Sequence[tuple[Deal, Traveller]]:
        found = [
            (deal, one)
            for deal in sorted(self.all_seen(), key=lambda one: one.id)
            if not deal.is_lost and (trips is None or deal.trip in trips)
            for one in deal.party
            if begins(text, one.name)
            and (trips is not None or one.name.casefold() != deal.client.name.casefold())
        ]
        return page(found, limit, offset)

    def travellers_named(self, numbers: Collection[int]) -> dict[int, str]:
        everybody = (one for deal in self.things.of(Deal) for one in deal.travellers)
        return {one.id: one.name for one in everybody if one.id in numbers}

    def open_ones(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        there = sorted(self._open(), key=lambda one: (one.step_key, _since(one), one.id))
        return page(there, limit, offset)

    def closed(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        over = [one for one in self.all_seen() if one.closed_at is not None]
        return page(newest(over, lambda one: (one.closed_at, one.id)), limit, offset)

    def leaderless(self, limit: int = 8, offset: int = 0) -> Sequence[Deal]:
        nobodys = (one for one in self._open() if one.leader is None)
        return page(sorted(nobodys, key=lambda one: (one.step_key, _since(one), one.id)), limit, offset)

    def led_by(self, member: StaffMember) -> Sequence[Deal]:
        return sorted(self._open([member]), key=lambda one: one.id)

    def sees(self, thing: Deal) -> bool:
        return self.reaches(thing.branch)

    def _going(self, trip: Trip) -> list[Deal]:
        everybody = sorted(self.things.of(Deal), key=lambda one: one.id)
        return [one for one in everybody if one.trip is trip and not one.is_lost]

    def _open(self, responsible: Collection[StaffMember] = ()) -> list[Deal]:
        return [
            one
            for one in self.all_seen()
            if one.is_open and (not responsible or one.responsible in responsible)
        ]


def _since(deal: Deal) -> datetime:
    return deal.step_since or deal.created_at


def _seats(deal: Deal, *, fields: bool, whole: bool) -> list[Participant]:
    going = [*deal.party, *[None] * (deal.seats - len(deal.party))]
    common = values_of(deal.client) | values_of(deal) if whole else {}
    return [
        Participant(
            deal=deal.id,
            client=deal.client.name,
            phone=deal.client.phone,
            traveller=one.name if one else None,
            step=deal.step_key,
            confirmed=deal.confirmed_at is not None,
            absent=deal.absent_at is not None,
            late=deal.late_minutes,
            person=one.id if one else None,
            told=one is not None and one.complete and one not in deal.without_passport,
            values=common | (values_of(one) if one else {}) if fields else {},
        )
        for one in going
    ]


def _border_line(deal: Deal, one: Traveller, *, whole: bool) -> BorderLine:
    if not whole:
        return BorderLine(one.id, deal.id, one.name, within_reach=False)
    told = one.born_on, one.citizenship, one.passport, one.passport_expires
    return BorderLine(one.id, deal.id, one.name, *told)


def _money(deal: Deal) -> ParticipantDeal:
    return ParticipantDeal(deal.id, deal.client.name, deal.seats, deal.price, deal.paid)


def _travelled(deal: Deal, today: date) -> bool:
    ended = deal.closed_at is not None and not deal.is_lost and deal.absent_at is None
    return ended and not deal.called_off and deal.last_day is not None and deal.last_day < today


def _journey(deal: Deal) -> Journey:
    assert deal.first_day is not None
    called = deal.trip.words("name") if deal.trip else deal.called
    went = tuple(one.relation for one in deal.party)
    ends = deal.trip.returns if deal.trip else deal.ends
    return Journey(called, deal.first_day, ends, went, len(went) == deal.seats)


@in_memory
def deals(things: Things, reach: int | None) -> Deals:
    return MemoryDeals(things, reach)

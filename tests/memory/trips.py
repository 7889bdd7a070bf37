"""Trips and the lines for them, in memory."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.list_copies import ListCopy, ListKind
from domain.entities.notices import Notice, NoticeState
from domain.entities.people import StaffMember
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.entities.waiting import SeatsGone, WaitingPlace
from domain.notices.trips import OF_DEPARTURE
from domain.ports.trips import Trips
from tests.memory.shelf import Shelf, Things, begins, in_memory, newest, page

OF_ALL = (NoticeState.WAITING, NoticeState.SENDING, NoticeState.FAILED, NoticeState.UNCERTAIN)


def untold(things: Things, trip: Trip) -> list[Deal]:
    """Of an announced trip, those nobody was told of; who can be reached comes first."""
    since = trip.told_at or trip.created_at
    found = [
        deal
        for deal in things.of(Deal)
        if deal.trip is trip and not deal.is_lost and deal.told_at is None and _waits(things, deal, since)
    ]
    return sorted(found, key=lambda deal: (not deal.client.reachable, deal.id))


def _waits(things: Things, deal: Deal, since: datetime) -> bool:
    if not deal.client.reachable:
        return deal.created_at > since
    assert deal.trip is not None
    changes = deal.trip.changes
    beside = {
        other.id for other in things.of(Deal) if other.client is deal.client and other.trip is deal.trip
    }
    return not any(
        one.facts.get("deal") in (beside if one.state in OF_ALL else {deal.id})
        and one.person is deal.client.person
        and one.kind in OF_DEPARTURE
        and one.state is not NoticeState.UNREACHED
        and one.created_at >= since
        and one.facts.get("change", 0) >= changes
        for one in things.of(Notice)
    )


class MemoryTrips(Shelf[Trip]):
    kind, missing = Trip, "no_such_trip"

    def add(self, trip: Trip) -> None:
        self.hold(trip)
        self.things.flush()

    def upcoming(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        return page(self._ahead(now), limit, offset)

    def running(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        under_way = [one for one in self._left(now) if not one.is_over(now) and one.cancelled_at is None]
        return page(under_way, limit, offset)

    def past(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        under_way = self.running(now, 1000)
        rest = [one for one in self.all_seen() if not one.is_ahead(now) and one not in under_way]
        return page(newest(rest, lambda one: (one.departs_at, one.id)), limit, offset)

    def leaving_on(self, day: date) -> Sequence[Trip]:
        there = [one for one in self.all_seen() if one.departs.date() == day]
        return sorted(there, key=lambda one: (-one.departs_at.timestamp(), one.id))

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        found = (one for one in self.all_seen() if begins(text, one.title))
        return page(newest(found, lambda one: (one.departs_at, one.id)), limit, offset)

    def renamed(self, trip: Trip) -> None:
        """Nothing is kept beside the name."""

    def taken(self, trip: Trip) -> int:
        return sum(deal.seats for deal in self._deals(trip) if not deal.is_lost)

    def gone(
        self, trips: Sequence[Trip], offered_after: datetime, but_to: int | None = None
    ) -> Mapping[int, SeatsGone]:
        found = {
            one.id: SeatsGone(self.taken(one), self._promised(one, offered_after, but_to)) for one in trips
        }
        return {number: gone for number, gone in found.items() if gone != SeatsGone()}

    def _promised(self, trip: Trip, offered_after: datetime, but_to: int | None) -> int:
        return sum(
            place.seats
            for place in self.waiting(trip)
            if place.offered_at is not None and place.offered_at > offered_after and place.client.id != but_to
        )

    def to_announce(self, now: datetime) -> Sequence[Trip]:
        due = (one for one in self._ahead(now) if one.told_at is None and one.reminder_at <= now)
        return sorted(due, key=lambda one: (one.reminder_at, one.id))

    def to_catch_up(self, now: datetime) -> Sequence[Trip]:
        return [one for one in self._ahead(now) if one.told_at is not None and untold(self.things, one)]

    def to_finish(self, now: datetime, stages: Collection[str]) -> Sequence[Trip]:
        last = now.date() - timedelta(days=1)
        over = (
            one
            for one in self.all_seen()
            if one.returns <= last and any(deal.is_open and deal.stage in stages for deal in self._deals(one))
        )
        return sorted(over, key=lambda one: (one.returns, one.id))

    def to_offer_on(self, now: datetime, made_before: datetime) -> Sequence[Trip]:
        return [one for one in self._ahead(now) if _stuck(self.waiting(one), made_before)]

    def guides(self, trip: Trip) -> Sequence[TripGuide]:
        return sorted((one for one in self._guides() if one.trip is trip), key=lambda one: one.id)

    def guided_by(self, member: StaffMember) -> Sequence[Trip]:
        theirs = {one.trip for one in self._guides() if one.member is member}
        return sorted(theirs, key=lambda one: (-one.departs_at.timestamp(), one.id))

    def guide(self, guide: TripGuide) -> None:
        self.things.hold(guide)

    def last_copy(self, trip: Trip, list_kind: ListKind) -> ListCopy | None:
        theirs = [one for one in self.things.of(ListCopy) if one.trip is trip and one.kind == list_kind]
        return theirs[-1] if theirs else None

    def sent(self, list_copy: ListCopy) -> None:
        self.things.hold(list_copy)

    def _guides(self) -> list[TripGuide]:
        return [one for one in self.things.of(TripGuide) if one.left_at is None]

    def wait(self, place: WaitingPlace) -> None:
        self.things.hold(place)

    def waiting(self, trip: Trip) -> Sequence[WaitingPlace]:
        return [one for one in self._places() if one.trip is trip]

    def waited_for(self, client: Client, now: datetime) -> Sequence[WaitingPlace]:
        return [one for one in self._places() if one.client is client and one.trip.departs_at > now]

    def place(self, number: int) -> WaitingPlace:
        return next(one for one in self.things.of(WaitingPlace) if one.id == number)

    def _places(self) -> list[WaitingPlace]:
        there = (one for one in self.things.of(WaitingPlace) if one.left_at is None)
        return sorted(there, key=lambda one: (one.since, one.id))

    def _ahead(self, now: datetime) -> list[Trip]:
        ahead = (one for one in self.all_seen() if one.is_ahead(now))
        return sorted(ahead, key=lambda one: (one.departs_at, one.id))

    def _left(self, now: datetime) -> list[Trip]:
        left = (one for one in self.all_seen() if one.departs_at <= now)
        return sorted(left, key=lambda one: (-one.departs_at.timestamp(), one.id))

    def _deals(self, trip: Trip) -> list[Deal]:
        return [deal for deal in self.things.of(Deal) if deal.trip is trip]


def _stuck(line: Sequence[WaitingPlace], made_before: datetime) -> bool:
    """An offer was not answered, and others got none yet."""
    offers = [one.offered_at for one in line]
    return None in offers and any(at is not None and at <= made_before for at in offers)


@in_memory
def trips(things: Things, reach: int | None) -> Trips:
    return MemoryTrips(things, reach)

"""Trips with their seats, and the line for those that are sold out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Select, exists, func, literal, select

from domain.entities.clients import Client
from domain.entities.list_copies import ListCopy, ListKind
from domain.entities.people import StaffMember
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.entities.waiting import SeatsGone, WaitingPlace
from domain.values.refusals import NotFound
from storage.mapping import deals, list_copies, trip_guides, trips, waiting_places
from storage.repositories.loads import Loads, one
from storage.repositories.repository import Repository, first_of
from storage.repositories.steps import NOT_LOST, at_stages
from storage.repositories.untold import untold
from storage.search.tokens import add_tokens, matching, replace_tokens, trip_tokens, trip_words

_LATEST = trips.c.departs_at.desc(), trips.c.id
_A_DAY = timedelta(days=1)
_UNDER_WAY = 500
"""So many are looked at: more are never on the road at once."""
_LOOKED_AT = 50
_PLACE = (one("trip"), one("client", one("person")))
_GUIDE = (one("trip"), one("member", one("person")))
_COPY = (one("trip"), one("sent_by", one("person")))


class SqlTrips(Repository[Trip]):
    kind, table, missing = Trip, trips, "no_such_trip"

    def add(self, thing: Trip, /) -> None:
        self.session.add(thing)
        self.session.flush()
        add_tokens(self.session, "trip", thing.id, trip_tokens(thing.words("name"), thing.departs.date()))

    def upcoming(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        ahead = self._ahead(now).order_by(trips.c.departs_at, trips.c.id)
        return self._list(ahead.limit(limit).offset(offset))

    def running(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        return self._running(now)[offset : offset + limit]

    def past(self, now: datetime, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        """In the order of the index, past those that are still under way, which are few, as are those called off ahead."""
        off = self._all().where(trips.c.departs_at > now, trips.c.cancelled_at.is_not(None))
        called_off = self._list(first_of(off.order_by(*_LATEST), _LOOKED_AT))
        first = called_off[offset : offset + limit]
        under_way = [trip.id for trip in self._running(now)]
        left = self._all().where(trips.c.departs_at <= now, trips.c.id.not_in(under_way)).order_by(*_LATEST)
        before = max(0, offset - len(called_off))
        return [*first, *self._list(first_of(left, limit - len(first), before))]

    def leaving_on(self, day: date) -> Sequence[Trip]:
        noon = datetime.combine(day, time(12), UTC)
        about = self._all().where(trips.c.departs_at > noon - _A_DAY, trips.c.departs_at < noon + _A_DAY)
        return [trip for trip in self._list(about.order_by(*_LATEST)) if trip.departs.date() == day]

    def _running(self, now: datetime) -> list[Trip]:
        """Whether its last day is over tells its own clock: UTC's calendar is a day behind or ahead of it.

        Which they are is read from an index by the last day alone, or all of the last year would be looked through.
        """
        left = select(trips.c.id).where(
            trips.c.returns >= now.date() - _A_DAY, trips.c.departs_at <= now, trips.c.cancelled_at.is_(None)
        )
        latest = self._all().where(trips.c.id.in_(left)).order_by(*_LATEST)
        found = self._list(first_of(latest, _UNDER_WAY))
        return [trip for trip in found if not trip.is_over(now)]

    def search(self, text: str, limit: int = 8, offset: int = 0) -> Sequence[Trip]:
        """Latest departure first."""
        words = trip_words(text)
        if not words:
            return []
        found = self._all().where(*matching("trip", trips.c.id, words)).order_by(*_LATEST)
        return self._list(found.limit(limit).offset(offset))

    def renamed(self, trip: Trip) -> None:
        replace_tokens(self.session, "trip", trip.id, trip_tokens(trip.words("name"), trip.departs.date()))

    def taken(self, trip: Trip) -> int:
        seats = select(func.coalesce(func.sum(deals.c.seats), 0))
        return self.session.scalar(seats.where(deals.c.trip_id == trip.id, NOT_LOST)) or 0

    def gone(
        self, trips: Sequence[Trip], offered_after: datetime, but_to: int | None = None
    ) -> Mapping[int, SeatsGone]:
        """In one statement: a list of trips asks for it at every look."""
        if not trips:
            return {}
        numbers, none = [one.id for one in trips], literal(0)
        sold = select(deals.c.trip_id, func.sum(deals.c.seats), none).group_by(deals.c.trip_id)
        sold = sold.where(deals.c.trip_id.in_(numbers), NOT_LOST)
        held = select(waiting_places.c.trip_id, none, func.sum(waiting_places.c.seats))
        held = held.where(waiting_places.c.trip_id.in_(numbers), waiting_places.c.left_at.is_(None))
        held = held.where(waiting_places.c.offered_at > offered_after)
        if but_to is not None:
            held = held.where(waiting_places.c.client_id != but_to)
        found: dict[int, SeatsGone] = {}
        for number, taken, promised in self.session.execute(
            sold.union_all(held.group_by(waiting_places.c.trip_id))
        ):
            so_far = found.get(number, SeatsGone())
            found[number] = SeatsGone(so_far.taken + int(taken), so_far.promised + int(promised))
        return found

    def to_announce(self, now: datetime) -> Sequence[Trip]:
        due = self._ahead(now).where(trips.c.told_at.is_(None), trips.c.reminder_at <= now)
        return self._list(self._held(due.order_by(trips.c.reminder_at, trips.c.id)))

    def to_catch_up(self, now: datetime) -> Sequence[Trip]:
        missed = untold(trips.c.id, trips.c.told_at, trips.c.changes).correlate(trips)
        late = self._ahead(now).where(trips.c.told_at.is_not(None), missed.exists())
        return self._list(self._held(late.order_by(trips.c.departs_at, trips.c.id)))

    def to_finish(self, now: datetime, stages: Collection[str]) -> Sequence[Trip]:
        """A day late by UTC's calendar, when the trip's last day is over in every zone."""
        told = exists().where(deals.c.trip_id == trips.c.id, deals.c.closed_at.is_(None), at_stages(stages))
        over = self._all().where(trips.c.returns <= now.date() - timedelta(days=1), told)
        return self._list(over.order_by(trips.c.returns, trips.c.id))

    def to_offer_on(self, now: datetime, made_before: datetime) -> Sequence[Trip]:
        here = exists().where(waiting_places.c.trip_id == trips.c.id, waiting_places.c.left_at.is_(None))
        unanswered = here.where(waiting_places.c.offered_at <= made_before)
        further_back = here.where(waiting_places.c.offered_at.is_(None))
        ahead = self._ahead(now).where(unanswered, further_back)
        return self._list(ahead.order_by(trips.c.departs_at, trips.c.id))

    def guides(self, trip: Trip) -> Sequence[TripGuide]:
        along = select(TripGuide).where(trip_guides.c.trip_id == trip.id, trip_guides.c.left_at.is_(None))
        return self._some(along.order_by(trip_guides.c.id), TripGuide, _GUIDE)

    def guided_by(self, member: StaffMember) -> Sequence[Trip]:
        theirs = select(trip_guides.c.trip_id).where(
            trip_guides.c.member_id == member.id, trip_guides.c.left_at.is_(None)
        )
        return self._list(self._all().where(trips.c.id.in_(theirs)).order_by(*_LATEST).limit(_LOOKED_AT))

    def guide(self, guide: TripGuide) -> None:
        self.session.add(guide)

    def last_copy(self, trip: Trip, list_kind: ListKind) -> ListCopy | None:
        theirs = select(ListCopy).where(
            list_copies.c.trip_id == trip.id, list_copies.c.kind == list_kind.value
        )
        return next(
            iter(self._some(theirs.order_by(list_copies.c.id.desc()).limit(1), ListCopy, _COPY)), None
        )

    def sent(self, list_copy: ListCopy) -> None:
        self.session.add(list_copy)

    def _ahead(self, now: datetime) -> Select[Trip]:
        return self._all().where(trips.c.departs_at > now, trips.c.cancelled_at.is_(None))

    def wait(self, place: WaitingPlace) -> None:
        self.session.add(place)

    def place(self, number: int) -> WaitingPlace:
        found = self._places(select(WaitingPlace).where(waiting_places.c.id == number))
        if not found:
            raise NotFound("not_found")
        return found[0]

    def waiting(self, trip: Trip) -> Sequence[WaitingPlace]:
        line = select(WaitingPlace).where(
            waiting_places.c.trip_id == trip.id, waiting_places.c.left_at.is_(None)
        )
        return self._places(line)

    def waited_for(self, client: Client, now: datetime) -> Sequence[WaitingPlace]:
        """By way of the trips ahead, which are few."""
        ahead = select(trips.c.id).where(trips.c.departs_at > now)
        theirs = select(WaitingPlace).where(
            waiting_places.c.trip_id.in_(ahead),
            waiting_places.c.client_id == client.id,
            waiting_places.c.left_at.is_(None),
        )
        return self._places(theirs)

    def _places(self, statement: Select[WaitingPlace]) -> Sequence[WaitingPlace]:
        first_come = statement.order_by(waiting_places.c.since, waiting_places.c.id)
        return self._some(first_come, WaitingPlace, _PLACE)

    def _some(self, statement: Select[Any], kind: type[Any], loads: Loads) -> Sequence[Any]:
        found = self.session.scalars(statement.options(*(load.option(kind) for load in loads))).all()
        self.session.hold(found)
        return found

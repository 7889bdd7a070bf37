"""Who travels on a trip, and before it departs: who will be there, who knows of it, and who must still be called."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from domain.entities.branches import within
from domain.entities.deals import Deal
from domain.entities.list_copies import ListCopy, ListKind, changes
from domain.entities.participants import Among, BorderLine, BorderList, Participant, ParticipantList
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.deal_steps import too_early
from domain.queries.fields import fields_listed
from domain.queries.trips import TripLine, trip_lines
from domain.values.labels import Names
from domain.values.refusals import Forbidden, NotFound


def participants(desk: Desk, number: int, which: str | None = None) -> ParticipantList:
    """Who travels, with the fields of the list; no money for whoever may not see it. Raises Forbidden, NotFound.

    `which` is a stage, or one of `Among`: whose money one may not see owes nothing here.
    """
    desk.must(Right.SEE_PARTICIPANTS)
    among = Among(which) if which in set(Among) else None
    trip, fields = desk.repositories.trips.get(number), fields_listed(desk)
    stage = None if among else which
    found = desk.repositories.deals.participants(trip, stage, bool(fields)).with_fields(fields)
    found = replace(found, names=desk.agency.pipelines.names, which=among)
    found = found if desk.actor.may(Right.SEE_MONEY) else found.without_money()
    return found.among(among) if among else found


@dataclass(frozen=True)
class Seat:
    """One traveller as whoever goes along knows them."""

    trip: Trip
    seat: Participant
    names: Names


def seat_of(desk: Desk, number: int, person: int) -> Seat:
    """Raises Forbidden, NotFound."""
    found = participants(desk, number)
    seat = next((one for one in found.participants if one.person == person), None)
    if seat is None:
        raise NotFound("not_found")
    return Seat(desk.repositories.trips.get(number), seat, found.names)


def may_see_border(desk: Desk, number: int) -> bool:
    """Who checks passports; and who goes along, and hands the list over at the border. Raises NotFound."""
    may = desk.actor.may(Right.CHECK_DOCUMENTS)
    return may or goes_along(desk, desk.repositories.trips.get(number))


def goes_along(desk: Desk, trip: Trip) -> bool:
    """Whether the actor is a guide of this trip."""
    staff = desk.actor.staff
    return staff is not None and any(one.member is staff for one in desk.repositories.trips.guides(trip))


def border_list(desk: Desk, number: int) -> BorderList:
    """Everybody with birth, citizenship and passport; of another branch's deals only the names.

    A guide who goes along sees all of the coach. Raises Forbidden, NotFound.
    """
    trip = _trip_listed(desk, number, ListKind.BORDER)
    deals = desk.archive.deals if goes_along(desk, trip) else desk.repositories.deals
    return deals.border(trip)


@dataclass(frozen=True)
class SinceCopy:
    """The last copy of a list that was sent, and the names of those who were added, taken off and changed since."""

    copy: ListCopy
    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def as_sent(self) -> bool:
        return not (self.added or self.gone or self.changed)


def since_copy(desk: Desk, number: int, kind: ListKind) -> SinceCopy | None:
    """None where none was sent. Raises Forbidden, NotFound."""
    trip = _trip_listed(desk, number, kind)
    copy = desk.repositories.trips.last_copy(trip, kind)
    if copy is None:
        return None
    found = changes(copy.rows, _rows(desk, trip, kind))
    names = desk.repositories.deals.travellers_named([*found.added, *found.gone, *found.changed])
    added, gone, changed = (
        tuple(names[one] for one in some if one in names) for some in (found.added, found.gone, found.changed)
    )
    return SinceCopy(copy, added, gone, changed)


def list_rows(desk: Desk, number: int, kind: ListKind) -> dict[str, str]:
    """What stands on this list of each traveller, sealed: the same for every reader. Raises Forbidden, NotFound."""
    return _rows(desk, _trip_listed(desk, number, kind), kind)


def _trip_listed(desk: Desk, number: int, kind: ListKind) -> Trip:
    desk.must(Right.SEE_PARTICIPANTS)
    trip = desk.repositories.trips.get(number)
    if kind is ListKind.BORDER and not may_see_border(desk, number):
        raise Forbidden("forbidden")
    return trip


def _rows(desk: Desk, trip: Trip, kind: ListKind) -> dict[str, str]:
    """A list's facts of all travellers, of whatever branch, as seals."""
    deals = desk.archive.deals
    told: dict[int, tuple[Any, ...]]
    if kind is ListKind.BORDER:
        told = {one.person: _of_border(one) for one in deals.border(trip).lines}
    else:
        everybody = deals.participants(trip).participants
        told = {one.person: (one.traveller, one.phone) for one in everybody if one.person}
    seals = {one: desk.agency.seal(f"list:{kind}:{one}:{facts}") for one, facts in told.items()}
    return {str(one): seal[:12] for one, seal in seals.items()}


def _of_border(one: BorderLine) -> tuple[Any, ...]:
    return one.name, one.born_on, one.citizenship, one.passport, one.passport_expires


def trips_of_participants(
    desk: Desk, text: str = "", day: str | None = None, limit: int = 8, offset: int = 0
) -> Sequence[TripLine]:
    """Trips of this name and day; else, when the name is spelled otherwise, those of the day. Without text: those ahead.

    Raises Forbidden.
    """
    desk.must(Right.SEE_PARTICIPANTS)
    trips = desk.repositories.trips
    if not text:
        return trip_lines(desk, trips.upcoming(desk.now, limit, offset))
    found = trips.search(text, limit, offset)
    if not found and day and not trips.search(text, 1):
        found = trips.search(day, limit, offset)
    return trip_lines(desk, found)


@dataclass(frozen=True)
class ExpectedClient:
    """The client of one deal before the trip departs: whom to look for, and whom to call."""

    deal: int
    client: str
    phone: str | None
    seats: int
    step: str
    names: Names
    """What the owner calls the stages."""
    owes: bool
    """It is open and has not come as far as the voucher, or not all of it is paid."""
    within_reach: bool
    """Whether the deal itself is the actor's to see."""
    silent: bool = False
    """No message of ours reaches them."""
    late: int | None = None
    """By so many minutes, as they said."""


@dataclass(frozen=True)
class Attendance:
    """Where the clients of a trip stand before it departs."""

    trip: Trip
    confirmed: Sequence[ExpectedClient]
    absent: Sequence[ExpectedClient]
    """Who has said that they cannot come."""
    told: Sequence[ExpectedClient]
    unreached: Sequence[ExpectedClient]
    waiting: Sequence[ExpectedClient]
    """To be told: it is not yet time, or the message is on its way."""


def attendance(desk: Desk, number: int) -> Attendance:
    """Who has confirmed, who was told, who could not be reached: on the coach there are no branches.

    Raises Forbidden, NotFound.
    """
    desk.must(Right.SEE_PARTICIPANTS)
    trip = desk.repositories.trips.get(number)
    everybody = desk.archive.deals.of_trip(trip)
    deals = [deal for deal in everybody if deal.absent_at is None]
    untold = [deal for deal in deals if not deal.told_at and not deal.confirmed_at]
    return Attendance(
        trip,
        confirmed=[_expected(desk, deal) for deal in deals if deal.confirmed_at],
        absent=[_expected(desk, deal) for deal in everybody if deal.absent_at],
        told=[_expected(desk, deal) for deal in deals if deal.told_at and not deal.confirmed_at],
        unreached=[_expected(desk, deal) for deal in untold if deal.is_unreached],
        waiting=[_expected(desk, deal) for deal in untold if deal.client.reachable],
    )


def _expected(desk: Desk, deal: Deal) -> ExpectedClient:
    return ExpectedClient(
        deal.id,
        deal.client.name,
        deal.client.phone,
        deal.seats,
        deal.step_key,
        desk.agency.pipelines.names,
        owes=deal.is_open and (too_early(desk, deal) or deal.owed.minor > 0),
        within_reach=within(desk.actor.reach, deal.branch),
        silent=not deal.client.reachable,
        late=deal.late_minutes,
    )

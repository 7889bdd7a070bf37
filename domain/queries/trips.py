"""Trips as they are read: those ahead, one with its seats and its waiting line, its join link, and what a client is offered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.entities.branches import within
from domain.entities.deals import Deal
from domain.entities.people import Right, Role, StaffMember
from domain.entities.trips import Trip, WaitingPlace
from domain.ports.desk import Desk
from domain.values.money import Money
from domain.values.refusals import Forbidden, NotFound, Refusal
from domain.values.translated import Translated

KNOWN = 50
"""Trips ahead among whose names a destination is looked for."""

_LOOKED_AT = 60
"""Search finds past trips too; so many are looked at to fill a page with those ahead."""


@dataclass(frozen=True)
class TripLine:
    """A trip and its seats that are taken."""

    trip: Trip
    taken: int

    @property
    def free(self) -> int:
        return self.trip.free(self.taken)


class Phase(StrEnum):
    """Where a trip is in time."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    PAST = "past"
    MINE = "mine"
    """With which the actor goes along, whenever that is."""


def trips_in(desk: Desk, phase: Phase, limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """Upcoming ones soonest departure first, the others latest departure first. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    if phase is Phase.MINE:
        return trips_guided(desk)[offset : offset + limit]
    trips = desk.repositories.trips
    found = {Phase.UPCOMING: trips.upcoming, Phase.RUNNING: trips.running, Phase.PAST: trips.past}[phase]
    return trip_lines(desk, found(desk.now, limit, offset))


def twins(desk: Desk, name: str, day: date) -> Sequence[TripLine]:
    """Trips that leave on this day under this name, in whatever language: for whoever puts up one more. Raises Forbidden."""
    desk.must(Right.PLAN_TRIPS)
    same = name.casefold()
    leaving = desk.repositories.trips.leaving_on(day)
    return trip_lines(desk, (one for one in leaving if same in map(str.casefold, one.words("name").all())))


@dataclass(frozen=True)
class GuideChoice:
    """Who goes along with a trip, and the guides who do not."""

    trip: Trip
    along: tuple[StaffMember, ...]
    others: tuple[StaffMember, ...]


def guide_choice(desk: Desk, number: int) -> GuideChoice:
    """Raises Forbidden, NotFound."""
    trip = trip_to_change(desk, number).trip
    along = tuple(one.member for one in desk.repositories.trips.guides(trip))
    guides = [one for one in desk.repositories.staff.active() if one.role is Role.GUIDE]
    return GuideChoice(trip, along, tuple(one for one in guides if one not in along))


def guides_of(desk: Desk, trip: Trip) -> list[str]:
    """Their names, for whoever sees the trip. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    return [one.member.name for one in desk.repositories.trips.guides(trip)]


def trips_guided(desk: Desk) -> Sequence[TripLine]:
    """Those the actor goes along with, latest departure first. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    staff = desk.actor.staff
    return trip_lines(desk, desk.repositories.trips.guided_by(staff)) if staff else []


def trip_to_copy(desk: Desk, number: int) -> Trip:
    """Whoever may put up a trip may put up any once more. Raises Forbidden, NotFound."""
    desk.must(Right.PLAN_TRIPS)
    return desk.repositories.trips.get(number)


def upcoming(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """Soonest departure first. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    return trip_lines(desk, desk.repositories.trips.upcoming(desk.now, limit, offset))


def trips_found(desk: Desk, text: str, limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """By name, date or both, past trips too; latest departure first. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)
    return trip_lines(desk, desk.repositories.trips.search(text, limit, offset))


def must_see(desk: Desk) -> None:
    """Whether the actor may look for trips, and whatever else is found as one writes. Raises Forbidden."""
    desk.must(Right.SEE_TRIPS)


def trips_to_sell(desk: Desk, text: str = "", limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """Trips ahead, soonest first; those that `text` names when it is not empty. Raises Forbidden."""
    if not (desk.actor.may(Right.OPEN_DEALS) or desk.actor.may(Right.TAKE_INQUIRIES)):
        raise Forbidden("forbidden")
    trips = desk.repositories.trips
    if not text:
        return trip_lines(desk, trips.upcoming(desk.now, limit, offset))
    matching = trips.search(text, offset + limit + _LOOKED_AT)
    ahead = sorted((trip for trip in matching if trip.is_ahead(desk.now)), key=lambda t: t.departs_at)
    return trip_lines(desk, ahead[offset : offset + limit])


def choices_after_cancel(desk: Desk, trip: Trip) -> Sequence[Deal]:
    """The open deals of a trip that was cancelled, with what their clients would like. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return [deal for deal in desk.repositories.deals.of_trip(trip) if deal.is_open]


def trip_lines(desk: Desk, trips: Iterable[Trip]) -> Sequence[TripLine]:
    return [TripLine(trip, desk.repositories.trips.taken(trip)) for trip in trips]


@dataclass(frozen=True)
class TripCard:
    """A trip, its seats that are taken, how many clients wait for some, and whether the actor may change it."""

    trip: Trip
    taken: int
    waiting: int
    changeable: bool


def trip_card(desk: Desk, number: int) -> TripCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_TRIPS)
    trips = desk.repositories.trips
    trip = trips.get(number)
    return TripCard(trip, trips.taken(trip), len(trips.waiting(trip)), may_change(desk, trip))


def trip_to_change(desk: Desk, number: int) -> TripLine:
    """Raises Forbidden, NotFound."""
    desk.must(Right.PLAN_TRIPS)
    trip = desk.repositories.trips.get(number)
    must_change(desk, trip)
    return TripLine(trip, desk.repositories.trips.taken(trip))


@dataclass(frozen=True)
class TripPrice:
    """A trip with its open deals: those that cost what it does, and those with a price of their own."""

    trip: Trip
    alike: Sequence[Deal]
    others: Sequence[Deal]

    def must_be_within(self, price: Money) -> None:
        """Raises Refusal: less_than_paid, where a client has paid more for each seat already."""
        for deal in self.alike:
            if price * deal.seats < deal.paid:
                raise Refusal("less_than_paid", number=deal.id, paid=deal.paid)


def trip_to_price(desk: Desk, number: int) -> TripPrice:
    """With the deals of all branches. Raises Forbidden, NotFound."""
    trip = trip_to_change(desk, number).trip
    booked = desk.across_branches().repositories.deals.of_trip(trip)
    ahead = [deal for deal in booked if deal.is_open]
    alike = [deal for deal in ahead if deal.costs_as_trip]
    return TripPrice(trip, alike, [deal for deal in ahead if deal not in alike])


def may_change(desk: Desk, trip: Trip) -> bool:
    """A trip is changed by the branch that planned it, or from head office; sold by all."""
    return desk.actor.may(Right.PLAN_TRIPS) and within(desk.actor.reach, trip.branch)


def must_change(desk: Desk, trip: Trip) -> None:
    """Raises Forbidden."""
    if not may_change(desk, trip):
        raise Forbidden("forbidden")


def must_plan(desk: Desk) -> None:
    """Whether the actor may put up a trip. Raises Forbidden."""
    desk.must(Right.PLAN_TRIPS)


@dataclass(frozen=True)
class WaitingLine:
    """Who waits for seats of a trip, first come first, and how many are free."""

    trip: Trip
    places: Sequence[WaitingPlace]
    free: int


def waiting_line(desk: Desk, number: int) -> WaitingLine:
    """Raises Forbidden, NotFound."""
    desk.must(Right.OPEN_DEALS)
    trip = desk.repositories.trips.get(number)
    return WaitingLine(trip, desk.repositories.trips.waiting(trip), free_seats(desk, trip))


@dataclass(frozen=True)
class JoinLink:
    """`payload` follows "?start=" in the trip's join link; None: the link is closed, or the trip has left."""

    trip: Trip
    payload: str | None
    changeable: bool
    """Whether the actor may close or renew it."""


def join_link(desk: Desk, number: int) -> JoinLink:
    """Raises Forbidden, NotFound."""
    desk.must(Right.OPEN_DEALS)
    trip = desk.repositories.trips.get(number)
    ahead = trip.is_ahead(desk.now)
    payload = join_payload(desk, trip) if ahead and trip.join_open else None
    return JoinLink(trip, payload, ahead and may_change(desk, trip))


def join_payload(desk: Desk, trip: Trip) -> str:
    """What follows "?start=" in the trip's join link."""
    return f"t_{trip.id}_{desk.agency.seal(trip.link_text(trip.join_version))}"


def free_seats(desk: Desk, trip: Trip) -> int:
    return trip.free(desk.repositories.trips.taken(trip))


def must_have_seats(desk: Desk, trip: Trip, seats: int) -> None:
    """Raises Refusal: sold_out, not_enough_seats."""
    free = free_seats(desk, trip)
    if not free:
        raise Refusal("sold_out", trip=trip.title)
    if seats > free:
        raise Refusal("not_enough_seats", count=free)


def trip_offered(desk: Desk, number: int) -> TripLine:
    """What anybody may know of a trip before they join. Raises NotFound."""
    trip = desk.repositories.trips.get(number)
    return TripLine(trip, desk.repositories.trips.taken(trip))


def trip_held(desk: Desk, number: int) -> TripLine:
    """The same, held until the transaction ends: what is free stays free. Raises NotFound."""
    trip = desk.repositories.trips.locked(number)
    return TripLine(trip, desk.repositories.trips.taken(trip))


def trip_to_join(desk: Desk, number: int) -> TripLine:
    """One that has not left. Raises NotFound, Refusal: trip_left."""
    found = trip_offered(desk, number)
    found.trip.must_be_ahead(desk.now)
    return found


def names_ahead(desk: Desk, limit: int) -> list[Translated]:
    """Where the next trips go, each name once: for anybody who is asked where to."""
    return list(
        dict.fromkeys(trip.words("name") for trip in desk.repositories.trips.upcoming(desk.now, limit))
    )


def known_destination(desk: Desk, written: str) -> Translated:
    """The name of a trip ahead where these words are one, in whatever language; else the words alone."""
    if isinstance(written, Translated) and written.others:
        return written
    for name in names_ahead(desk, KNOWN):
        if written.casefold() in map(str.casefold, name.all()):
            return name
    return Translated(written)


@dataclass(frozen=True)
class MyPlace:
    """A client's place in the line for a trip; `turn` 1 is the first."""

    place: WaitingPlace
    turn: int


def my_place(desk: Desk, number: int, place: int) -> MyPlace:
    """The actor's own. Raises NotFound: not_found for anybody else's, and for one that was left."""
    line = desk.repositories.trips.waiting(desk.repositories.trips.get(number))
    for turn, one in enumerate(line, 1):
        if one.id == place and one.client is desk.actor.client:
            return MyPlace(one, turn)
    raise NotFound("not_found")


def turn_in_line(desk: Desk, place: WaitingPlace) -> int:
    """1 for the first."""
    return list(desk.repositories.trips.waiting(place.trip)).index(place) + 1

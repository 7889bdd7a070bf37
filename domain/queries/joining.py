"""How clients come to a trip by themselves: its join link, what they are offered, and the line for one that is sold out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.ports.desk import Desk
from domain.queries.trips import TripLine, may_change, promised_places, trip_line, trip_lines
from domain.values.refusals import NotFound
from domain.values.translated import Translated

LOOKED_AT = 60
"""Trips ahead among which those are found that a client may join."""


def trips_to_join(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[TripLine]:
    """For the actor as a client: those with free seats whose link is open, soonest departure first.

    Whoever is a client of a branch sees its trips and those of no branch; whoever is new sees all.
    """
    return list(islice(_open_to_me(desk), offset, offset + limit))


def trips_to(desk: Desk, destination: Translated, limit: int) -> Sequence[TripLine]:
    """Those of them that go there, called so in whatever language."""
    wanted = {one.casefold() for one in destination.all()}
    going = (one for one in _open_to_me(desk) if wanted & {*map(str.casefold, one.trip.words("name").all())})
    return list(islice(going, limit))


def _open_to_me(desk: Desk) -> Iterator[TripLine]:
    client = desk.actor.client
    branches = desk.archive.clients.branches(client) if client else frozenset()
    ahead = desk.archive.trips.upcoming(desk.now, LOOKED_AT)
    open_ = [one for one in ahead if one.join_open and (not branches or one.branch in {*branches, None})]
    return (line for line in trip_lines(desk, open_, client.id if client else None) if line.free)


@dataclass(frozen=True)
class WaitingLine:
    """Who waits for seats of a trip, first come first, to whom of them seats are promised, and how many are free."""

    seats: TripLine
    places: Sequence[WaitingPlace]
    promised: Sequence[WaitingPlace]

    @property
    def trip(self) -> Trip:
        return self.seats.trip

    def suffices(self, place: WaitingPlace) -> bool:
        """Whether its client may have the seats now."""
        return place in self.promised or place.seats <= self.seats.free


def waiting_line(desk: Desk, number: int) -> WaitingLine:
    """Raises Forbidden, NotFound."""
    desk.must(Right.OPEN_DEALS)
    trip = desk.repositories.trips.get(number)
    return WaitingLine(
        trip_line(desk, trip), desk.repositories.trips.waiting(trip), promised_places(desk, trip)
    )


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


def trip_offered(desk: Desk, number: int, client: int | None = None) -> TripLine:
    """What anybody may know of a trip before they join, with what is free for this client. Raises NotFound."""
    return trip_line(desk, desk.repositories.trips.get(number), _for_whom(desk, client))


def trip_held(desk: Desk, number: int, client: int | None = None) -> TripLine:
    """The same, held until the transaction ends: what is free stays free. Raises NotFound."""
    return trip_line(desk, desk.repositories.trips.locked(number), _for_whom(desk, client))


def _for_whom(desk: Desk, client: int | None) -> int | None:
    """Clients ask for themselves; staff for the client they name."""
    if client is None and not desk.actor.is_staff and desk.actor.client is not None:
        return desk.actor.client.id
    return client


def trip_to_join(desk: Desk, number: int) -> TripLine:
    """One that has not left. Raises NotFound, Refusal: trip_left."""
    found = trip_offered(desk, number)
    found.trip.must_be_ahead(desk.now)
    return found


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

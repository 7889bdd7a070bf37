"""Seats that are promised to the waiting line: nobody else gets them, and whoever was promised them can take them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.notices import Notice
from domain.entities.people import Person, Role, StaffMember
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.ports.desk import Actor, Desk
from domain.queries.joining import trip_held, trip_offered, trips_to_join
from domain.queries.taking_up import has_room
from domain.queries.trips import free_seats, may_have_seats, trip_card, trip_line
from domain.usecases.deals.booking import Booking, open_deal, take_seat
from domain.usecases.deals.stages import lose
from domain.usecases.deals.waiting_line import leave_line, offer_line, offer_on, take_back, wait
from domain.usecases.inquiries.intake import Caller
from domain.usecases.trips.planning import resize
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal
from tests.domain.one_deal import AGENCY, NOW
from tests.memory import memory
from tests.memory.shelf import Things
from tests.things import OHRID

OFFER_HOLDS = AGENCY.timing.seat_offer
FIRST, SECOND, OTHER = 0, 1, 2
Act = tuple[str, int, int]


class House:
    """An agency with one trip, a manager, and clients who buy seats or wait for them."""

    def __init__(self, seats: int = 4, clients: int = 3) -> None:
        self.things, self.now = Things(), NOW
        self.records = memory(self.things)
        self.boris = StaffMember(_person(100), "Boris", Role.MANAGER, NOW)
        self.records.staff.add(self.boris)
        self.trip = Trip.planned(replace(OHRID, seats=seats), NOW)
        self.records.trips.add(self.trip)
        self.clients = [Client(f"Client {n}", None, NOW, _person(n)) for n in range(1, clients + 1)]
        for client in self.clients:
            self.records.clients.add(client)
        self.records.flush()

    def desk(self, client: int | None = None) -> Desk:
        """Boris's, or a client's own."""
        actor = Actor(self.boris.person, self.boris)
        if client is not None:
            file = self.clients[client]
            actor = Actor(file.person, client=file)
        return Desk(actor, self.now, self.records, AGENCY, lambda: "token")

    def sell(self, client: int, seats: int = 1) -> Deal:
        caller = Caller("", client=self.clients[client].id)
        return open_deal(self.desk(), Booking(caller, self.trip.id, seats, self.boris.id))

    def waits(self, client: int, seats: int = 1) -> WaitingPlace:
        return wait(self.desk(), self.trip.id, seats, self.clients[client].id)

    def promised_to(self, client: int, seats: int = 1) -> WaitingPlace:
        """A place of this client, who was offered the seats."""
        place = self.waits(client, seats)
        assert place in self.promised
        return place

    def told(self, kind: str) -> list[int]:
        """The places of which somebody was told so."""
        return [one.facts["place"] for one in self.things.of(Notice) if one.kind == kind]

    @property
    def promised(self) -> list[WaitingPlace]:
        line = self.records.trips.waiting(self.trip)
        return [place for place in line if place.is_promised(self.now, OFFER_HOLDS)]

    @property
    def sold(self) -> int:
        return self.records.trips.taken(self.trip)


def _person(number: int) -> Person:
    return Person(number, f"Client {number}", None, Language.ENGLISH, NOW, id=number)


def test_what_is_promised_is_free_for_that_client_alone_wherever_it_is_asked() -> None:
    house = House(seats=2)
    house.promised_to(FIRST, 2)
    desk, trip = house.desk(), house.trip
    assert (trip_line(desk, trip).promised, trip_card(desk, trip.id).seats.free) == (2, 0)
    for client, free in ((FIRST, 2), (OTHER, 0)):
        file, own = house.clients[client], house.desk(client)
        assert free_seats(desk, trip, file.id) == free
        assert [ask(own, trip.id).free for ask in (trip_offered, trip_held)] == [free, free]
        assert [one.free for one in trips_to_join(own)] == [free] * (free > 0)
        assert has_room(desk, _asks_for_two(file, trip)) is (free > 0)


def test_promised_seats_are_not_sold_to_another_until_the_hour_is_over() -> None:
    house = House(seats=2)
    place = house.promised_to(FIRST, 2)
    with pytest.raises(Refusal) as refused:
        house.sell(OTHER)
    assert (refused.value.kind, refused.value.facts) == (
        "seats_promised",
        {"count": 2, "until": NOW + OFFER_HOLDS},
    )
    house.now += OFFER_HOLDS - timedelta(seconds=1)
    with pytest.raises(Refusal):
        house.sell(OTHER)
    house.now += timedelta(seconds=1)
    house.sell(OTHER)
    assert take_seat(house.desk(FIRST), house.trip.id, place.id) is None


def test_more_than_is_promised_is_not_there_for_anybody() -> None:
    house = House(seats=2)
    house.promised_to(FIRST)
    with pytest.raises(Refusal) as refused:
        house.sell(OTHER, 3)
    assert refused.value.kind == "not_enough_seats"


def test_the_manager_opens_the_deal_of_whom_it_is_promised_to_and_the_rest_goes_on() -> None:
    house = House(seats=2)
    house.promised_to(FIRST, 2)
    second = house.waits(SECOND)
    assert second not in house.promised

    house.sell(FIRST, 1)

    assert house.promised == [second]


def test_a_promise_is_taken_back_and_the_client_hears_of_it() -> None:
    house = House(seats=2)
    place, later = house.promised_to(FIRST, 2), house.waits(SECOND)
    take_back(house.desk(), house.trip.id, place.id)
    assert house.told("promise_taken_back") == [place.id]
    assert house.promised == []
    with pytest.raises(NotFound):
        take_back(house.desk(), house.trip.id, place.id)
    assert offer_on(house.desk()) == 0  # whoever took it back sells the seats first
    house.sell(OTHER)
    house.now += timedelta(hours=1)
    assert offer_line(house.desk(), house.trip.id) == 1
    assert house.promised == [later]


def test_nobody_is_offered_the_seats_at_once_who_missed_an_offer_before() -> None:
    house = House(seats=1)
    house.promised_to(FIRST)
    second = house.waits(SECOND)
    house.now += OFFER_HOLDS
    offer_on(house.desk())
    take_back(house.desk(), house.trip.id, second.id)
    assert offer_on(house.desk()) == 0


def test_who_asks_for_more_than_was_promised_waits_for_them() -> None:
    house = House(seats=2)
    place = house.promised_to(FIRST)
    house.promised_to(SECOND)
    house.waits(FIRST, 2)
    assert place not in house.promised
    leave_line(house.desk(), house.trip.id, house.promised[0].id)
    assert house.promised == [place]


def test_a_trip_is_not_made_smaller_than_what_is_promised() -> None:
    house = House(seats=4)
    house.promised_to(FIRST, 2)
    house.sell(OTHER)
    owner = StaffMember(_person(101), "Olga", Role.OWNER, NOW)
    house.records.staff.add(owner)
    desk = Desk(Actor(owner.person, owner), NOW, house.records, AGENCY, lambda: "token")
    with pytest.raises(Refusal) as refused:
        resize(desk, house.trip.id, 2)
    assert refused.value.kind == "seats_promised"
    may_have_seats(desk, house.trip, 3)
    assert resize(desk, house.trip.id, 3).seats == 3


def _may_be_refused(work: Callable[[], Any]) -> None:
    try:
        work()
    except (Refusal, NotFound):
        return


def _does(house: House, act: Act) -> None:
    what, who, seats = act
    own = {place.client: place.id for place in house.records.trips.waiting(house.trip)}
    place, number = own.get(house.clients[who], 0), house.trip.id
    acts: dict[str, Callable[[], Any]] = {
        "sell": lambda: house.sell(who, seats),
        "wait": lambda: house.waits(who, seats),
        "take": lambda: take_seat(house.desk(who), number, place),
        "leave": lambda: leave_line(house.desk(who), number, place),
        "take back": lambda: take_back(house.desk(), number, place),
        "lose": lambda: lose(house.desk(), who + 1, "ill"),
        "offer": lambda: offer_line(house.desk(), number),
        "tick": lambda: offer_on(house.desk()),
    }
    house.now += timedelta(hours=8 * seats) if what == "tick" else timedelta(seconds=1)
    _may_be_refused(acts[what])
    house.records.flush()


ACTS = st.tuples(
    st.sampled_from(["sell", "wait", "wait", "take", "leave", "take back", "lose", "offer", "tick"]),
    st.integers(0, 2),
    st.integers(1, 3),
)


@given(st.integers(1, 4), st.lists(ACTS, min_size=3, max_size=25))
def test_whatever_happens_no_seat_is_sold_twice_and_every_promise_can_be_taken(
    seats: int, acts: list[Act]
) -> None:
    house = House(seats, clients=3)
    for act in acts:
        _does(house, act)
        assert house.sold + sum(place.seats for place in house.promised) <= seats
    for place in house.promised:
        desk = house.desk(house.clients.index(place.client))
        assert take_seat(desk, house.trip.id, place.id) is not None
    assert house.sold <= seats


def _asks_for_two(file: Client, trip: Trip) -> Inquiry:
    return Inquiry(file, Channel.CHAT, InquiryKind.INDIVIDUAL, "Ohrid", "in May", 2, NOW, trip=trip)

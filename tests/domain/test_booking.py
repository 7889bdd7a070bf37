"""Booking without a database: who is offered free seats, in which order, and what a deal is opened with."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.entities.people import Person, Role, StaffMember
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.ports.desk import Actor, Desk
from domain.queries.deal_leaders import leaders
from domain.queries.trips import must_have_seats
from domain.usecases.deals.booking import take_seat
from domain.usecases.deals.waiting_line import leave_line, offer_free_seats, offer_freed_seats
from domain.usecases.inquiries.intake import check_when
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal
from tests.domain.one_deal import AGENCY, NOW
from tests.memory import memory
from tests.memory.shelf import Things
from tests.things import OHRID

OFFER_HOLDS = AGENCY.timing.seat_offer


class Line:
    """An agency with one trip, somebody who has taken seats on it, and the line for it."""

    def __init__(self, seats: int, taken: int, wanted: Sequence[int] = ()) -> None:
        self.things = Things()
        self.memory = memory(self.things)
        self.trip = Trip.planned(replace(OHRID, seats=seats), NOW)
        self.memory.trips.add(self.trip)
        self.places = [
            WaitingPlace(self.trip, Client(f"Client {n}", None, NOW, _person(n), id=n), count, NOW, id=n)
            for n, count in enumerate(wanted, start=1)
        ]
        for place in self.places:
            self.memory.trips.wait(place)
        others = Client("The others", None, NOW)
        self.sold = Deal(others, self.trip.title, taken, self.trip.price, self.trip.deposit, NOW, self.trip)
        self.memory.deals.add(self.sold)
        self.memory.flush()

    def desk(self, now: datetime = NOW) -> Desk:
        return Desk(Actor(), now, self.memory, AGENCY, lambda: "token")

    @property
    def told(self) -> list[Notice]:
        return self.things.of(Notice)

    @property
    def offered(self) -> list[int]:
        return [place.id for place in self.places if place.offered_at is not None]


def _person(number: int) -> Person:
    return Person(number, f"Client {number}", None, Language.ENGLISH, NOW, id=number)


def test_seats_are_offered_to_the_first_whom_they_suffice() -> None:
    line = Line(seats=10, taken=8, wanted=[3, 2, 1])

    offer_free_seats(line.desk(), line.trip)

    assert line.offered == [2]
    assert [notice.facts["place"] for notice in line.told] == [2]


def test_an_offer_holds_its_seats_for_a_day_and_is_not_made_twice() -> None:
    line = Line(seats=10, taken=8, wanted=[2, 2])
    offer_free_seats(line.desk(), line.trip)
    offer_free_seats(line.desk(NOW + OFFER_HOLDS - timedelta(seconds=1)), line.trip)
    assert line.offered == [1]

    offer_free_seats(line.desk(NOW + OFFER_HOLDS), line.trip)

    assert line.offered == [1, 2]
    assert len(line.told) == 2


def test_who_missed_an_offer_is_offered_the_next_seats_that_come_free() -> None:
    line = Line(seats=10, taken=8, wanted=[2, 2])
    offer_free_seats(line.desk(), line.trip)
    line.sold.seats = 10  # somebody else was faster
    freed = NOW + OFFER_HOLDS
    offer_free_seats(line.desk(freed), line.trip)
    line.sold.seats = 8

    offer_freed_seats(line.desk(freed), line.trip)

    assert [notice.facts["place"] for notice in line.told] == [1, 1]
    offer_free_seats(line.desk(freed + OFFER_HOLDS), line.trip)
    assert [notice.facts["place"] for notice in line.told] == [1, 1, 2]


def test_seats_given_up_with_a_place_go_to_the_first_again() -> None:
    line = Line(seats=10, taken=8, wanted=[2, 2, 1])
    offer_free_seats(line.desk(), line.trip)
    offer_free_seats(line.desk(NOW + OFFER_HOLDS), line.trip)
    desk = line.desk(NOW + OFFER_HOLDS + timedelta(hours=1))

    leave_line(desk, 1, 3)  # who was offered nothing gives nothing up
    assert [notice.facts["place"] for notice in line.told] == [1, 2]
    desk.actor = Actor(_person(2), client=line.places[1].client)
    leave_line(desk, 1, 2)

    assert [notice.facts["place"] for notice in line.told] == [1, 2, 1]


def test_nobody_takes_what_somebody_else_was_offered() -> None:
    line = Line(seats=10, taken=8, wanted=[2, 2])
    offer_free_seats(line.desk(), line.trip)
    desk = line.desk()
    for actor in (Actor(_person(2), client=line.places[1].client), Actor(_person(3)), Actor()):
        desk.actor = actor
        with pytest.raises(NotFound):
            take_seat(desk, 1, 1)
    assert line.places[0].left_at is None


def test_nothing_is_offered_once_the_trip_has_left() -> None:
    line = Line(seats=10, taken=0, wanted=[1])
    offer_free_seats(line.desk(line.trip.departs_at), line.trip)
    assert line.offered == []


@given(st.integers(1, 30), st.integers(0, 30), st.lists(st.integers(1, 6), max_size=12))
def test_never_more_is_offered_than_is_free(seats: int, taken: int, wanted: list[int]) -> None:
    line = Line(seats, taken, wanted)
    for _time in range(2):
        offer_free_seats(line.desk(), line.trip)

    free = max(seats - taken, 0)
    left = free - sum(place.seats for place in line.places if place.offered_at)
    assert left >= 0
    assert len(line.told) == len(line.offered)
    skipped = [place for place in line.places if place.offered_at is None]
    assert all(place.seats > left for place in skipped)


@pytest.mark.parametrize(
    ("taken", "wanted", "why", "facts"),
    [
        (10, 1, "sold_out", {"trip": "Ohrid 29.10.2027"}),
        (12, 1, "sold_out", {"trip": "Ohrid 29.10.2027"}),
        (8, 3, "not_enough_seats", {"count": 2}),
    ],
)
def test_seats_that_are_not_there(taken: int, wanted: int, why: str, facts: dict[str, Any]) -> None:
    line = Line(seats=10, taken=taken)
    with pytest.raises(Refusal) as refused:
        must_have_seats(line.desk(), line.trip, wanted)
    assert (refused.value.kind, refused.value.facts) == (why, facts)


def test_who_opens_a_deal_is_asked_first_among_managers() -> None:
    roles = [Role.OWNER, Role.OPERATOR, Role.MANAGER, Role.MANAGER]
    staff = [StaffMember(_person(n), f"Colleague {n}", role, NOW, id=n) for n, role in enumerate(roles, 1)]
    line = Line(1, 0)
    for member in staff:
        line.memory.staff.add(member)
    desk = line.desk()
    desk.actor = Actor(staff[3].person, staff[3])
    assert [member.id for member in leaders(desk)] == [4, 3, 1, 2]


@pytest.mark.parametrize(
    "said",
    [
        "in summer",
        "01.03.2027",
        "12.05.2027-19.05.2027",
        "1-2.05.2027",
        "10.05-17.05.2027",
        "2027年5月12日",
        "after 12/05/27, 3.5 days",
        "２０２７-05-12",
    ],
)
def test_words_about_time_that_are_fine(said: str) -> None:
    assert check_when(Line(1, 0).desk(), said) == said


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("28.02.2027", "in_the_past"),
        ("between 12.05.2026 and 19.05.2027", "in_the_past"),
        ("31.06.2027", "no_such_day"),
        ("29.02.2027 or later", "no_such_day"),
        ("2027-13-01", "no_such_day"),
        ("2026年5月12日", "in_the_past"),
    ],
)
def test_full_dates_must_exist_and_be_ahead(said: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_when(Line(1, 0).desk(), said)
    assert refused.value.kind == why


def test_today_is_the_agencys() -> None:
    late = datetime(2027, 3, 1, 22, 30, tzinfo=UTC)  # 00:30 on 2 March in Sofia
    with pytest.raises(Refusal):
        check_when(Line(1, 0).desk(late), "01.03.2027")

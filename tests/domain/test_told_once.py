"""A client with several bookings on one trip hears of its departure once, and answers for all of them; nobody is missed."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.notices import Notice, NoticeState
from domain.entities.people import Person
from domain.notices.trips import DEPARTURE, DEPARTURE_CHANGED
from domain.ports.desk import Desk
from domain.usecases.trips import attending
from domain.usecases.trips.departures import announce_departures, tell_change, told, told_by_phone
from tests.domain.test_merging import Agency


class Departing(Agency):
    """A trip that leaves tomorrow: Rosa has booked twice, her husband once."""

    def __init__(self) -> None:
        super().__init__()
        self.of_trip = self.trip()
        self.records.flush()
        self.rosa, self.ivan = (self.file(name, None, self.person(name)) for name in ("Rosa", "Ivan"))
        self.first, self.husbands, self.second = (
            self.deal(client, trip=self.of_trip) for client in (self.rosa, self.ivan, self.rosa)
        )
        assert self.of_trip.reminder_at is not None
        self.desk = replace(self.desk, now=self.of_trip.reminder_at)

    def announced(self) -> None:
        for _ in range(5):
            if not announce_departures(self.desk):
                return
        raise AssertionError("it never ends")

    def heard(self) -> list[tuple[Person, str]]:
        """And counts as told."""
        sent = [one for one in self.notices() if one.state is NoticeState.WAITING]
        for one in sent:
            one.state = NoticeState.SENT
            told(self.desk, one)
        return [(one.person, one.kind) for one in sent]

    def notices(self) -> Sequence[Notice]:
        deals = self.records.deals.of_trip(self.of_trip)
        return self.records.notices.about(deals, (DEPARTURE, DEPARTURE_CHANGED))[::-1]

    def as_client(self, client: Client) -> Desk:
        assert client.person is not None
        return self.in_chat(client.person, client)


@pytest.fixture
def agency() -> Departing:
    return Departing()


def told_of(*deals: Deal) -> list[bool]:
    return [deal.told_at is not None for deal in deals]


def test_each_person_hears_once(agency: Departing) -> None:
    agency.announced()
    assert [one.person.name for one in agency.notices()] == ["Rosa", "Ivan"]
    assert told_of(agency.first, agency.second) == [False, False]
    agency.heard()
    assert told_of(agency.first, agency.husbands, agency.second) == [True, True, True]
    agency.announced()
    assert agency.heard() == []


def test_who_books_once_more_is_not_told_again(agency: Departing) -> None:
    agency.announced()
    agency.heard()
    third = agency.deal(agency.rosa, trip=agency.of_trip)
    agency.announced()
    assert agency.heard() == []
    assert told_of(third) == [True]


def test_when_the_booking_they_were_to_hear_of_is_lost_they_hear_of_the_other(agency: Departing) -> None:
    agency.announced()
    agency.first.lose("too dear", agency.desk.now)
    [waits] = agency.records.notices.about([agency.first], (DEPARTURE,))
    waits.state = NoticeState.DROPPED
    agency.announced()
    assert agency.heard() == [(agency.ivan.person, DEPARTURE), (agency.rosa.person, DEPARTURE)]
    assert told_of(agency.second) == [True]


def test_a_change_is_told_once_and_every_booking_is_open_again(agency: Departing) -> None:
    agency.announced()
    agency.heard()
    attending.confirm(agency.as_client(agency.rosa), agency.second.id)
    agency.of_trip.place = "Varna"
    tell_change(agency.desk, agency.of_trip, {"place": "Sofia"})
    assert agency.first.confirmed_at is agency.second.confirmed_at is None
    assert sorted((who.name, kind) for who, kind in agency.heard()) == [
        ("Ivan", DEPARTURE_CHANGED),
        ("Rosa", DEPARTURE_CHANGED),
    ]


def test_they_answer_for_all_they_have_booked(agency: Departing) -> None:
    agency.announced()
    agency.heard()
    rosa = agency.as_client(agency.rosa)
    attending.confirm(rosa, agency.first.id)
    assert agency.first.confirmed_at == agency.second.confirmed_at == agency.desk.now
    assert agency.husbands.confirmed_at is None
    attending.come_late(rosa, agency.second.id, 20)
    assert (agency.first.late_minutes, agency.second.late_minutes) == (20, 20)
    attending.stay_away(rosa, agency.first.id)
    assert agency.second.absent_at == agency.desk.now
    assert agency.husbands.absent_at is None


def test_a_call_tells_of_all_they_have_booked(agency: Departing) -> None:
    told_by_phone(agency.desk, agency.second.id)
    assert told_of(agency.first, agency.husbands, agency.second) == [True, False, True]
    agency.of_trip.told_at = agency.desk.now
    agency.announced()
    assert agency.heard() == [(agency.ivan.person, DEPARTURE)]

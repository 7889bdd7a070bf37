"""Two files of one person: noticed, joined, told apart, taken apart again."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Channel
from domain.entities.interactions import Interaction, Said
from domain.entities.merging import BACK_WITHIN, Merge, Why
from domain.entities.particulars import Particulars
from domain.entities.people import Person, Role, StaffMember
from domain.entities.travellers import Relation
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.notices.clients import SAME_PERSON
from domain.ports.desk import Actor, Desk
from domain.usecases.clients.merging import merge_clients, not_the_same, take_apart
from domain.usecases.inquiries.intake import (
    Caller,
    Introduction,
    become_client,
    file_for,
    keep_phone,
    take_inquiry,
    wish_for_trip,
)
from domain.usecases.travellers.travellers import enter_traveller
from domain.values.language import Language
from domain.values.refusals import Forbidden, Refusal
from tests.domain.one_deal import agency_desk
from tests.memory import memory
from tests.things import OHRID, eur

PHONE, OTHER = "+359888765413", "+359888000001"


class Agency:
    """Boris, a manager, with Rosa's two files."""

    def __init__(self) -> None:
        self.desk = agency_desk(memory())
        self.records = self.desk.repositories
        self.boris = self.hired("Boris", Role.MANAGER)
        self.at(self.boris)

    def hired(self, name: str, role: Role, branch: int | None = None) -> StaffMember:
        member = StaffMember(self.person(name), name, role, self.desk.now, branch=branch)
        self.records.staff.add(member)
        self.records.flush()
        return member

    def person(self, name: str) -> Person:
        person = Person(hash(name) % 10_000, name, None, Language.ENGLISH, self.desk.now)
        self.records.people.add(person)
        return person

    def at(self, member: StaffMember) -> Desk:
        self.desk = replace(self.desk, actor=Actor(member.person, member))
        return self.desk

    def in_chat(self, person: Person, client: Client | None = None) -> Desk:
        return replace(self.desk, actor=Actor(person, None, client))

    def file(self, name: str, phone: str | None = None, person: Person | None = None) -> Client:
        client = Client(name, phone, self.desk.now, person)
        self.records.clients.add(client)
        return client

    def deal(self, client: Client, **more: Any) -> Deal:
        deal = Deal(client, "Honeymoon", 2, eur(900), eur(100), self.desk.now, **more)
        self.records.deals.add(deal)
        self.records.flush()
        return deal

    def trip(self) -> Trip:
        trip = Trip.planned(OHRID, self.desk.now)
        self.records.trips.add(trip)
        return trip

    def waits(self, trip: Trip, client: Client, days: int, **more: Any) -> WaitingPlace:
        place = WaitingPlace(trip, client, 2, self.desk.now + timedelta(days=days), **more)
        self.records.trips.wait(place)
        self.records.flush()
        return place

    def whats(self, client: Client) -> list[str]:
        return [one.what for one in self.records.history.of("client", client.id, 50)]


@pytest.fixture
def agency() -> Agency:
    return Agency()


def test_everything_goes_on_in_the_file_that_stays(agency: Agency) -> None:
    rosa = agency.person("Rosa")
    left, kept = agency.file("Rosa", None, rosa), agency.file("Rosa Ivanova", PHONE)
    deal, other = agency.deal(left), agency.deal(kept)
    said = Interaction(left, Said.QUESTION, "When?", agency.desk.now)
    agency.records.interactions.add(said)
    agency.records.flush()

    merge = merge_clients(agency.desk, left.id, kept.id)

    assert (deal.client, other.client, said.client, kept.person) == (kept, kept, kept, rosa)
    assert merge.moved == {"deals": [deal.id], "interactions": [said.id]}
    clients = agency.records.clients
    assert [clients.get(left.id), clients.locked(left.id), clients.of(rosa)] == [kept] * 3
    assert clients.search("Rosa") == [kept]
    assert agency.whats(kept)[0] == "merged"
    assert agency.whats(left)[0] == "merged_into"


def test_the_other_phone_and_a_second_telegram_reach_the_file_too(agency: Agency) -> None:
    one, two = agency.person("Rosa"), agency.person("Rosa at work")
    left, kept = agency.file("Rosa", OTHER, two), agency.file("Rosa Ivanova", PHONE, one)
    merge_clients(agency.desk, left.id, kept.id)

    clients = agency.records.clients
    assert (kept.phone, kept.person) == (PHONE, one)
    assert [clients.by_phone(OTHER), clients.of(two), clients.of(one)] == [kept] * 3
    assert clients.search("0001") == [kept]


def test_taken_apart_each_has_its_own_again_and_what_came_since_stays(agency: Agency) -> None:
    rosa = agency.person("Rosa")
    left, kept = agency.file("Rosa", OTHER, rosa), agency.file("Ruza")
    before = agency.deal(left)
    merge = merge_clients(agency.desk, left.id, kept.id)
    since = agency.deal(agency.records.clients.get(left.id))

    take_apart(agency.desk, merge.id)

    assert (before.client, since.client) == (left, kept)
    assert (left.phone, left.person, kept.phone, kept.person) == (OTHER, rosa, None, None)
    clients = agency.records.clients
    assert (clients.of(rosa), clients.get(left.id), clients.by_phone(OTHER)) == (left, left, left)
    assert clients.search("Rosa") == [left]
    assert agency.whats(kept)[0] == agency.whats(left)[0] == "apart"


def test_what_was_told_to_the_file_that_stays_is_not_taken_from_it(agency: Agency) -> None:
    left, kept = agency.file("Rosa", OTHER), agency.file("Ruza")
    merge = merge_clients(agency.desk, left.id, kept.id)
    kept.phone = PHONE

    take_apart(agency.desk, merge.id)

    assert (left.phone, kept.phone) == (OTHER, PHONE)


def test_in_a_line_one_place_is_left_and_it_comes_back(agency: Agency) -> None:
    trip = agency.trip()
    left, kept = agency.file("Rosa"), agency.file("Ruza")
    first, second = agency.waits(trip, left, 0), agency.waits(trip, kept, 1)

    merge = merge_clients(agency.desk, left.id, kept.id)
    assert agency.records.trips.waiting(trip) == [first]
    assert first.client is kept

    take_apart(agency.desk, merge.id)
    assert agency.records.trips.waiting(trip) == [first, second]
    assert (first.client, second.client) == (left, kept)


def test_of_two_places_the_one_that_is_offered_seats_stays(agency: Agency) -> None:
    trip = agency.trip()
    left, kept = agency.file("Rosa"), agency.file("Ruza")
    agency.waits(trip, left, 0)
    offered = agency.waits(trip, kept, 1, offered_at=agency.desk.now)
    merge_clients(agency.desk, left.id, kept.id)
    assert agency.records.trips.waiting(trip) == [offered]


def refused(work: Any) -> str:
    with pytest.raises(Refusal) as why:
        work()
    return why.value.kind


def test_what_cannot_be(agency: Agency) -> None:
    one, two, three = (agency.file(name) for name in ("Rosa", "Ruza", "Rosi"))
    desk = agency.desk
    assert refused(lambda: merge_clients(desk, one.id, one.id)) == "merge_with_itself"
    first = merge_clients(desk, one.id, two.id)
    assert refused(lambda: merge_clients(desk, one.id, two.id)) == "merged_already"
    assert refused(lambda: merge_clients(desk, three.id, one.id)) == "merged_already"
    second = merge_clients(desk, two.id, three.id)
    assert agency.records.clients.get(one.id) is three
    assert refused(lambda: take_apart(desk, first.id)) == "merged_since"
    take_apart(desk, second.id)
    assert agency.records.clients.get(one.id) is two
    take_apart(desk, first.id)
    assert refused(lambda: take_apart(desk, first.id)) == "apart_already"
    assert agency.records.clients.get(one.id) is one


def test_after_thirty_days_it_stays(agency: Agency) -> None:
    one, two = agency.file("Rosa"), agency.file("Ruza")
    merge = merge_clients(agency.desk, one.id, two.id)
    late = replace(agency.desk, now=agency.desk.now + BACK_WITHIN + timedelta(seconds=1))
    assert refused(lambda: take_apart(late, merge.id)) == "merged_long_ago"
    take_apart(replace(agency.desk, now=agency.desk.now + BACK_WITHIN), merge.id)


def test_who_was_taken_apart_is_not_doubted_again(agency: Agency) -> None:
    one, two = agency.file("Rosa Ivanova", PHONE), agency.file("Ruza")
    take_apart(agency.desk, merge_clients(agency.desk, two.id, one.id).id)
    keep_phone(agency.desk, two, PHONE)
    assert agency.records.doubts.open() == []


def test_a_branch_joins_only_what_it_sees_all_of(agency: Agency) -> None:
    one, two = agency.file("Rosa"), agency.file("Ruza")
    deal = agency.deal(one, branch=2)
    desk = agency.at(agency.hired("Mila", Role.MANAGER, branch=1))
    assert refused(lambda: merge_clients(desk, one.id, two.id)) == "merge_beyond_reach"
    deal.branch = 1
    merge = merge_clients(desk, one.id, two.id)
    deal.branch = 2
    assert refused(lambda: take_apart(desk, merge.id)) == "merge_beyond_reach"
    take_apart(agency.at(agency.boris), merge.id)


def test_operators_join_nobody(agency: Agency) -> None:
    one, two = agency.file("Rosa"), agency.file("Ruza")
    desk = agency.at(agency.hired("Olga", Role.OPERATOR))
    for work in (merge_clients, not_the_same):
        with pytest.raises(Forbidden):
            work(desk, one.id, two.id)


def test_a_phone_that_telegram_vouches_for_joins_the_two(agency: Agency) -> None:
    """Staff have opened a deal for her; she has asked something before she shares her contact."""
    kept = agency.file("Rosa Ivanova", PHONE)
    deal = agency.deal(kept)
    rosa = agency.person("Rosa")
    asked = agency.file("Rosa", None, rosa)
    desk = agency.in_chat(rosa, asked)

    assert become_client(desk, Introduction("Rosa", PHONE, vouched=True)) is kept

    assert desk.actor.client is kept
    assert (kept.person, deal.client, asked.merged_into) == (rosa, kept, kept.id)
    [merge] = agency.records.merges.into(kept)
    assert merge.by is None


def test_a_phone_that_was_typed_joins_nobody_and_is_noticed(agency: Agency) -> None:
    kept = agency.file("Rosa Ivanova", PHONE)
    agency.deal(kept, responsible=agency.boris)
    rosa = agency.person("Rosa")
    asked = agency.file("Rosa", None, rosa)

    assert become_client(agency.in_chat(rosa, asked), Introduction("Rosa", PHONE)) is asked

    [doubt] = agency.records.doubts.open()
    assert (doubt.files, doubt.why) == ((kept.id, asked.id), Why.PHONE)
    key = f"{SAME_PERSON}:{doubt.id}:{agency.boris.person.id}"
    assert agency.records.notices.by_key(key) is not None


def test_a_file_with_another_telegram_is_not_joined_even_by_proof(agency: Agency) -> None:
    husband, rosa = agency.person("Ivan"), agency.person("Rosa")
    his, hers = agency.file("Ivan", PHONE, husband), agency.file("Rosa", None, rosa)
    assert become_client(agency.in_chat(rosa, hers), Introduction("Rosa", PHONE, vouched=True)) is hers
    assert [one.files for one in agency.records.doubts.open()] == [(his.id, hers.id)]


def test_a_number_that_is_anothers_is_noticed(agency: Agency) -> None:
    kept, without = agency.file("Rosa Ivanova", PHONE), agency.file("Rosa")
    keep_phone(agency.desk, without, PHONE)
    assert without.phone is None
    assert [one.files for one in agency.records.doubts.open()] == [(kept.id, without.id)]


def test_whoever_was_said_to_be_another_is_not_doubted(agency: Agency) -> None:
    """Staff are asked whether it is the client with this number."""
    kept = agency.file("Rosa Ivanova", PHONE)
    new = file_for(agency.desk, Caller("Ivan Ivanov", PHONE))
    assert new is not kept
    assert agency.records.doubts.open() == []


def test_not_the_same_is_settled_for_good(agency: Agency) -> None:
    kept, without = agency.file("Rosa Ivanova", PHONE), agency.file("Rosa")
    keep_phone(agency.desk, without, PHONE)
    not_the_same(agency.desk, kept.id, without.id)
    keep_phone(agency.desk, without, PHONE)
    assert agency.records.doubts.open() == []
    assert agency.whats(kept)[0] == agency.whats(without)[0] == "differs"


def told(name: str = "ROSA IVANOVA", passport: str = "AB1234567", **more: Any) -> Particulars:
    return Particulars(
        more.get("relation", Relation.SELF), name, date(1980, 5, 1), passport, date(2035, 1, 1)
    )


@pytest.mark.parametrize(
    ("again", "why"),
    [
        (told("R. IVANOVA"), Why.PASSPORT),
        (told("Ivanova Rosa", "CD7654321"), Why.BIRTHDAY),
        (told("Vera Ilieva", "CD7654321"), None),
        (told(relation=Relation.SPOUSE), None),
    ],
)
def test_her_own_passport_or_birthday_is_noticed(agency: Agency, again: Particulars, why: Why | None) -> None:
    one, two = agency.file("Rosa Ivanova"), agency.file("Rossy")
    enter_traveller(agency.desk, agency.deal(one).id, told())
    enter_traveller(agency.desk, agency.deal(two).id, again)
    assert [one.why for one in agency.records.doubts.open()] == ([why] if why else [])


def test_a_doubt_goes_over_to_the_file_that_stays_and_back(agency: Agency) -> None:
    kept, third = agency.file("Ruza"), agency.file("Rosa Ivanova", PHONE)
    left = agency.file("Rosa")
    keep_phone(agency.desk, left, PHONE)
    merge = merge_clients(agency.desk, left.id, kept.id)
    assert [one.files for one in agency.records.doubts.open()] == [(kept.id, third.id)]
    take_apart(agency.desk, merge.id)
    assert [one.files for one in agency.records.doubts.open()] == [(third.id, left.id)]


def test_an_inquiry_for_the_file_left_behind_is_one_of_the_other(agency: Agency) -> None:
    """A colleague has the flow open that began before the two were joined."""
    left, kept = agency.file("Rosa"), agency.file("Ruza")
    merge_clients(agency.desk, left.id, kept.id)
    wish = wish_for_trip(agency.trip(), 2)
    inquiry = take_inquiry(agency.desk, Caller("", client=left.id), wish, Channel.PHONE)
    assert inquiry.client is kept


def test_a_merge_knows_what_it_took() -> None:
    merge = Merge(1, 2, agency_desk(memory()).now, {}, {"phone": True})
    assert (merge.taken_over.phone, merge.taken_over.person) == (True, None)

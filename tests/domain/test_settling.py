"""After a journey both cards are written before it is settled; who writes them is asked once a day, and nobody in vain."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.entities.people import Role, StaffMember
from domain.entities.settling import ASKED_AGAIN, Card, Gate, Told, Writer
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.notices.settling import CARDS_COPIED, CARDS_WANTED
from domain.ports.desk import Actor, Desk
from domain.queries.settling import missing_of, settlement_card, trips_to_record
from domain.usecases.settling.asking import ask_for_cards, copy_cards
from domain.usecases.settling.opening import open_settlement
from domain.usecases.settling.settling import change_gate, exempt, settle_deal, take_back_settling
from domain.usecases.settling.writing import fill_data_card, record_deal, record_trip
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.domain.one_deal import agency_desk
from tests.domain.test_merging import Agency
from tests.memory import memory
from tests.memory.shelf import Things

WELL = Told(5, pleased="hotel", wants_next="Lisbon")


class Office(Agency):
    """Boris sells, Vera guides, Petya counts, Olga owns; Boris has sold two seats on a trip that is over."""

    def __init__(self) -> None:
        super().__init__()
        self.things = Things()
        self.desk = agency_desk(memory(self.things))
        self.records = self.desk.repositories
        self.boris = self.hired("Boris", Role.MANAGER)
        self.at(self.boris)
        self.olga = self.hired("Olga", Role.OWNER)
        self.vera = self.hired("Vera", Role.GUIDE)
        self.petya = self.hired("Petya", Role.ACCOUNTANT)
        self.anna = self.file("Anna")
        self.went = self.over(self.trip_with_vera())
        self.sale = self.sold(self.anna, self.went)

    def trip_with_vera(self) -> Trip:
        trip = self.trip()
        self.records.trips.guide(TripGuide(trip, self.vera, self.desk.now))
        return trip

    def over(self, trip: Trip) -> Trip:
        trip.departs_at, trip.returns = self.desk.now - timedelta(days=3), self.desk.today - timedelta(days=1)
        return trip

    def sold(self, client: Client, trip: Trip | None = None) -> Deal:
        deal = self.deal(client, trip=trip, responsible=self.boris)
        deal.step_key, deal.closed_at = "travelled", self.desk.now
        open_settlement(self.desk, deal)
        self.records.flush()
        return deal

    def by(self, member: StaffMember | None, days: int = 0) -> Desk:
        actor = Actor(member.person, member) if member else Actor()
        return replace(self.desk, actor=actor, now=self.desk.now + timedelta(days=days))

    def told(self, kind: str) -> list[str]:
        return [one.person.name for one in self.things.of(Notice) if one.kind == kind]


@pytest.fixture
def office() -> Office:
    return Office()


def test_it_is_settled_once_both_cards_are_there_and_not_before(office: Office) -> None:
    boris, petya = office.by(office.boris), office.by(office.petya)
    with pytest.raises(Refusal, match="cards_missing") as why:
        settle_deal(petya, office.sale.id)
    assert why.value.facts["missing"] == (Card.RECORD, Card.DATA, Card.GUIDES_RECORD)
    record_deal(boris, office.sale.id, WELL)
    fill_data_card(boris, office.sale.id, {"stars": 4, "board": None, "ask_next": "board"})
    record_trip(office.by(office.vera), office.went.id, Told(4))
    assert (office.anna.stars, office.anna.ask_next) == (4, "board")
    assert settle_deal(petya, office.sale.id).settled_by is office.petya
    assert settle_deal(boris, office.sale.id).settled_by is office.petya, "twice is once"
    with pytest.raises(Forbidden):
        take_back_settling(office.by(office.vera), office.sale.id)
    assert take_back_settling(boris, office.sale.id).settled_at is None


def test_a_guide_writes_one_record_for_all_who_went_also_of_deals_that_end_later(office: Office) -> None:
    vera = office.by(office.vera)
    assert trips_to_record(vera) == [office.went]
    record_trip(vera, office.went.id, Told(4, market="the pool is closed"))
    later = office.sold(office.file("Mei"), office.went)
    assert trips_to_record(vera) == []
    for deal in (office.sale, later):
        assert Card.GUIDES_RECORD not in settlement_card(office.by(office.boris), deal.id).missing
    assert [one.text for one in office.records.observations.latest()] == ["the pool is closed"]
    assert record_deal(vera, later.id, Told(2, annoyed="food")).writer is Writer.GUIDE
    assert Card.RECORD in settlement_card(office.by(office.boris), later.id).missing, "that is the seller's"
    other = office.over(office.trip())
    with pytest.raises(NotFound):
        record_trip(vera, other.id, Told(4))


def test_the_owner_loosens_the_gate(office: Office) -> None:
    olga, petya = office.by(office.olga), office.by(office.petya)
    exempt(olga, 0, Writer.GUIDE)
    settlement = office.records.settlements.of(office.sale)
    assert missing_of(olga, settlement) == (Card.RECORD, Card.DATA)
    change_gate(olga, 1, Gate.REMINDER)
    petya.agency = olga.agency
    assert settle_deal(petya, office.sale.id).settled_at is not None


def test_colleagues_are_asked_once_a_day_for_all_and_nobody_about_what_is_written_or_called_off(
    office: Office,
) -> None:
    office.sold(office.file("Mei"), office.went)
    called_off = office.over(office.trip())
    called_off.cancelled_at = office.desk.now
    office.sold(office.file("Ivan"), called_off)
    agency = office.by(None)
    assert ask_for_cards(agency) == 3
    assert ask_for_cards(agency) == 0
    assert sorted(office.told(CARDS_WANTED)) == ["Boris", "Vera"]
    fill_data_card(office.by(office.boris), office.sale.id, {})
    for days in range(1, sum(ASKED_AGAIN) + 9):
        ask_for_cards(office.by(None, days))
    assert office.told(CARDS_WANTED).count("Boris") == 1 + len(ASKED_AGAIN)


def test_what_was_written_is_copied_once_a_day_to_who_stands_above(office: Office) -> None:
    record_deal(office.by(office.boris), office.sale.id, WELL)
    record_trip(office.by(office.vera), office.went.id, Told(4))
    assert copy_cards(office.by(None)) == 0, "today is not over"
    assert copy_cards(office.by(None, 1)) == 1
    assert copy_cards(office.by(None, 1)) == 0
    assert office.told(CARDS_COPIED) == ["Olga"]

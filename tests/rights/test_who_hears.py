"""Whoever is concerned is told: for each use case that corrects something, who hears it. One without a row here fails."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.deals import AfterCancel, Deal
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.notices import Notice
from domain.entities.particulars import Particulars
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Person, Role, StaffMember
from domain.entities.travellers import Relation, Traveller
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.notices import deals as of_deals
from domain.notices import payments as of_money
from domain.notices import trips as of_trips
from domain.ports.desk import Actor, Desk
from domain.usecases.deals import changing, stages, vouchers
from domain.usecases.payments import payments
from domain.usecases.travellers import travellers
from domain.usecases.trips import cancelling, correcting, guides, planning
from domain.usecases.trips.silence import went_silent
from domain.values.language import Language
from tests.domain.one_deal import AGENCY, NOW
from tests.memory import memory
from tests.memory.shelf import Things
from tests.rights.test_use_cases import use_cases
from tests.things import OHRID, eur

DAY = timedelta(days=1)
DUE = date(2027, 10, 2)


def person(number: int, name: str) -> Person:
    return Person(number, name, None, Language.ENGLISH, NOW, id=number)


class Office:
    """Anna has booked with Boris, who was sent a voucher; Wang waits in line, Ivan has asked, Li goes along; Olga corrects."""

    def __init__(self) -> None:
        self.things = Things()
        self.papers = memory(self.things)
        olga, boris, li, vera = (
            StaffMember(person(number, name), name, role, NOW)
            for number, (name, role) in enumerate(
                (
                    ("olga", Role.OWNER),
                    ("leader", Role.MANAGER),
                    ("guide", Role.GUIDE),
                    ("colleague", Role.MANAGER),
                ),
                1,
            )
        )
        for member in (olga, boris, li, vera):
            self.papers.people.add(member.person)
            self.papers.staff.add(member)
        self.olga, self.boris = olga, boris
        anna, wang, ivan = (
            Client(name, None, NOW, person(number, name))
            for number, name in enumerate(("client", "in line", "asking"), 5)
        )
        for one in (anna, wang, ivan):
            self.papers.clients.add(one)
        self.trip = Trip.planned(replace(OHRID, seats=3), NOW)
        self.papers.trips.add(self.trip)
        self.papers.flush()
        deal = Deal(
            anna, self.trip.title, 3, eur(900), eur(300), NOW, self.trip, boris, "documents.data", NOW
        )
        deal.travellers = [Traveller(Relation.SELF, "Anna"), Traveller(Relation.OTHER, "Peter")]
        deal.payments = [Payment(eur(300), PaymentMethod.BANK, NOW.date(), boris, NOW)]
        self.papers.deals.add(deal)
        self.papers.trips.wait(WaitingPlace(self.trip, wang, 1, NOW))
        self.papers.trips.guide(TripGuide(self.trip, li, NOW))
        asked = Inquiry(ivan, Channel.CHAT, InquiryKind.INDIVIDUAL, "Ohrid", None, 2, NOW, trip=self.trip)
        self.papers.inquiries.add(asked)
        self.papers.flush()
        deal.voucher_sent_at, deal.voucher_says = NOW, deal.for_voucher
        self.deal = deal

    def desk(self, actor: Actor | None = None) -> Desk:
        return Desk(actor or Actor(self.olga.person, self.olga), NOW, self.papers, AGENCY, lambda: "token")

    def heard(self) -> dict[str, set[str]]:
        told: dict[str, set[str]] = {}
        for notice in self.things.of(Notice):
            told.setdefault(notice.person.name, set()).add(str(notice.kind))
        return told


Hears = Mapping[str, AbstractSet[str]]
TRIP: Hears = {
    "leader": {of_trips.TRIP_CHANGED_STAFF},
    "in line": {of_trips.TRIP_NEWS},
    "asking": {of_trips.TRIP_NEWS},
}
AND_GUIDE: Hears = {**TRIP, "guide": {of_trips.TRIP_CHANGED_STAFF}}
BOOKED: Hears = {"client": {of_deals.DEAL_CHANGED}}
MOVED: Hears = {**AND_GUIDE, "client": {of_trips.TRIP_CHANGED}}
CHANGED: Hears = {"client": {of_deals.DEAL_CHANGED}, "leader": {of_deals.DEAL_CHANGED_STAFF}}
FREED: Hears = {
    "in line": {of_trips.SEAT_FREE},
    "leader": {of_trips.SEAT_FREE_STAFF},
    "colleague": {of_trips.SEAT_FREE_STAFF},
}
"""Besides: seats have come free, and somebody waits for them."""


@dataclass(frozen=True)
class Row:
    """A correction, as Olga makes it, and who hears of it."""

    corrects: Callable[[Desk, Office], object]
    hears: Hears


def named(name: str) -> Particulars:
    return Particulars(Relation.OTHER, name, date(1985, 5, 17), "AB1234567", date(2031, 5, 17))


ROWS: dict[str, Row] = {
    "trips.reprice": Row(lambda d, o: correcting.reprice(d, 1, eur(310), eur(100), booked=False), TRIP),
    "trips.reprice for who has booked": Row(
        lambda d, o: correcting.reprice(d, 1, eur(310), eur(100), booked=True), {**TRIP, **BOOKED}
    ),
    "trips.rename": Row(lambda d, o: correcting.rename(d, 1, "Lake Ohrid"), {**AND_GUIDE, **BOOKED}),
    "trips.change_bring": Row(lambda d, o: correcting.change_bring(d, 1, "A hat"), {**AND_GUIDE, **BOOKED}),
    "trips.set_due": Row(lambda d, o: correcting.set_due(d, 1, "balance_due", DUE), {**TRIP, **BOOKED}),
    "trips.reschedule": Row(lambda d, o: planning.reschedule(d, 1, o.trip.departs + DAY), MOVED),
    "trips.move": Row(lambda d, o: planning.move(d, 1, "Sofia, stadium", None), MOVED),
    "trips.translate": Row(lambda d, o: planning.translate(d, 1, Language.RUSSIAN, {"name": "Охрид"}), {}),
    "trips.resize": Row(lambda d, o: planning.resize(d, 1, 4), {}),
    "trips.revoke_link": Row(lambda d, o: planning.revoke_link(d, 1, 1), {}),
    "trips.renew_link": Row(lambda d, o: planning.renew_link(d, 1, 1), {}),
    "trips.cancel_trip": Row(
        lambda d, o: cancelling.cancel_trip(d, 1, "too few"),
        {
            "client": {of_trips.TRIP_CANCELLED},
            "leader": {of_trips.TRIP_CANCELLED_STAFF},
            "guide": {of_trips.TRIP_CANCELLED_STAFF},
            "in line": {of_trips.TRIP_NEWS},
            "asking": {of_trips.TRIP_NEWS},
        },
    ),
    "trips.assign_guide": Row(lambda d, o: guides.assign_guide(d, 1, 3), {}),
    "trips.relieve_guide": Row(
        lambda d, o: guides.relieve_guide(d, 1, 3), {"guide": {of_trips.GUIDE_RELIEVED}}
    ),
    "deals.set_price": Row(lambda d, o: changing.set_price(d, 1, eur(800), eur(300)), CHANGED),
    "deals.set_seats": Row(lambda d, o: changing.set_seats(d, 1, 2), CHANGED),
    "deals.set_days": Row(lambda d, o: changing.set_days(d, 1, changing.DealDays(balance_by=DUE)), CHANGED),
    "deals.lose": Row(
        lambda d, o: stages.lose(d, 1, "too dear"),
        {"client": {of_deals.DEAL_CLOSED}, "leader": {of_deals.CLOSED_BY_COLLEAGUE}},
    ),
    "deals.hand_over": Row(
        lambda d, o: stages.hand_over(d, 1, 4),
        {"leader": {of_deals.DEAL_CHANGED_STAFF}, "colleague": {of_deals.DEAL_ASSIGNED}},
    ),
    "travellers.cancel_traveller": Row(lambda d, o: travellers.cancel_traveller(d, 1, 2), CHANGED),
    "travellers.change_traveller": Row(
        lambda d, o: travellers.change_traveller(d, 1, 2, named("Petar")), CHANGED
    ),
    "payments.record_payment": Row(
        lambda d, o: payments.record_payment(d, 1, eur(10), PaymentMethod.CASH, NOW.date()),
        {"client": {of_money.PAYMENT_RECORDED}, "leader": {of_money.PAID_TO_COLLEAGUE}},
    ),
    "payments.return_money": Row(
        lambda d, o: payments.return_money(d, 1, eur(10), PaymentMethod.CASH, NOW.date()),
        {"client": {of_money.PAYMENT_GIVEN_BACK}, "leader": {of_money.PAYMENT_UNDONE_STAFF}},
    ),
    "payments.take_back": Row(
        lambda d, o: payments.take_back(d, 1, 1, "mistaken"),
        {"client": {of_money.PAYMENT_TAKEN_BACK}, "leader": {of_money.PAYMENT_UNDONE_STAFF}},
    ),
    "deals.send_voucher": Row(
        lambda d, o: vouchers.send_voucher(d, 1, "asked", again=True), {"client": {of_deals.VOUCHER_SENT}}
    ),
}

FREEING = {"trips.resize", "deals.set_seats", "deals.lose", "travellers.cancel_traveller"}
"""After which seats are free: `FREED` hear that too."""

NO_CORRECTION = """
deals.advance deals.go_elsewhere deals.leave_line
deals.open_deal deals.take_back deals.offer_line deals.take_seat deals.wait deals.voucher_again deals.voucher_handed_over
trips.come_late trips.stay_away
trips.choose_after_cancel trips.confirm trips.copy_trip trips.list_sent trips.plan_trip trips.told_by_phone trips.trip_of_link
travellers.enter_companions travellers.enter_traveller travellers.enter_travellers
"""
"""What begins something, or goes on with it; each tells whom it concerns, and stories play it."""

OWN_STEPS = """
deals.before deals.tell_changed deals.tell_client deals.tell_leader deals.pass_on deals.entered deals.offer_free_seats
deals.leave_with_seats deals.offer_freed_seats deals.offer_on deals.announce_journeys
deals.finish_journeys deals.open_for_offer trips.announce_departures trips.tell_change
trips.told trips.unreached trips.finish_trips trips.superseded
trips.went_silent trips.travelled trips.tell_concerned trips.tell_interested
trips.colleagues_of trips.retitle trips.to_change travellers.who_hears payments.must_be_past
"""
"""What use cases are made of, and what the agency does by itself."""


def base(name: str) -> str:
    return name.partition(" ")[0]


def test_every_correction_has_a_row() -> None:
    nouns = ("trips.", "deals.", "travellers.", "payments.")
    there = {name for name in use_cases() if name.startswith(nouns)}
    told = {base(name) for name in ROWS} | {*NO_CORRECTION.split()} | {*OWN_STEPS.split()}
    assert there - told == set(), "say here who hears of it"


@pytest.mark.parametrize("name", ROWS)
def test_whoever_is_concerned_is_told(name: str) -> None:
    office, row = Office(), ROWS[name]
    row.corrects(office.desk(), office)
    wanted: dict[str, AbstractSet[str]] = {who: {*kinds} for who, kinds in row.hears.items()}
    if base(name) in FREEING:
        for who, kinds in FREED.items():
            wanted[who] = wanted.get(who, set()) | kinds
    assert office.heard() == wanted


@pytest.mark.parametrize("name", [name for name, row in ROWS.items() if "leader" in row.hears])
def test_whoever_did_it_is_not_told(name: str) -> None:
    office = Office()
    office.boris.role = Role.OWNER
    ROWS[name].corrects(office.desk(Actor(office.boris.person, office.boris)), office)
    assert office.heard().get("leader", set()) <= {of_trips.SEAT_FREE_STAFF}


def test_a_client_who_renames_a_traveller_is_not_told_but_their_colleague_is() -> None:
    office = Office()
    client = office.deal.client
    travellers.change_traveller(office.desk(Actor(client.person, client=client)), 1, 2, named("Petar"))
    assert office.heard() == {"leader": {of_deals.DEAL_CHANGED_STAFF}}
    assert office.deal.voucher_is_old
    vouchers.send_voucher(office.desk(), 1, "asked", again=True)
    assert not office.deal.voucher_is_old


@pytest.mark.parametrize("what", ["departs", "place", "name"])
def test_a_trip_that_is_another_one_wants_new_vouchers(what: str) -> None:
    office = Office()
    planned = {"departs": datetime(2027, 10, 30, 6, 30), "place": "Sofia, stadium", "name": "Lake Ohrid"}
    assert not office.deal.voucher_is_old
    setattr(office.trip, what, planned[what])
    assert office.deal.voucher_is_old


def test_what_the_client_chose_reaches_the_leader() -> None:
    office = Office()
    cancelling.cancel_trip(office.desk(), 1, "too few")
    client = office.deal.client
    cancelling.choose_after_cancel(office.desk(Actor(client.person, client=client)), 1, AfterCancel.TALK)
    assert of_trips.CANCEL_CHOSEN in office.heard()["leader"]


@pytest.mark.parametrize(("told", "confirmed", "hears"), [(1, 0, True), (1, 1, False), (0, 0, False)])
def test_who_was_told_and_falls_silent_before_confirming_is_called(
    told: int,
    confirmed: int,
    hears: bool,  # noqa: FBT001
) -> None:
    office = Office()
    client = office.deal.client
    office.deal.told_at = NOW if told else None
    office.deal.confirmed_at = NOW if confirmed else None
    went_silent(office.desk(Actor(client.person, client=client)))
    assert office.heard() == ({"leader": {of_trips.DEPARTURE_SILENT}} if hears else {})

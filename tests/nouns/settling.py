"""Settling: what the tests that walk everything need to know of cards after a journey."""

from datetime import timedelta

from domain.entities.deals import Deal
from domain.entities.people import Role
from domain.entities.settling import Gate, JourneyRecord, Settlement, Writer
from domain.entities.settling import Told as Card
from domain.entities.trip_guides import TripGuide
from domain.entities.trips import Trip
from domain.notices.settling import CARDS_COPIED, CARDS_WANTED
from domain.queries import settling as queries
from domain.usecases.settling import settling, writing
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
    opened_with,
)
from tests.storage import things
from tests.storage.things import NOON
from tests.things import OHRID, eur

WENT = Card(4, "hotel", "food", "Lisbon", "the pool is closed", "all well")


@new_one
def settlement() -> Settlement:
    return Settlement(things.deal(things.client()), NOON)


@new_one
def record() -> JourneyRecord:
    return JourneyRecord(things.member(), Writer.SELLER, NOON, 4, things.deal(things.client()))


@one_more
def a_journey(few: Few) -> None:
    trip = things.trip()
    sale = things.deal(few.client, trip, responsible=few.member)
    few.records.trips.add(trip)
    few.records.deals.add(sale)
    few.records.trips.guide(TripGuide(trip, few.member, NOON))
    few.records.settlements.add(Settlement(sale, NOON, guided=True, ask_on=NOON.date()))
    for one in (JourneyRecord(few.member, Writer.SELLER, NOON, 4, sale), _of_trip(few, trip)):
        one.says(WENT)
        few.records.journey_records.add(one)


def _of_trip(few: Few, trip: Trip) -> JourneyRecord:
    return JourneyRecord(few.member, Writer.GUIDE, NOON, 5, trip=trip)


@in_each_branch
def travelled(its: Branched) -> dict[str, int]:
    """A tailor-made journey that is over, and a trip that is over with its guide, on which a client went along."""
    records, now, today = its.desk.archive, its.desk.now, its.desk.today
    over = _deal(its, starts=today - timedelta(days=9), ends=today - timedelta(days=2))
    trip = Trip.planned(OHRID, now)
    trip.branch, trip.departs_at, trip.returns = (
        its.number,
        now - timedelta(days=5),
        today - timedelta(days=1),
    )
    records.trips.add(trip)
    guided = _deal(its, trip=trip)
    guides = [one for one in records.staff.active() if one.role is Role.GUIDE and one.branch == its.number]
    for guide in guides[:1]:
        records.trips.guide(TripGuide(trip, guide, now))
    told = JourneyRecord(its.lead, Writer.SELLER, now, 4, over, words=its.words)
    records.settlements.add(Settlement(over, now, data_at=now, record_at=now, ask_on=today))
    records.journey_records.add(told)
    records.flush()
    found = records.settlements.of(over)
    assert found is not None
    return {
        "was_over": over.id,
        "under_way": trip.id,
        "guided_deal": guided.id,
        "settlement": found.id,
        "record": told.id,
    }


def _deal(its: Branched, **more: object) -> Deal:
    fields = {"step_key": "travelled", "closed_at": its.desk.now, "branch": its.number, **more}
    sale = Deal(its.client, its.deal.title, 2, eur(100), eur(10), its.desk.now, responsible=its.lead)
    for name, value in fields.items():
        setattr(sale, name, value)
    its.desk.archive.deals.add(sale)
    return sale


asked_for(settlements="settlement", journey_records="record")
forged("gate", lambda _p, _t: [Gate.REMINDER.value])
forged("writer", lambda _p, _t: [Writer.GUIDE.value])
forged("day", lambda _p, _t: [NOON.date().isoformat()])
opened_with("deal", lambda _p, t: t.was_over, "journey_record", "data_card")
opened_with("trip", lambda _p, t: t.under_way, "client_record", "guides_card")


@notice_facts
def of_cards(told: Told) -> Facts:
    sale = things.deal(told.client, None, responsible=told.member)
    told.records.deals.add(sale)
    told.records.settlements.add(Settlement(sale, told.now))
    author = things.member("Nina")
    author.supervisor = told.member.id
    told.records.journey_records.add(JourneyRecord(author, Writer.SELLER, told.now, 2, sale, words=told.name))
    told.records.flush()
    day = told.now.date().isoformat()
    return {CARDS_WANTED: {"day": day}, CARDS_COPIED: {"day": day}}


calls(
    {
        "settling.record_deal": lambda d, _p, t: writing.record_deal(d, t.was_over, WENT),
        "settling.record_deal by a guide": lambda d, _p, t: writing.record_deal(d, t.guided_deal, WENT),
        "settling.record_trip": lambda d, _p, t: writing.record_trip(d, t.under_way, WENT),
        "settling.fill_data_card": lambda d, _p, t: writing.fill_data_card(d, t.was_over, {"stars": 3}),
        "settling.fill_guides_card": lambda d, _p, t: writing.fill_guides_card(
            d, t.guided_deal, {"habit": "July"}
        ),
        "queries.settling.guided_deal": lambda d, _p, t: queries.guided_deal(d, t.guided_deal),
        "settling.settle_deal": lambda d, _p, t: settling.settle_deal(d, t.was_over),
        "settling.take_back_settling": lambda d, _p, t: settling.take_back_settling(d, t.was_over),
        "settling.change_gate": lambda d, _p, _t: settling.change_gate(d, 0, Gate.REMINDER),
        "settling.exempt": lambda d, _p, _t: settling.exempt(d, 0, Writer.GUIDE),
        "queries.settling.settling_to_change": lambda d, _p, _t: queries.settling_to_change(d),
        "queries.settling.settlement_card": lambda d, _p, t: queries.settlement_card(d, t.was_over),
        "queries.settling.settlement_shown": lambda d, _p, t: queries.settlement_shown(
            d, d.archive.deals.get(t.was_over)
        ),
        "queries.settling.unsettled": lambda d, _p, _t: queries.unsettled(d),
        "queries.settling.count_unsettled": lambda d, _p, _t: queries.count_unsettled(d),
        "queries.settling.trips_to_record": lambda d, _p, _t: queries.trips_to_record(d),
        "queries.settling.record_of_deal": lambda d, _p, t: queries.record_of_deal(d, t.was_over),
        "queries.settling.record_of_trip": lambda d, _p, t: queries.record_of_trip(d, t.under_way),
        "queries.settling.writes_record_of": lambda d, _p, t: queries.writes_record_of(
            d, d.archive.trips.get(t.under_way)
        ),
        "queries.settling.clients_of_trip": lambda d, _p, t: queries.clients_of_trip(
            d, t.under_way, "", 8, 0
        ),
        "queries.settling.data_card_of": lambda d, _p, t: queries.data_card_of(d, t.was_over),
        "queries.settling.last_record_of": lambda d, p, _t: queries.last_record_of(
            d, d.archive.clients.get(p.client)
        ),
        "queries.settling.records_copied": lambda d, _p, _t: queries.records_copied(d, d.today.isoformat()),
    }
)

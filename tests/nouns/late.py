"""What is late: what the tests that walk everything need to know of it."""

from dataclasses import replace
from datetime import timedelta

from domain.entities.deals import Deal
from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.interactions import Interaction, Said
from domain.entities.travellers import Relation, Traveller
from domain.entities.trips import Trip
from domain.notices.reminders import (
    BALANCE_DUE,
    CALL_CLIENT,
    DEAL_TO_DECIDE,
    DEPOSIT_DUE,
    INQUIRY_WAITS,
    NAMES_DUE,
    NAMES_OVERDUE,
    PASSPORTS_DUE,
    PASSPORTS_OVERDUE,
    PAYMENT_OVERDUE,
    QUESTION_WAITS,
)
from domain.ports.desk import Desk
from domain.queries import late
from domain.usecases.reminders import acting
from tests.nouns.declared import Facts, Told, calls, notice_facts
from tests.things import OHRID, eur


@notice_facts
def said_of_what_is_late(told: Told) -> Facts:
    deal = _a_deal(told, told.trip)
    deal.travellers.append(Traveller(Relation.SELF, told.name))
    inquiry = Inquiry(told.client, Channel.CHAT, InquiryKind.INDIVIDUAL, told.name, None, 2, told.now)
    question = Interaction(told.client, Said.QUESTION, told.name, told.now, deal=deal)
    asked = Interaction(told.client, Said.QUESTION, told.name, told.now, inquiry=inquiry)
    late = _a_deal(told, told.trip)  # of one deal the same sum is asked once a day
    over = _a_deal(told, _gone(told))
    over.reminded = {f"staff:decision:{over.trip.returns}": 8} if over.trip else {}  # told of already
    deal.branch = late.branch = over.branch = inquiry.branch = 1
    told.records.deals.add(deal)
    told.records.deals.add(late)
    told.records.deals.add(over)
    told.records.inquiries.add(inquiry)
    for one in (question, asked):
        told.records.interactions.add(one)
    told.records.flush()
    about = {"deal": deal.id}
    return {
        DEPOSIT_DUE: {**about, "what": "deposit"},
        BALANCE_DUE: {**about, "what": "balance"},
        PAYMENT_OVERDUE: {"deal": late.id, "what": "balance"},
        NAMES_DUE: {**about, "what": "names"},
        NAMES_OVERDUE: {**about, "what": "names"},
        PASSPORTS_DUE: {**about, "what": "documents"},
        PASSPORTS_OVERDUE: {**about, "what": "documents"},
        CALL_CLIENT: about,
        DEAL_TO_DECIDE: {"deal": over.id},
        INQUIRY_WAITS: {"inquiry": inquiry.id},
        QUESTION_WAITS: {"interaction": question.id},
    }


def _a_deal(told: Told, trip: Trip) -> Deal:
    price = trip.price * 2
    return Deal(told.client, told.name, 2, price, eur(200), told.now, trip, told.member, "documents.data")


def _gone(told: Told) -> Trip:
    """Over for a week."""
    days = {"departs": told.now.replace(tzinfo=None) - timedelta(days=9)}
    gone = Trip.planned(replace(OHRID, name=told.name), told.now)
    gone.departs, gone.returns = days["departs"], told.now.date() - timedelta(days=7)
    gone.departs_at, gone.told_at = told.now - timedelta(days=9), told.now
    told.records.trips.add(gone)
    return gone


calls(
    {
        "reminders.conclude": lambda d, _p, t: _over_then_concluded(d, t.deal),
        "reminders.mute_reminders": lambda d, p, _t: acting.mute_reminders(d, p.client, muted=True),
        "reminders.needs_no_answer": lambda d, _p, t: acting.needs_no_answer(d, t.question),
        "reminders.note_called": lambda d, _p, t: acting.note_called(d, t.deal),
        "queries.late.count_undecided": lambda d, _p, _t: late.count_undecided(d),
        "queries.late.deals_due_today": lambda d, _p, _t: late.deals_due_today(d),
        "queries.late.money_overdue": lambda d, _p, _t: late.money_overdue(d),
        "queries.late.overdue_deals": lambda d, _p, _t: late.overdue_deals(d),
        "queries.late.undecided_deals": lambda d, _p, _t: late.undecided_deals(d),
    }
)


def _over_then_concluded(desk: Desk, number: int) -> Deal:
    """After the journey."""
    trip = desk.archive.deals.get(number).trip
    assert trip is not None
    return acting.conclude(replace(desk, now=desk.now.replace(year=trip.returns.year + 1)), number)

"""Who is reminded of what, and when: by the clock, on a desk without a database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.documents import DocumentState
from domain.entities.notices import Notice
from domain.entities.payments import Payment, PaymentMethod
from domain.entities.people import Person, Role, StaffMember
from domain.entities.trips import Trip
from domain.notices.reminders import CALL_CLIENT, DEAL_TO_DECIDE
from domain.ports.desk import Actor, Desk
from domain.usecases.reminders.acting import conclude, mute_reminders, note_called
from domain.usecases.reminders.deals import look_at_deals
from domain.values.language import Language
from domain.values.refusals import Refusal
from tests.domain.one_deal import AGENCY, NOW
from tests.memory import memory
from tests.memory.shelf import Things
from tests.things import OHRID, enter, eur

DAY = timedelta(days=1)
LED_BY = Person(9, "Boris", None, Language.ENGLISH, NOW)


class Watching:
    """An agency of one manager, looked at each morning."""

    def __init__(self) -> None:
        self.things = Things()
        self.papers = memory(self.things)
        self.boris = StaffMember(LED_BY, "Boris", Role.MANAGER, NOW)
        self.papers.staff.add(self.boris)
        self.papers.flush()

    def deal(
        self, *, client: Client | None = None, opened: datetime = NOW, paid: float = 0, papers: bool = False
    ) -> Deal:
        who = client or Client("Anna", None, NOW, Person(1, "Anna", None, Language.ENGLISH, NOW))
        deal = Deal(who, OHRID.title, 1, eur(300), eur(100), opened, Trip.planned(OHRID, NOW), self.boris)
        if paid:
            deal.payments.append(Payment(eur(paid), PaymentMethod.CASH, NOW.date(), None, NOW))
        if papers:
            enter(deal, "Anna", DocumentState.ACCEPTED, NOW)
        self.papers.deals.add(deal)
        self.papers.flush()
        return deal

    def desk(self, day: date, hour: int = 0) -> Desk:
        now = datetime.combine(day, time(hour), AGENCY.zone).astimezone(UTC)
        return Desk(Actor(), now, self.papers, AGENCY, lambda: "token")

    def look(self, day: date, zones: Sequence[str] = ()) -> list[Notice]:
        """What was written that day. What has changed was seen the day before."""
        while self.papers.deals.changed(1):
            look_at_deals(self.desk(day - DAY), lambda _phone: zones)
        before = len(self.things.of(Notice))
        while look_at_deals(self.desk(day), lambda _phone: zones):
            pass
        return self.things.of(Notice)[before:]

    def days(self, first: date, last: date) -> dict[date, list[str]]:
        """The kinds of what was written, by day."""
        found = {first + n * DAY: self.look(first + n * DAY) for n in range((last - first).days + 1)}
        return {day: [str(one.kind) for one in told] for day, told in found.items() if told}


def test_seven_three_and_no_days_before_two_after_and_on_the_third_somebody_calls() -> None:
    agency, due = Watching(), OHRID.deposit_due
    agency.deal(papers=True)
    assert agency.days(due - 10 * DAY, due + 20 * DAY) == {
        due - 7 * DAY: ["deposit_due"],
        due - 3 * DAY: ["deposit_due"],
        due: ["deposit_due"],
        due + 2 * DAY: ["payment_overdue"],
        due + 3 * DAY: ["call_client"],
    }


def test_a_second_look_says_nothing_twice() -> None:
    agency, due = Watching(), OHRID.deposit_due
    agency.deal(papers=True)
    assert len(agency.look(due)) == 1
    agency.papers.deals.look_at_all()
    assert agency.look(due) == []


def test_who_has_done_it_hears_nothing() -> None:
    agency = Watching()
    agency.deal(paid=300, papers=True)
    assert agency.days(NOW.date(), OHRID.departs.date()) == {}


def test_what_came_in_between_ends_it() -> None:
    agency, due = Watching(), OHRID.deposit_due
    deal = agency.deal(papers=True)
    assert agency.look(due - 3 * DAY)
    deal.payments.append(Payment(eur(100), PaymentMethod.CASH, due, None, NOW))
    assert agency.days(due - 2 * DAY, due + 5 * DAY) == {}


def test_who_books_late_hears_only_what_is_still_ahead() -> None:
    """The deposit was due long ago: it is due the day after the booking. The third day is a Sunday: Monday is for calls."""
    agency, booked = Watching(), OHRID.deposit_due + 10 * DAY
    agency.deal(opened=datetime.combine(booked, time(12), UTC), papers=True)
    assert agency.days(booked, booked + 6 * DAY) == {
        booked + DAY: ["deposit_due"],
        booked + 3 * DAY: ["payment_overdue"],
        booked + 5 * DAY: ["call_client"],
    }


def test_one_a_day_and_money_before_papers() -> None:
    """All due on one day: the rest is told on the days after it."""
    agency, due = Watching(), OHRID.deposit_due
    deal = agency.deal()
    deal.trip = Trip.planned(replace(OHRID, documents_due=due), NOW)
    assert agency.days(due, due + 3 * DAY) == {
        due: ["deposit_due"],
        due + DAY: ["names_overdue"],
        due + 2 * DAY: ["payment_overdue"],
        due + 3 * DAY: ["names_overdue", "call_client"],
    }


def test_who_has_two_trips_is_reminded_of_one_a_day() -> None:
    agency, due = Watching(), OHRID.deposit_due
    first = agency.deal(papers=True)
    second = agency.deal(client=first.client, papers=True)
    told = [agency.look(due), agency.look(due + DAY)]
    assert [[one.facts["deal"] for one in some] for some in told] == [[first.id], [second.id]]


def test_who_is_muted_hears_nothing_and_is_called_before() -> None:
    agency, due = Watching(), OHRID.deposit_due
    deal = agency.deal(papers=True)
    desk = replace(agency.desk(NOW.date()), actor=Actor(LED_BY, agency.boris))
    mute_reminders(desk, deal.client.id, muted=True)
    called = [due - 3 * DAY, due + 3 * DAY]
    assert agency.days(due - 9 * DAY, due + 9 * DAY) == {day: [str(CALL_CLIENT)] for day in called}
    mute_reminders(desk, deal.client.id, muted=False)
    assert deal.client.muted_at is None


def test_who_hears_nothing_in_telegram_is_called_before() -> None:
    agency, due = Watching(), OHRID.deposit_due
    agency.deal(client=Client("Georgi", "+359888000000", NOW), papers=True)
    assert agency.days(due - 9 * DAY, due + 9 * DAY) == {
        due - 3 * DAY: ["call_client"],
        due + 3 * DAY: ["call_client"],
    }


@pytest.mark.parametrize(
    ("zones", "hour"),
    [
        ((), 10),
        (("Europe/Moscow",), 10),
        (("Asia/Shanghai",), 10),
        (("America/New_York",), 16),
        (("Pacific/Honolulu",), 22),
        (("Europe/Bucharest", "Asia/Kamchatka"), 10),
        (("Europe/Sofia", "Pacific/Tongatapu"), 9),
        (("Europe/Lisbon", "Pacific/Auckland"), 10),
    ],
)
def test_it_is_said_at_a_decent_hour_where_the_phone_is(zones: Sequence[str], hour: int) -> None:
    """By the clock in Sofia: at ten, or when it is nine there; by all clocks of a country, or ours if none does."""
    agency, due = Watching(), OHRID.deposit_due
    agency.deal(client=Client("Anna", "+1", NOW, Person(1, "Anna", None, Language.ENGLISH, NOW)), papers=True)
    [told] = agency.look(due, zones)
    assert told.due_at == datetime.combine(due, time(hour), AGENCY.zone)


def test_the_zone_a_client_told_goes_before_their_phones() -> None:
    agency, due = Watching(), OHRID.deposit_due
    anna = Person(1, "Anna", None, Language.ENGLISH, NOW, zone="America/New_York")
    who = Client("Anna", "+359", NOW, anna)
    agency.deal(client=who, papers=True)
    [told] = agency.look(due, ("Europe/Sofia",))
    assert told.due_at == datetime.combine(due, time(16), AGENCY.zone)


def test_a_deal_that_is_open_after_its_trip_is_brought_to_a_decision() -> None:
    agency, last = Watching(), OHRID.returns
    deal = agency.deal(paid=300, papers=True)
    assert agency.days(last - DAY, last + 3 * DAY) == {last + DAY: [str(DEAL_TO_DECIDE)]}
    desk = replace(agency.desk(last + 3 * DAY), actor=Actor(LED_BY, agency.boris))
    conclude(desk, deal.id)
    assert (deal.step_key, deal.is_open) == ("travelled", False)
    assert agency.days(last + 4 * DAY, last + 20 * DAY) == {}


def test_what_is_not_over_is_not_concluded() -> None:
    agency = Watching()
    deal = agency.deal()
    with pytest.raises(Refusal, match="journey_not_over"):
        conclude(replace(agency.desk(OHRID.returns), actor=Actor(LED_BY, agency.boris)), deal.id)


def test_two_calls_on_one_day_are_noted_once() -> None:
    agency = Watching()
    deal = agency.deal()
    desk = replace(agency.desk(NOW.date()), actor=Actor(LED_BY, agency.boris))
    for _ in range(2):
        note_called(desk, deal.id)
    assert [one.what for one in agency.papers.history.of("deal", deal.id)] == ["called"]


def test_after_a_standstill_nothing_old_is_said() -> None:
    agency, due = Watching(), OHRID.deposit_due
    agency.deal(papers=True)
    assert agency.look(due + 30 * DAY) == []


def test_nobody_is_reminded_who_has_left_by_then() -> None:
    """Sold two days before a departure at half past six: clients are reminded at ten."""
    watching, leaves = Watching(), OHRID.departs.date()
    watching.deal(opened=datetime.combine(leaves - 2 * DAY, time(12), AGENCY.zone).astimezone(UTC))
    told = watching.days(leaves - DAY, leaves)
    assert list(told) == [leaves - DAY]

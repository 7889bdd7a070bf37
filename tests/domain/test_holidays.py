"""Holidays and duty hours: whatever colleagues plan, each thing due is told to exactly one who is there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.holidays import HOLIDAYS, Holiday, Holidays
from domain.entities.hours import WORKING_HOURS, Span, WorkingHours
from domain.entities.interactions import Said
from domain.entities.notices import KINDS, Notice
from domain.entities.people import Person, Role, StaffMember
from domain.notices.deals import DEAL_ASSIGNED
from domain.notices.trips import ATTENDING
from domain.ports.agency import Agency
from domain.ports.desk import Actor, Desk
from domain.queries.contacts import contact
from domain.queries.conversations import inbox
from domain.queries.deals_by_stage import deals_at
from domain.usecases.clients.messages import ask_agency
from domain.usecases.settings.hours import change_own_hours
from domain.usecases.staff.holidays import mind_holidays, plan_holiday, take_back_holiday
from domain.usecases.staff.mornings import greet_colleagues
from domain.usecases.staff.passing_on import pass_on
from domain.usecases.staff.supervising import set_supervisor
from domain.values.language import Language
from domain.values.refusals import Forbidden, NotFound, Refusal
from tests.memory import memory
from tests.memory.shelf import Things
from tests.things import eur

MONDAY = date(2027, 3, 1)
LONG_AGO = datetime(2027, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
NOON = datetime(2027, 3, 1, 10, tzinfo=UTC)
"""Midday in Sofia."""
STAFF = {
    "Olga": (Role.OWNER, None),
    "Boris": (Role.MANAGER, None),
    "Kalina": (Role.OPERATOR, None),
    "Petar": (Role.MANAGER, 1),
    "Vera": (Role.ACCOUNTANT, None),
    "Li": (Role.GUIDE, None),
}


class Office:
    """Everybody works here since long; Boris leads Anna's deal."""

    def __init__(self) -> None:
        self.things, self.agency = Things(), Agency(b"a secret of the tests only")
        self.papers = memory(self.things)
        self.staff: dict[str, StaffMember] = {}
        for number, (name, (role, branch)) in enumerate(STAFF.items(), 1):
            person = Person(number, name, None, Language.ENGLISH, LONG_AGO, id=number)
            member = StaffMember(person, name, role, LONG_AGO, branch=branch)
            self.papers.people.add(person)
            self.papers.staff.add(member)
            self.staff[name] = member
        self.client = Client("Anna", None, NOON, Person(99, "Anna", None, Language.ENGLISH, NOON, id=99))
        self.papers.clients.add(self.client)
        self.deal = Deal(self.client, "Ohrid", 1, eur(100), eur(10), NOON, None, self["Boris"], "new", NOON)
        self.papers.deals.add(self.deal)
        self.papers.flush()

    def __getitem__(self, name: str) -> StaffMember:
        return self.staff[name]

    def desk(self, by: str | None = None, at: datetime = NOON) -> Desk:
        actor = Actor(self[by].person, self[by]) if by else Actor()
        return Desk(actor, at, memory(self.things), self.agency, lambda: "x")

    def plans(
        self, who: str, days: tuple[int, int], deputy: str | None = None, by: str | None = None
    ) -> None:
        """From so many days after Monday to so many."""
        desk = self.desk(by or who)
        first, last = (MONDAY + day * DAY for day in days)
        seen = self.agency.definitions.revision(HOLIDAYS, str(self[who].id))
        plan_holiday(desk, self[who].id, seen, first, last, self[deputy].id if deputy else None)
        self.agency = desk.agency

    def settles(self, who: str, planned: Holidays) -> None:
        settled = self.agency.definitions.with_(HOLIDAYS, str(self[who].id), planned)
        self.agency = replace(self.agency, definitions=settled)

    def works(self, who: str, hours: dict[str, Span]) -> None:
        settled = self.agency.definitions.with_(WORKING_HOURS, str(self[who].id), WorkingHours(hours))
        self.agency = replace(self.agency, definitions=settled)

    def tells(self, who: str, at: datetime = NOON, by: str | None = None) -> list[str]:
        """Who hears what is for them about the deal, if somebody has it said then."""
        before = self.told()
        self.desk(by, at).notify(self[who].person, DEAL_ASSIGNED, f"{at}", deal=self.deal.id)
        return [one.person.name for one in self.told() if one not in before]

    def told(self) -> list[Notice]:
        return list(self.things.of(Notice))

    def of(self, kind: str) -> Iterator[Notice]:
        return (one for one in self.told() if one.kind == kind)


@pytest.fixture
def office() -> Office:
    return Office()


def test_during_the_days_the_deputy_hears_and_before_and_after_the_colleague(office: Office) -> None:
    office.plans("Boris", (7, 13), "Kalina")
    heard = [office.tells("Boris", NOON + day * DAY) for day in (6, 7, 13, 14)]
    assert heard == [["Boris"], ["Kalina"], ["Kalina"], ["Boris"]]
    (notice,) = [one for one in office.of("deal_assigned") if one.person.name == "Kalina"][:1]
    assert notice.facts["stands_for"] == office["Boris"].id


def test_what_is_due_later_goes_to_who_is_there_then(office: Office) -> None:
    office.plans("Boris", (0, 6), "Kalina")
    desk = office.desk()
    desk.notify(office["Boris"].person, DEAL_ASSIGNED, "later", due_at=NOON + 8 * DAY, deal=office.deal.id)
    (notice,) = office.of("deal_assigned")
    assert notice.person.name == "Boris"


def test_a_deputy_who_is_away_has_a_deputy_then_the_supervisor_then_who_can(office: Office) -> None:
    office.plans("Boris", (0, 6), "Kalina")
    office.plans("Kalina", (0, 6), "Olga")
    office.deal.branch = 2
    assert office.tells("Boris") == ["Olga"]
    office.settles("Kalina", Holidays((Holiday(MONDAY, MONDAY + DAY, office["Boris"].id),)))
    assert office.tells("Boris", NOON + timedelta(hours=1)) == ["Olga"], "no circle; nobody else is left"
    set_supervisor(office.desk("Olga"), office["Boris"].id, office["Petar"].id)
    office.deal.branch = 1
    assert office.tells("Boris", NOON + timedelta(hours=2)) == ["Petar"], "the supervisor"


def test_another_branch_hears_nothing_of_it(office: Office) -> None:
    office.deal.branch = 2
    office.settles("Boris", Holidays((Holiday(MONDAY, MONDAY, office["Petar"].id),)))
    assert office.tells("Boris") == ["Kalina"]


def test_nobody_is_left(office: Office) -> None:
    """Then they hear it themselves: nothing is lost."""
    office.deal.branch = 2
    for name in ("Boris", "Kalina", "Olga"):
        office.plans(name, (0, 3))
    assert office.tells("Boris") == ["Boris"]
    office["Vera"].role = Role.MANAGER
    assert office.tells("Boris", NOON + timedelta(hours=1)) == ["Vera"]


def test_who_does_it_is_not_told_of_it(office: Office) -> None:
    office.plans("Boris", (0, 3), "Kalina")
    assert office.tells("Boris", by="Kalina") == []


@pytest.mark.parametrize(
    ("who", "deputy", "days", "kind"),
    [
        ("Boris", "Kalina", (-3, -1), "holiday_is_over"),
        ("Boris", "Kalina", (5, 3), "ends_before_it_begins"),
        ("Boris", "Kalina", (0, 400), "holiday_too_long"),
        ("Boris", "Kalina", (800, 801), "too_far_ahead"),
        ("Boris", "Vera", (0, 3), "cannot_stand_in"),
        ("Boris", "Petar", (0, 3), "cannot_stand_in"),
        ("Boris", "Boris", (0, 3), "cannot_stand_in"),
        ("Boris", "Kalina", (9, 12), "holidays_overlap"),
    ],
)
def test_what_cannot_be(office: Office, who: str, deputy: str, days: tuple[int, int], kind: str) -> None:
    office.plans("Boris", (10, 20))
    with pytest.raises(Refusal) as refused:
        office.plans(who, days, deputy)
    assert refused.value.kind == kind
    office.plans(who, (1, 3), "Kalina")


def test_five_at_a_time(office: Office) -> None:
    for week in range(5):
        office.plans("Boris", (week * 7, week * 7 + 1))
    with pytest.raises(Refusal, match="too_many_holidays"):
        office.plans("Boris", (80, 81))


def test_only_oneself_and_who_invites_staff(office: Office) -> None:
    office.plans("Li", (0, 3), by="Olga")
    for name in ("Kalina", "Vera", "Li", "Petar"):
        with pytest.raises(Forbidden):
            office.plans("Boris", (0, 3), by=name)
    with pytest.raises(Forbidden):
        change_own_hours(office.desk("Boris"), 0, (0,), None, office["Kalina"].id)
    with pytest.raises(NotFound):
        take_back_holiday(office.desk("Boris"), office["Boris"].id, 0, MONDAY)


def test_whoever_stands_in_is_told_and_told_when_it_is_off(office: Office) -> None:
    office.plans("Boris", (7, 13), "Kalina", by="Olga")
    assert {one.person.name for one in office.of("stands_in")} == {"Kalina"}
    assert {one.person.name for one in office.of("holiday_entered")} == {"Boris"}
    desk = office.desk("Boris", NOON + timedelta(hours=1))
    take_back_holiday(desk, office["Boris"].id, 1, MONDAY + 7 * DAY)
    office.agency = desk.agency
    assert [one.facts["stands"] for one in office.of("stands_in")] == [True, False]
    assert office.tells("Boris", NOON + 8 * DAY) == ["Boris"]


def test_one_that_has_begun_ends_with_yesterday(office: Office) -> None:
    office.plans("Boris", (0, 13), "Kalina")
    desk = office.desk("Boris", NOON + 5 * DAY)
    take_back_holiday(desk, office["Boris"].id, 1, MONDAY)
    office.agency = desk.agency
    assert office.agency.presence.holidays[str(office["Boris"].id)].planned[0].last == MONDAY + 4 * DAY
    assert office.tells("Boris", NOON + 5 * DAY) == ["Boris"]
    assert mind_holidays(office.desk(at=NOON + 5 * DAY)) == 1
    assert [one.person.name for one in office.of("holiday_over")] == ["Boris"]


def test_the_beginning_and_the_end_are_told_once(office: Office) -> None:
    office.plans("Boris", (7, 13), "Kalina")
    told = [mind_holidays(office.desk(at=NOON + day * DAY)) for day in (6, 7, 7, 8, 13, 14, 14, 15, 40)]
    assert told == [0, 1, 0, 0, 0, 1, 0, 0, 0]
    assert [one.person.name for one in office.of("holiday_handed_over")] == ["Kalina"]
    assert [one.person.name for one in office.of("holiday_over")] == ["Boris"]


def test_no_morning_on_holiday(office: Office) -> None:
    office.plans("Boris", (0, 3), "Kalina")
    greet_colleagues(office.desk(at=datetime(2027, 3, 1, 7, tzinfo=UTC)))
    assert "Boris" not in {one.person.name for one in office.of("morning")}


def test_clients_and_lists_know_who_stands_in(office: Office) -> None:
    office.plans("Boris", (0, 3), "Kalina")
    asks = Desk(Actor(office.client.person, client=office.client), NOON, office.papers, office.agency, str)
    found = contact(asks, office.deal)
    assert found is not None
    assert found.name == "Kalina"
    said = ask_agency(asks, "When do we leave?", deal=office.deal.id)
    assert [one.person.name for one in office.of("question")] == ["Kalina"]
    assert (said.how, said.deal) == (Said.QUESTION, office.deal)
    for name, count in (("Kalina", 1), ("Boris", 1), ("Olga", 0)):
        assert deals_at(office.desk(name), "new", mine=True).count == count, name
        assert inbox(office.desk(name), None).waiting.mine == count, name


def test_what_was_written_before_is_passed_on_when_it_is_due(office: Office) -> None:
    office.tells("Boris")
    (notice,) = office.of("deal_assigned")
    office.plans("Boris", (0, 3), "Kalina")
    notice.drop("told to who stands in")
    pass_on(office.desk(), notice)
    assert [one.person.name for one in office.of("deal_assigned")] == ["Boris", "Kalina"]
    _first, second = office.of("deal_assigned")
    desk = office.desk("Boris")
    take_back_holiday(desk, office["Boris"].id, 1, MONDAY)
    office.agency = desk.agency
    second.drop("told to who stands in")
    pass_on(office.desk(), second)
    assert [one.person.name for one in office.of("deal_assigned")] == ["Boris", "Kalina", "Boris"]


def test_what_can_wait_comes_at_ones_own_hours(office: Office) -> None:
    late = datetime(2027, 3, 1, 20, tzinfo=UTC)
    assert office.tells("Boris", late) == ["Boris"]
    office.works("Boris", {"tue": Span(time(10), time(16))})
    office.tells("Boris", late + timedelta(minutes=1))
    at_once, waits = office.of("deal_assigned")
    assert at_once.due_at == late, "nobody has said when he works"
    assert waits.due_at == datetime(2027, 3, 2, 8, tzinfo=UTC)


def test_what_cannot_wait_goes_to_who_is_on_duty(office: Office) -> None:
    office.works("Boris", {"tue": Span(time(10), time(16))})
    facts: dict[str, Any] = {"deal": office.deal.id, "trip": 1, "absent": True, "minutes": None}
    office.desk().notify(office["Boris"].person, ATTENDING, "a", **facts)
    assert [one.person.name for one in office.of("attending")] == ["Kalina"]
    late = datetime(2027, 3, 1, 22, tzinfo=UTC)
    office.desk(at=late).notify(office["Boris"].person, ATTENDING, "b", **facts)
    assert [one.person.name for one in office.of("attending")] == ["Kalina", "Boris"], "nobody works then"
    assert all(one.due_at in (NOON, late) for one in office.of("attending"))


def test_new_questions_go_to_those_on_duty(office: Office) -> None:
    office.works("Kalina", {"mon": Span(time(20), time(23))})
    asks = Desk(
        Actor(Person(77, "Eve", None, Language.ENGLISH, NOON)), NOON, office.papers, office.agency, str
    )
    evening = replace(asks, now=datetime(2027, 3, 1, 19, tzinfo=UTC))
    ask_agency(evening, "Is anybody there?")
    assert {one.person.name for one in office.of("question")} == {"Kalina"}


def test_supervisors_do_not_go_in_circles(office: Office) -> None:
    olga = office.desk("Olga")
    set_supervisor(olga, office["Kalina"].id, office["Boris"].id)
    set_supervisor(olga, office["Boris"].id, office["Petar"].id)
    for above in ("Kalina", "Boris", "Petar"):
        with pytest.raises(Refusal, match="supervises_already"):
            set_supervisor(olga, office["Petar"].id, office[above].id)
    with pytest.raises(Forbidden):
        set_supervisor(office.desk("Boris"), office["Vera"].id, office["Boris"].id)
    set_supervisor(olga, office["Kalina"].id, None)
    set_supervisor(olga, office["Petar"].id, office["Kalina"].id)


NOT_PASSED_ON = """
sent_again taken_back documents_renewed poll_not_asked data_copy_for client_import_told
delivered_later
definitions_read definitions_refused invitation_used
stands_in holiday_entered holiday_handed_over holiday_over
group_tied group_not_tied bridge_tested translation_ready
"""
"""For colleagues, and nobody else's: it answers what they did themselves, or is about their own time."""


def test_every_kind_for_colleagues_says_who_else_can_take_care_of_it() -> None:
    """Whatever is declared for colleagues is passed on while they are away, or named here."""
    for_staff = {str(kind) for kind in KINDS.values() if kind.for_staff}
    passed_on = {str(kind) for kind in KINDS.values() if kind.is_passed_on}
    assert passed_on <= for_staff
    assert for_staff - passed_on == {*NOT_PASSED_ON.split()}


DAYS = st.integers(0, 9)
HOLIDAY = st.builds(
    lambda first, length, deputy: Holiday(MONDAY + first * DAY, MONDAY + (first + length) * DAY, deputy),
    DAYS,
    st.integers(0, 5),
    st.none() | st.integers(1, len(STAFF)),
)
HOUR = st.integers(0, 23)
PLANS = st.fixed_dictionaries({name: st.lists(HOLIDAY, max_size=2) for name in STAFF})
PASSED_ON = sorted(kind for kind in KINDS.values() if kind.is_passed_on)


@settings(max_examples=150, deadline=None)
@given(
    plans=PLANS,
    supervisors=st.fixed_dictionaries({name: st.none() | st.integers(1, len(STAFF)) for name in STAFF}),
    left=st.sets(st.sampled_from(["Kalina", "Petar", "Vera"])),
    who=st.sampled_from([*STAFF]),
    kind=st.sampled_from(PASSED_ON),
    branch=st.none() | st.integers(1, 2),
    day=DAYS,
    hour=HOUR,
    works=st.dictionaries(st.sampled_from([*STAFF]), st.sampled_from(["mon", "wed", "sat"]), max_size=3),
)
def test_everything_due_is_told_to_exactly_one_who_is_there(
    plans: dict[str, list[Holiday]],
    supervisors: dict[str, int | None],
    left: set[str],
    who: str,
    kind: str,
    branch: int | None,
    day: int,
    hour: int,
    works: dict[str, str],
) -> None:
    office = Office()
    office.deal.branch = branch
    for name, planned in plans.items():
        office.settles(name, Holidays(tuple(planned)))
        office[name].supervisor = supervisors[name]
    for name in left - {who}:
        office[name].left_at = LONG_AGO
    for name, weekday in works.items():
        office.works(name, {weekday: Span(time(10), time(16))})
    at = datetime(2027, 3, 1, hour, tzinfo=UTC) + day * DAY
    office.desk(at=at).notify(office[who].person, KINDS[kind], "x", deal=office.deal.id)
    (notice,) = office.told()
    hears = next(one for one in office.staff.values() if one.person is notice.person)
    presence, right = office.agency.presence, KINDS[kind].right
    assert right is not None
    assert notice.due_at >= at
    assert hears.active
    if hears is not office[who]:
        assert presence.is_there(hears, notice.due_at)
        assert hears.may(right)
        assert hears.sees(branch)
        assert notice.facts["stands_for"] == office[who].id
    elif not presence.is_there(hears, notice.due_at):
        others = [one for one in office.staff.values() if one is not hears and one.may(right)]
        waits = [one for one in others if one.sees(branch) and presence.is_there(one, notice.due_at)]
        assert not waits, f"{waits[0].name} is there"

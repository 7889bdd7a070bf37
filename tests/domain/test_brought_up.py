"""What nobody took and nobody answered is brought up again, to one after the other, and at last to the owners."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.inquiries import Inquiry, InquiryKind, Wish
from domain.entities.interactions import Interaction, Said
from domain.entities.notices import Notice
from domain.entities.people import Person, Role, StaffMember
from domain.notices.reminders import INQUIRY_WAITS, QUESTION_WAITS
from domain.ports.desk import Actor, Desk
from domain.queries.late import late_inquiries, unanswered_questions
from domain.usecases.clients.messages import answer_question, ask_agency, note_call
from domain.usecases.inquiries.intake import Introduction, ask_for_tour, take_charge
from domain.usecases.reminders.acting import needs_no_answer
from domain.usecases.reminders.waiting import bring_up_inquiries, bring_up_questions
from domain.values.language import Language
from tests.domain.one_deal import AGENCY
from tests.memory import memory
from tests.memory.shelf import Things

MONDAY = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
"""Noon in Sofia, where the office is open from nine to six."""
HOUR = timedelta(hours=1)
ROME = Wish(InquiryKind.INDIVIDUAL, "Rome", None, 2)


class Office:
    """An owner, two managers, and Anna who asks."""

    def __init__(self) -> None:
        self.things = Things()
        self.papers = memory(self.things)
        names = ("Olga", Role.OWNER), ("Boris", Role.MANAGER), ("Kalina", Role.OPERATOR)
        self.olga, self.boris, self.kalina = (
            StaffMember(_person(place, name), name, role, MONDAY)
            for place, (name, role) in enumerate(names, 1)
        )
        for member in (self.olga, self.boris, self.kalina):
            self.papers.staff.add(member)
        self.anna = Client("Anna", None, MONDAY, _person(9, "Anna"))
        self.papers.clients.add(self.anna)
        self.papers.flush()

    def desk(self, now: datetime, by: StaffMember | None = None) -> Desk:
        """Anna's, a colleague's."""
        who = Actor(by.person, by) if by else Actor(self.anna.person, client=self.anna)
        return Desk(who, now, self.papers, AGENCY, lambda: "token")

    def ask(self, now: datetime = MONDAY) -> Inquiry:
        return ask_for_tour(self.desk(now), ROME, Introduction("Anna"))

    def question(self, now: datetime = MONDAY) -> Interaction:
        return ask_agency(self.desk(now), "Are there seats?")

    def hears(self, now: datetime) -> list[str]:
        """Who is asked then."""
        before = len(self.things.of(Notice))
        desk = Desk(Actor(), now, self.papers, AGENCY, lambda: "token")
        while bring_up_inquiries(desk) or bring_up_questions(desk):
            pass
        new = self.things.of(Notice)[before:]
        assert {one.kind for one in new} <= {INQUIRY_WAITS, QUESTION_WAITS}
        return [one.person.name for one in new]


def _person(number: int, name: str) -> Person:
    return Person(number, name, None, Language.ENGLISH, MONDAY)


def test_an_inquiry_goes_to_the_next_one_and_at_last_to_the_owner() -> None:
    office = Office()
    office.ask()
    assert office.hears(MONDAY + 4 * HOUR - timedelta(minutes=1)) == []
    assert office.hears(MONDAY + 4 * HOUR) == ["Boris"]
    assert office.hears(MONDAY + 5 * HOUR) == []
    tuesday = MONDAY + 21 * HOUR  # nine in the morning: four hours later the office was closed
    assert office.hears(tuesday) == ["Kalina"]
    assert office.hears(tuesday + 4 * HOUR) == ["Olga"]
    assert office.hears(tuesday + 400 * HOUR) == []


def test_what_is_taken_is_not_brought_up() -> None:
    office = Office()
    inquiry = office.ask()
    assert len(late_inquiries(office.desk(MONDAY + 5 * HOUR, office.boris))) == 1
    take_charge(office.desk(MONDAY + HOUR, office.boris), inquiry.id)
    assert office.hears(MONDAY + 4 * HOUR) == []
    assert inquiry.bring_up_at is None
    assert late_inquiries(office.desk(MONDAY + 5 * HOUR, office.boris)) == []


def test_what_came_on_a_friday_evening_is_brought_up_on_monday() -> None:
    office, friday = Office(), MONDAY + timedelta(days=4, hours=3)
    office.ask(friday)
    assert office.hears(friday + 12 * HOUR) == []
    assert office.hears(MONDAY + timedelta(days=7) - 3 * HOUR) == ["Boris"]


def test_a_question_is_passed_on_twice() -> None:
    office = Office()
    office.question()
    assert office.hears(MONDAY + 4 * HOUR) == ["Olga", "Boris", "Kalina"]
    assert office.hears(MONDAY + 21 * HOUR) == ["Olga", "Boris", "Kalina"]
    assert office.hears(MONDAY + 400 * HOUR) == []


ENDS: tuple[Callable[[Desk, Interaction], object], ...] = (
    lambda desk, said: answer_question(desk, said.id, "Yes"),
    lambda desk, said: note_call(desk, said.client.id, "Called"),
    lambda desk, said: needs_no_answer(desk, said.id),
)


@pytest.mark.parametrize("end", ENDS)
def test_an_answer_a_call_or_a_word_that_it_needs_none_ends_it(
    end: Callable[[Desk, Interaction], object],
) -> None:
    office = Office()
    said = office.question()
    desk = office.desk(MONDAY + HOUR, office.boris)
    assert list(unanswered_questions(desk)) == [said]
    end(desk, said)
    assert list(unanswered_questions(desk)) == []
    assert office.hears(MONDAY + 4 * HOUR) == []


def test_what_a_colleague_wrote_down_is_no_question_to_us() -> None:
    office = Office()
    office.papers.interactions.add(Interaction(office.anna, Said.QUESTION, "Rome?", MONDAY, office.boris))
    office.papers.flush()
    assert list(unanswered_questions(office.desk(MONDAY + HOUR, office.boris))) == []

"""Conversations: who waits for whom, who has it, and what colleagues do at the same moment."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.entities.clients import Client
from domain.entities.conversations import Conversation, Queue, Waits
from domain.entities.inquiries import InquiryKind, Wish
from domain.entities.notes import NoteKind
from domain.entities.notices import Notice
from domain.entities.people import Person, Role, StaffMember
from domain.notices.clients import QUESTION
from domain.notices.conversations import CONVERSATION_GIVEN
from domain.ports.desk import Actor, Desk
from domain.queries.answering import SeenBefore, meanwhile
from domain.queries.conversations import Shown, inbox, to_answer, who_can_answer
from domain.usecases.clients.merging import merge_clients, take_apart
from domain.usecases.clients.messages import answer_question, ask_agency, note_call, take_back
from domain.usecases.conversations.answering import answer_conversation
from domain.usecases.conversations.holding import hand_over, let_rest, take
from domain.usecases.inquiries.intake import Introduction, ask_for_tour, close_inquiry, take_charge
from domain.usecases.interactions.noting import call_it, note_down
from domain.usecases.staff.releasing import release
from domain.values.language import Language
from domain.values.refusals import Refusal
from tests.domain.one_deal import AGENCY
from tests.memory import memory
from tests.memory.shelf import Things

MONDAY = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
"""Noon in Sofia, where the office is open from nine to six."""
MINUTE = timedelta(minutes=1)
ROME = Wish(InquiryKind.INDIVIDUAL, "Rome", None, 2)


class Office:
    """An owner, a manager, an operator, and two clients, Anna and Mei."""

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
        self.anna, self.mei = (Client(name, None, MONDAY, _person(8, name)) for name in ("Anna", "Mei"))
        for client in (self.anna, self.mei):
            self.papers.clients.add(client)
        self.papers.flush()

    def desk(self, now: datetime, by: StaffMember | Client | None = None) -> Desk:
        """The agency's own, a colleague's, a client's."""
        who = Actor()
        if isinstance(by, StaffMember):
            who = Actor(by.person, by)
        elif by is not None:
            who = Actor(by.person, client=by)
        return Desk(who, now, self.papers, AGENCY, lambda: "token")

    def asks(self, now: datetime = MONDAY, text: str = "Are there seats?") -> int:
        return ask_agency(self.desk(now, self.anna), text).id

    def of(self, client: Client) -> Conversation:
        found = self.papers.conversations.of(client)
        assert found is not None
        return found


def _person(number: int, name: str) -> Person:
    return Person(number, name, None, Language.ENGLISH, MONDAY)


def test_a_question_waits_for_us_and_its_answer_for_the_client() -> None:
    office = Office()
    question = office.asks()
    assert (office.of(office.anna).waits, office.of(office.anna).holder) == (Waits.FOR_US, None)
    answer_question(office.desk(MONDAY + MINUTE, office.boris), question, "Two.")
    found = office.of(office.anna)
    assert (found.waits, found.since, found.words) == (Waits.FOR_CLIENT, MONDAY + MINUTE, "Two.")
    assert (found.holder, found.due_at, found.alarm_at) == (office.boris, None, None)
    office.asks(MONDAY + 3 * MINUTE)
    assert (office.of(office.anna).waits, office.of(office.anna).holder) == (Waits.FOR_US, office.boris)
    note_call(office.desk(MONDAY + 4 * MINUTE, office.kalina), office.anna.id, "Told her on the phone")
    assert office.of(office.anna).waits is Waits.FOR_NOBODY


def test_the_time_counts_from_the_last_word_but_whoever_asks_again_is_not_put_off() -> None:
    office = Office()
    office.asks()
    office.asks(MONDAY + 2 * MINUTE, "And balconies?")
    assert (office.of(office.anna).since, office.of(office.anna).due_at) == (
        MONDAY + 2 * MINUTE,
        MONDAY + 7 * MINUTE,
    )
    office.asks(MONDAY + 5 * MINUTE, "Hello?")
    found = office.of(office.anna)
    assert (found.words, found.due_at) == ("Hello?", MONDAY + 7 * MINUTE)


def test_a_talk_ends_the_wait_and_a_call_nobody_answered_does_not() -> None:
    office = Office()
    office.asks()
    boris = office.desk(MONDAY + MINUTE, office.boris)
    call = note_down(boris, office.anna.id, "Rang")
    call_it(boris, call.id, NoteKind.NO_ANSWER)
    assert office.of(office.anna).waits is Waits.FOR_US
    call_it(boris, call.id, NoteKind.CALL_OUT)
    assert office.of(office.anna).waits is Waits.FOR_NOBODY
    call_it(office.desk(MONDAY + 2 * MINUTE, office.boris), call.id, NoteKind.NO_ANSWER)
    found = office.of(office.anna)
    assert (found.waits, found.since, found.due_at) == (Waits.FOR_US, MONDAY, MONDAY + 5 * MINUTE)
    call_it(boris, call.id, NoteKind.MEETING)
    answer_conversation(office.desk(MONDAY + 3 * MINUTE, office.boris), office.anna.id, "See you!")
    call_it(boris, call.id, NoteKind.NO_ANSWER)
    assert office.of(office.anna).waits is not Waits.FOR_US


def test_an_inquiry_waits_until_whoever_took_it_has_answered() -> None:
    office = Office()
    wish = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    assert (office.of(office.anna).queue, office.of(office.anna).holder) == (Queue.INQUIRIES, None)
    take_charge(office.desk(MONDAY + MINUTE, office.kalina), wish.id)
    found = office.of(office.anna)
    assert (found.waits, found.taken_by, found.since) == (Waits.FOR_US, office.kalina, MONDAY)
    answer_conversation(office.desk(MONDAY + 2 * MINUTE, office.kalina), office.anna.id, "Hello!")
    assert office.of(office.anna).waits is Waits.FOR_CLIENT


def test_a_closed_inquiry_waits_no_more_but_a_question_does() -> None:
    office = Office()
    wish = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    close_inquiry(office.desk(MONDAY, office.boris), wish.id, "no seats")
    assert office.of(office.anna).waits is Waits.FOR_NOBODY
    other = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    office.asks()
    close_inquiry(office.desk(MONDAY, office.boris), other.id, "no seats")
    assert office.of(office.anna).waits is Waits.FOR_US


def test_what_is_taken_back_waits_no_more_and_what_was_asked_before_does() -> None:
    office = Office()
    first = office.asks()
    second = office.asks(MONDAY + MINUTE / 2, "Nonsense")
    take_back(office.desk(MONDAY + MINUTE, office.anna), second)
    assert (office.of(office.anna).question, office.of(office.anna).words) == (first, "Are there seats?")
    take_back(office.desk(MONDAY + MINUTE, office.anna), first)
    assert office.of(office.anna).waits is Waits.FOR_NOBODY


def test_one_at_a_time_has_it_and_the_second_learns_who() -> None:
    office = Office()
    wish = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    boris, kalina = office.desk(MONDAY, office.boris), office.desk(MONDAY, office.kalina)
    take(boris, office.anna.id)
    assert (office.of(office.anna).taken_by, wish.taken_by) == (office.boris, office.boris)
    with pytest.raises(Refusal, match="conversation_taken") as why:
        take(kalina, office.anna.id)
    assert why.value.facts["by"] == "Boris"
    take(kalina, office.anna.id, over=office.boris.id)
    assert office.of(office.anna).taken_by is office.kalina


def test_what_else_the_client_writes_goes_to_whoever_has_taken_it() -> None:
    office = Office()
    office.asks()
    assert _heard(office, QUESTION) == ["Olga", "Boris", "Kalina"]
    take(office.desk(MONDAY, office.kalina), office.anna.id)
    office.asks(MONDAY + MINUTE, "And balconies?")
    assert _heard(office, QUESTION)[3:] == ["Kalina"]
    office.anna.responsible = office.boris
    office.asks(MONDAY + MINUTE, "And a pool?")
    assert _heard(office, QUESTION)[4:] == ["Boris", "Kalina"]


def test_who_gets_it_handed_over_is_told_and_the_clock_goes_on() -> None:
    office = Office()
    office.asks()
    due = office.of(office.anna).due_at
    able = who_can_answer(office.desk(MONDAY, office.boris), office.anna.id).able
    assert able == [office.kalina, office.olga]
    hand_over(office.desk(MONDAY + MINUTE, office.boris), office.anna.id, office.kalina.id)
    assert (office.of(office.anna).taken_by, office.of(office.anna).due_at) == (office.kalina, due)
    assert _heard(office, CONVERSATION_GIVEN) == ["Kalina"]
    office.kalina.role = Role.GUIDE
    with pytest.raises(Refusal, match="cannot_answer"):
        hand_over(office.desk(MONDAY, office.boris), office.anna.id, office.kalina.id)


def _heard(office: Office, kind: str) -> list[str]:
    return [one.person.name for one in office.things.of(Notice) if one.kind == kind]


def test_the_inbox_tells_mine_from_nobodys_and_from_what_waits_for_clients() -> None:
    office = Office()
    office.asks()
    ask_agency(office.desk(MONDAY + MINUTE, office.mei), "And me?")
    take(office.desk(MONDAY, office.boris), office.mei.id)
    boris = office.desk(MONDAY + MINUTE, office.boris)
    assert [one.client for one in inbox(boris, None).conversations] == [office.mei]
    assert [one.client for one in inbox(boris, Shown.NOBODYS).conversations] == [office.anna]
    assert [one.client for one in inbox(boris, Shown.ALL).conversations] == [office.anna, office.mei]
    found = to_answer(boris)
    assert found is not None
    assert (found.count, found.since) == (2, MONDAY)
    let_rest(boris, office.mei.id, Waits.FOR_CLIENT)
    assert [one.client for one in inbox(boris, Shown.CLIENTS).conversations] == [office.mei]
    assert inbox(boris, None).shown is Shown.NOBODYS
    with pytest.raises(Refusal, match="nobody_waits"):
        take(boris, office.mei.id)


def test_whoever_writes_is_told_what_a_colleague_did_meanwhile_and_nothing_of_themselves() -> None:
    office = Office()
    question = office.asks()
    take(office.desk(MONDAY, office.boris), office.anna.id)
    kalina, boris = office.desk(MONDAY, office.kalina), office.desk(MONDAY, office.boris)
    seen = SeenBefore(question)
    assert meanwhile(kalina, office.anna.id, seen).taken_by is office.boris
    assert not meanwhile(kalina, office.anna.id, SeenBefore(question, office.boris.id))
    assert not meanwhile(boris, office.anna.id, seen)
    answer_question(boris, question, "Two.")
    assert [one.text for one in meanwhile(kalina, office.anna.id, seen).answers] == ["Two."]
    assert not meanwhile(boris, office.anna.id, seen)


def test_of_two_files_that_become_one_the_older_wait_goes_on_and_both_wait_again_when_apart() -> None:
    office = Office()
    office.asks()
    ask_agency(office.desk(MONDAY + MINUTE, office.mei), "And me?")
    merge = merge_clients(office.desk(MONDAY + 2 * MINUTE, office.boris), office.anna.id, office.mei.id)
    assert (office.of(office.mei).since, office.papers.conversations.of(office.anna)) == (MONDAY, None)
    take_apart(office.desk(MONDAY + 3 * MINUTE, office.boris), merge.id)
    assert (office.of(office.anna).since, office.of(office.mei).words) == (MONDAY, "And me?")


def test_whoever_leaves_lets_go_of_it_and_it_waits_as_long_as_it_has() -> None:
    office = Office()
    office.asks()
    take(office.desk(MONDAY, office.boris), office.anna.id)
    office.boris.left_at = MONDAY + MINUTE
    release(office.desk(MONDAY + MINUTE, office.olga), office.boris)
    found = office.of(office.anna)
    assert (found.holder, found.since, found.due_at) == (None, MONDAY, MONDAY + 5 * MINUTE)


@pytest.mark.parametrize("how", ["rests", "talks", "answers"])
def test_what_a_client_asked_another_branch_waits_on_there(how: str) -> None:
    office = Office()
    hers = office.desk(MONDAY, office.anna)
    theirs, ours = (ask_for_tour(hers, ROME, Introduction("Anna")) for _ in range(2))
    theirs.branch, ours.branch, office.boris.branch = 2, 1, 1
    asked = ask_agency(hers, "Is Rome warm?", inquiry=theirs.id)
    anything = ask_agency(office.desk(MONDAY + MINUTE, office.anna), "Is it far?", inquiry=ours.id)
    later = office.desk(MONDAY + 2 * MINUTE, office.boris)
    if how == "rests":
        let_rest(later, office.anna.id, Waits.FOR_NOBODY)
    elif how == "talks":
        call_it(later, note_down(later, office.anna.id, "We talked.", ours.id).id, NoteKind.MEETING)
    else:
        answer_question(later, anything.id, "Two hours.")
    assert (asked.waits, anything.waits) == (True, False)
    held = office.papers.conversations.held(office.anna)
    assert held is not None
    assert (held.waits, held.question) == (Waits.FOR_US, asked.id)

"""Who sees to a conversation sees to what it is about, and the other way round, whichever of both changes hands."""

import pytest

from domain.entities.notes import NoteKind
from domain.entities.notices import Notice
from domain.entities.people import Role
from domain.usecases.clients.facts import change_fact
from domain.usecases.clients.messages import answer_question, ask_agency, note_call
from domain.usecases.conversations.answering import answer_conversation
from domain.usecases.conversations.holding import hand_over, take
from domain.usecases.deals.booking import Booking, TailorMade, open_deal
from domain.usecases.inquiries.intake import Caller, Introduction, ask_for_tour, take_charge
from domain.usecases.interactions.noting import call_it, note_down
from domain.usecases.staff.handover import succeed
from domain.usecases.staff.staffing import change_role
from domain.values.translated import Translated
from tests.domain.test_conversations import MINUTE, MONDAY, ROME, Office
from tests.things import eur


def test_the_inquiry_goes_along_whoever_had_it_and_each_is_told_once() -> None:
    office = Office()
    wish = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    other = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    for one, member in ((wish, office.boris), (other, office.olga)):
        take_charge(office.desk(MONDAY, member), one.id)
    ask_agency(office.desk(MONDAY + MINUTE, office.anna), "Is it warm?", inquiry=wish.id)
    told = len(office.things.of(Notice))
    hand_over(office.desk(MONDAY + MINUTE, office.olga), office.anna.id, office.kalina.id)
    assert (wish.taken_by, other.taken_by) == (office.kalina, office.olga)
    assert [one.person.name for one in office.things.of(Notice)[told:]] == ["Boris", "Kalina"]
    take(office.desk(MONDAY + MINUTE, office.boris), office.anna.id, over=office.kalina.id)
    assert wish.taken_by is office.boris
    take_charge(office.desk(MONDAY + 2 * MINUTE, office.olga), wish.id, office.kalina.id)
    assert office.of(office.anna).taken_by is office.kalina, "and the other way round"


@pytest.mark.parametrize("how", ["answers", "calls", "talks"])
def test_whoever_answers_what_nobody_has_taken_has_taken_it(how: str) -> None:
    office = Office()
    wish = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    kalina = office.desk(MONDAY, office.kalina)
    if how == "answers":
        answer_conversation(kalina, office.anna.id, "Hello!")
    elif how == "calls":
        note_call(kalina, office.anna.id, "Told her", wish.id)
    else:
        call_it(kalina, note_down(kalina, office.anna.id, "Met her", wish.id).id, NoteKind.MEETING)
    assert wish.taken_by is office.kalina
    answer_conversation(office.desk(MONDAY, office.boris), office.anna.id, "Hello from me, too!")
    assert wish.taken_by is office.kalina


def test_an_inquiry_nobody_has_taken_waits_on_when_something_else_is_answered() -> None:
    office = Office()
    question = office.asks()
    wish = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    asked = ask_agency(office.desk(MONDAY + MINUTE, office.anna), "And balconies?")
    asked.inquiry = None
    later = office.desk(MONDAY + 9 * MINUTE, office.boris)
    answer_question(later, question, "Two.")
    found = office.of(office.anna)
    assert (found.waits_for_us, found.inquiry, found.holder, found.since) == (True, wish.id, None, MONDAY)
    assert found.alarm_at == MONDAY + 14 * MINUTE, "and nobody hears of it at once"
    answer_conversation(later, office.anna.id, "Rome it is.")
    assert (found.waits_for_us, wish.taken_by) == (False, office.boris)


def test_what_waits_goes_along_with_the_client_but_not_from_whoever_has_taken_it() -> None:
    office = Office()
    office.anna.responsible = office.boris
    office.asks()
    change_fact(office.desk(MONDAY, office.olga), office.anna.id, "responsible", office.kalina.id)
    assert office.of(office.anna).holder is office.kalina
    take(office.desk(MONDAY, office.olga), office.anna.id)
    change_fact(office.desk(MONDAY, office.olga), office.anna.id, "responsible", office.boris.id)
    assert office.of(office.anna).holder is office.olga


def test_what_is_asked_about_an_inquiry_is_asked_about_its_deal_and_waits_for_who_leads_it() -> None:
    office = Office()
    wish = ask_for_tour(office.desk(MONDAY, office.anna), ROME, Introduction("Anna"))
    take_charge(office.desk(MONDAY, office.boris), wish.id)
    ask_agency(office.desk(MONDAY, office.anna), "Is it warm?", inquiry=wish.id)
    journey = TailorMade(Translated("Rome"), eur(900), eur(90))
    caller = Caller("Anna", client=office.anna.id)
    desk = office.desk(MONDAY + MINUTE, office.boris)
    deal = open_deal(desk, Booking(caller, journey, 2, office.kalina.id, wish.id))
    found = office.of(office.anna)
    assert (found.waits_for_us, found.deal, found.holder) == (True, deal.id, office.kalina)


def test_who_becomes_a_guide_or_goes_elsewhere_has_nothing_any_more_and_whoever_keeps_their_clients_does() -> (
    None
):
    office = Office()
    office.anna.responsible = office.boris
    office.asks()
    assert office.of(office.anna).holder is office.boris
    change_role(office.desk(MONDAY, office.olga), office.boris.id, Role.GUIDE)
    assert office.of(office.anna).holder is None
    succeed(office.desk(MONDAY, office.olga), office.boris.id, office.kalina.id)
    assert office.of(office.anna).holder is office.kalina

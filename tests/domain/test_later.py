"""A message written now goes out later: once, at a decent hour, in its author's name, and not past what changed meanwhile."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.entities.interactions import Interaction, Said
from domain.entities.later_messages import Held
from domain.entities.notices import Notice
from domain.entities.people import Role
from domain.notices.clients import ANSWER
from domain.notices.later import LATER_HELD
from domain.ports.desk import Actor, Desk
from domain.usecases.later.sending import send_later_messages
from domain.usecases.later.writing import (
    change_later,
    move_later,
    send_later_now,
    take_back_later,
    write_later,
)
from domain.values.refusals import Forbidden, Refusal
from tests.domain.test_settling import Office

IN_TWO_HOURS = timedelta(hours=2)


@pytest.fixture
def office() -> Office:
    office = Office()
    office.anna.person = office.person("Anna")
    return office


def at(office: Office, moment: datetime) -> Desk:
    return replace(office.desk, actor=Actor(), now=moment)


def sent(office: Office) -> list[str]:
    return [one.person.name for one in office.things.of(Notice) if one.kind == ANSWER]


def test_it_is_sent_once_in_the_name_of_its_author_also_when_the_clock_goes_back(office: Office) -> None:
    desk = office.desk
    one = write_later(desk, office.anna.id, "see you", desk.now + IN_TWO_HOURS)
    office.boris.left_at = desk.now
    assert send_later_messages(at(office, one.due_at - timedelta(seconds=1))) == 0
    assert send_later_messages(at(office, one.due_at)) == 1
    for moment in (one.due_at, desk.now, one.due_at + IN_TWO_HOURS):
        assert send_later_messages(at(office, moment)) == 0
    assert sent(office) == ["Anna"]
    assert [said.staff for said in office.records.interactions.of(office.anna)] == [office.boris]
    with pytest.raises(Refusal, match="later_gone"):
        take_back_later(office.by(office.olga), one.id)


def test_it_goes_at_a_decent_hour_where_the_client_is_and_never_into_the_past(office: Office) -> None:
    assert office.anna.person is not None
    office.anna.person.zone = "Asia/Shanghai"
    desk, night = office.desk, datetime(2027, 3, 3, 20, tzinfo=UTC)
    one = write_later(desk, office.anna.id, "see you", night)
    assert one.due_at == datetime(2027, 3, 4, 1, tzinfo=UTC), "nine in the morning there"
    with pytest.raises(Refusal, match="in_the_past"):
        move_later(desk, one.id, desk.now)
    with pytest.raises(Refusal, match="later_too_far"):
        move_later(desk, one.id, desk.now + timedelta(days=400))
    with pytest.raises(Forbidden):
        change_later(office.at(office.hired("Kalina", Role.OPERATOR)), one.id, "mine")


def test_what_was_cancelled_meanwhile_waits_for_its_author(office: Office) -> None:
    desk = office.desk
    about = office.deal(office.anna, trip=office.trip())
    one = write_later(desk, office.anna.id, "see you", desk.now + IN_TWO_HOURS, deal=about.id)
    about.lose("ill", desk.now)
    assert send_later_messages(at(office, one.due_at)) == 1
    assert send_later_messages(at(office, one.due_at)) == 0
    assert (one.held, sent(office), office.told(LATER_HELD)) == (Held.OVER, [], ["Boris"])
    send_later_now(desk, one.id)
    assert (one.waits, sent(office)) == (False, ["Anna"])


def test_who_cannot_be_reached_is_told_to_its_author_and_it_may_be_taken_back(office: Office) -> None:
    desk = office.desk
    one = write_later(desk, office.anna.id, "see you", desk.now + IN_TWO_HOURS)
    office.anna.person = None
    send_later_messages(at(office, one.due_at))
    assert (one.held, office.told(LATER_HELD)) == (Held.UNREACHABLE, ["Boris"])
    take_back_later(desk, one.id)
    assert send_later_messages(at(office, one.due_at)) == 0


def test_of_an_author_who_has_left_whoever_leads_the_deal_decides(office: Office) -> None:
    kalina, nina = (office.hired(name, Role.OPERATOR) for name in ("Kalina", "Nina"))
    about = office.deal(office.anna, trip=office.trip(), responsible=kalina)
    one = write_later(office.desk, office.anna.id, "see you", office.desk.now + IN_TWO_HOURS, deal=about.id)
    with pytest.raises(Forbidden):
        change_later(office.by(kalina), one.id, "till then")
    about.lose("ill", office.desk.now)
    office.boris.left_at = office.desk.now
    send_later_messages(at(office, one.due_at))
    assert office.told(LATER_HELD) == ["Kalina"]
    with pytest.raises(Forbidden):
        send_later_now(office.by(nina), one.id)
    send_later_now(office.by(kalina), one.id)
    assert [said.staff for said in office.records.interactions.of(office.anna)] == [office.boris]


def test_a_question_that_came_after_it_was_written_still_waits(office: Office) -> None:
    desk = office.desk
    before, since = (
        Interaction(office.anna, Said.QUESTION, "when?", desk.now + timedelta(minutes=minutes))
        for minutes in (-5, 5)
    )
    office.records.interactions.add(before)
    one = write_later(desk, office.anna.id, "at nine", desk.now + IN_TWO_HOURS)
    office.records.interactions.add(since)
    send_later_messages(at(office, one.due_at))
    assert (before.waits, since.waits) == (False, True)

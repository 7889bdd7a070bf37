"""Whoever looks after a client hears what is about them, as long as nobody leads what it is about and they can answer."""

from collections.abc import Callable

import pytest

from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.merging import Why
from domain.entities.notices import Notice, NoticeKind
from domain.entities.people import Role, StaffMember
from domain.notices.clients import QUESTION, SAME_PERSON
from domain.notices.conversations import ANSWER_LATE
from domain.queries.messages import addressees_of_mine
from domain.usecases.clients.messages import ask_agency
from domain.usecases.clients.noticing import notice_same
from domain.usecases.conversations.alarms import sound_alarms
from domain.usecases.conversations.moving import inquiry_came
from tests.domain.test_merging import Agency


class Kept(Agency):
    """Boris and Kalina answer clients; Rosa is Kalina's."""

    def __init__(self) -> None:
        super().__init__()
        self.kalina = self.hired("Kalina", Role.OPERATOR)
        self.home = self.person("Rosa")
        self.rosa = self.file("Rosa", None, self.home)
        self.rosa.responsible = self.kalina
        self.records.flush()

    def told(self, kind: NoticeKind) -> list[str]:
        notices = self.records.notices
        found: list[tuple[StaffMember, Notice]] = [
            (one, notice)
            for one in (self.boris, self.kalina)
            for notice in notices.undelivered_to(one.person)
            if notice.kind == kind
        ]
        return [one.name for one, _notice in found]


def test_a_question_goes_to_whose_the_client_is_who_hears_when_it_turns_red() -> None:
    agency = Kept()
    said = ask_agency(agency.in_chat(agency.home, agency.rosa), "Is there a pool?")
    assert agency.told(QUESTION) == ["Kalina"]
    theirs = addressees_of_mine(agency.in_chat(agency.home, agency.rosa), said.id)
    assert [one.name for one in theirs] == ["Kalina"], "the client reads the same name"

    _turns_red(agency)
    assert agency.told(ANSWER_LATE) == ["Kalina"]


def _leads(agency: Kept) -> None:
    agency.deal(agency.rosa, responsible=agency.boris)


def _left(agency: Kept) -> None:
    agency.kalina.left_at = agency.desk.now


def _cannot_be_reached(agency: Kept) -> None:
    agency.kalina.person.unreachable_since = agency.desk.now


def _guides(agency: Kept) -> None:
    agency.kalina.role = Role.GUIDE


@pytest.mark.parametrize(
    ("meanwhile", "hear"),
    [(_leads, "Boris"), (_left, "Boris"), (_cannot_be_reached, "Boris Kalina"), (_guides, "Boris")],
)
def test_it_goes_to_who_leads_the_deal_or_to_all_when_they_cannot_take_it(
    meanwhile: Callable[[Kept], None], hear: str
) -> None:
    agency = Kept()
    meanwhile(agency)
    ask_agency(agency.in_chat(agency.home, agency.rosa), "Is there a pool?")
    assert agency.told(QUESTION) == hear.split()


def test_of_a_second_file_and_first_of_an_inquiry_nobody_took() -> None:
    agency = Kept()
    notice_same(agency.at(agency.boris), agency.file("Ruza"), agency.rosa, Why.PHONE)
    assert agency.told(SAME_PERSON) == ["Kalina"]

    asked = Inquiry(agency.rosa, Channel.CHAT, InquiryKind.INDIVIDUAL, "Rome", None, 2, agency.desk.now)
    agency.records.inquiries.add(asked)
    agency.records.flush()
    inquiry_came(agency.desk, asked)
    _turns_red(agency)
    assert agency.told(ANSWER_LATE) == ["Kalina"], "though Boris came to us before"


def _turns_red(agency: Kept) -> None:
    found = agency.records.conversations.of(agency.rosa)
    assert found is not None
    agency.desk.now = found.due_at or agency.desk.now
    sound_alarms(agency.desk)

"""What nobody took and nobody answered is brought up again: to the next colleague, and at last to who is above."""

from collections.abc import Sequence

from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction
from domain.entities.people import Right, StaffMember
from domain.notices.reminders import INQUIRY_WAITS, QUESTION_WAITS
from domain.ports.desk import Desk
from domain.queries.addressees import addressees, keeper
from domain.queries.inquiries import takers
from domain.queries.staff import colleagues
from domain.queries.supervisors import above

PORTION = 25


def bring_up_inquiries(desk: Desk) -> int:
    """One portion of those whose time has come; to be called until it says 0. How many it looked at."""
    found = desk.repositories.inquiries.to_bring_up(desk.now, PORTION)
    for inquiry in found:
        if inquiry.waits:
            _bring_up(desk, inquiry)
        else:
            inquiry.bring_up_at = None
    return len(found)


def bring_up_questions(desk: Desk) -> int:
    """The same for questions of clients."""
    found = desk.repositories.interactions.to_bring_up(desk.now, PORTION)
    for question in found:
        if question.waits:
            _ask_again(desk, question)
        else:
            question.bring_up_at = None
    return len(found)


def _bring_up(desk: Desk, inquiry: Inquiry) -> None:
    """To the next in line, first whose the client is; at its end to who is above them, and that is the last time."""
    first = keeper(desk, inquiry.client, inquiry.branch)
    line = sorted(_line(takers(desk, inquiry.branch)), key=lambda one: one not in first)
    turn = inquiry.brought_up
    hear: Sequence[StaffMember] = line[turn : turn + 1] or above(desk, line)
    inquiry.brought_up += 1
    inquiry.bring_up_at = None
    if turn < len(line):
        again = desk.now + desk.agency.timing.inquiry_wait
        inquiry.bring_up_at = desk.agency.hours.next_open(again, desk.agency.zone)
    for member in hear:
        desk.notify(member.person, INQUIRY_WAITS, f"{inquiry.id}:{turn}", inquiry=inquiry.id)
    desk.note("inquiry", inquiry.id, "brought_up", names=[member.name for member in hear])


def _line(able: Sequence[StaffMember]) -> list[StaffMember]:
    """Those whom a message reaches, in the order in which they came to us."""
    return [one for one in sorted(able, key=lambda one: one.id) if one.person.reachable]


def _ask_again(desk: Desk, question: Interaction) -> None:
    """First those whom it was for; then all who may answer, and who is above them; that is the last time."""
    everybody = colleagues(desk, Right.ANSWER_CLIENTS, question.branch)
    first = question.brought_up == 0
    for_whom = addressees(desk, question)
    wanted = (for_whom or everybody) if first else [*everybody, *above(desk, for_whom)]
    question.brought_up += 1
    question.bring_up_at = None
    if first:
        again = desk.now + desk.agency.timing.question_wait
        question.bring_up_at = desk.agency.hours.next_open(again, desk.agency.zone)
    for member in dict.fromkeys(wanted):
        key = f"{question.id}:{question.brought_up}"
        desk.notify(member.person, QUESTION_WAITS, key, interaction=question.id)

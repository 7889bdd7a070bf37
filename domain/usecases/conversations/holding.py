"""Who sees to a conversation: a colleague takes it, gives it to another, or says that nobody need answer."""

from typing import Any

from domain.entities.clients import Client
from domain.entities.conversations import Conversation, Waits
from domain.entities.people import Right, StaffMember
from domain.notices.conversations import CONVERSATION_GIVEN
from domain.ports.desk import Desk
from domain.queries.conversations import client_spoken_with
from domain.usecases.conversations.moving import given_to, other_branch_waits
from domain.usecases.inquiries.charge import goes_to
from domain.usecases.reminders.acting import spoken_with
from domain.values.refusals import NotFound, Refusal


def take(desk: Desk, number: int, over: int | None = None) -> Conversation:
    """What waits with this client is the actor's from now on; so is the inquiry it is about. Twice is fine.

    Who takes it from a colleague says from whom, `over`: as they saw it.
    Raises Forbidden, NotFound, Refusal: nobody_waits, conversation_taken (and by whom).
    """
    found, member = _waiting(desk, number), desk.actor.staff
    had = found.taken_by
    if member is None or had is member:
        return found
    if had is not None and had.id != over:
        raise Refusal("conversation_taken", name=found.client.name, by=had.name)
    _give(desk, found, member)
    return found


def hand_over(desk: Desk, number: int, staff: int) -> Conversation:
    """A colleague sees to it and to the inquiry it is about, and is told; the clock goes on. Twice is fine.

    Raises Forbidden, NotFound, Refusal: nobody_waits, cannot_answer.
    """
    found, member = _waiting(desk, number), desk.repositories.staff.get(staff)
    if not member.may(Right.ANSWER_CLIENTS) or not member.sees(found.branch):
        raise Refusal("cannot_answer", name=member.name)
    if found.taken_by is not member:
        _give(desk, found, member)
    return found


def let_rest(desk: Desk, number: int, waits: Waits) -> Conversation:
    """What the client has written needs no answer, or the next word is theirs. Twice is fine. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = client_spoken_with(desk, number)
    found = _held(desk, client)
    if not found.waits_for_us and found.waits is waits:
        return found
    spoken_with(desk, client)
    found.rest(waits, desk.now)
    other_branch_waits(desk, client)
    rested = "no_answer_needed" if waits is Waits.FOR_NOBODY else "waits_for_client"
    desk.note_within(found.branch, "client", client.id, rested)
    return found


def _waiting(desk: Desk, number: int) -> Conversation:
    desk.must(Right.ANSWER_CLIENTS)
    found = _held(desk, client_spoken_with(desk, number))
    if not found.waits_for_us:
        raise Refusal("nobody_waits", name=found.client.name)
    return found


def _held(desk: Desk, client: Client) -> Conversation:
    found = desk.repositories.conversations.held(client)
    if found is None:
        raise NotFound("no_such_conversation")
    return found


def _give(desk: Desk, found: Conversation, member: StaffMember) -> None:
    had = [found.holder, *_with_inquiries(desk, found, member)]
    given_to(desk, found, member)
    act = "conversation_taken" if member is desk.actor.staff else "conversation_given"
    desk.note_within(found.branch, "client", found.client.id, act, name=member.name)
    key = f"{found.client.id}:{desk.now.isoformat()}"
    facts: dict[str, Any] = {"client": found.client.id, "branch": found.branch, "by": desk.actor.name}
    for one in dict.fromkeys((*had, member)):
        if one is not None and one.active and one is not desk.actor.staff:
            desk.notify(one.person, CONVERSATION_GIVEN, key, **facts, name=member.name)


def _with_inquiries(desk: Desk, found: Conversation, member: StaffMember) -> list[StaffMember | None]:
    """The inquiry it is about goes along, whoever had it, and so does what else nobody has taken; who had them."""
    if not (desk.actor.may(Right.TAKE_INQUIRIES) and member.may(Right.TAKE_INQUIRIES)):
        return []
    had: list[StaffMember | None] = []
    for one in desk.repositories.inquiries.of(found.client, only_open=True):
        if (one.waits or one.id == found.inquiry) and member.sees(one.branch):
            had.append(goes_to(desk, desk.repositories.inquiries.locked(one.id), member))
            found.branch = one.branch if one.id == found.inquiry else found.branch
    return had

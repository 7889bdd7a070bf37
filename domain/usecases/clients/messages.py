"""Talking: questions of clients, answers of the staff, calls that were made. All of it stays on the client's card."""

from datetime import datetime
from typing import Any, TypeVar

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, Said, Sent
from domain.entities.notices import NoticeKind
from domain.entities.people import Person, Right
from domain.notices.clients import ANSWER, QUESTION, SENT_AGAIN, TAKEN_BACK
from domain.ports.desk import Desk
from domain.ports.routing import on_duty_first
from domain.queries.addressees import addressees
from domain.queries.inquiries import inquiry_of_mine
from domain.queries.messages import (
    Topic,
    answered_unseen,
    message_of_mine,
    notice_keys,
    question_of_mine,
    told_of,
    topic_of_mine,
)
from domain.queries.my_deals import mine
from domain.queries.staff import colleagues
from domain.usecases.bridge.asking import translate_for
from domain.usecases.conversations.moving import look_anew, question_came, we_answered
from domain.usecases.inquiries.intake import Introduction, become_client
from domain.usecases.reminders.acting import spoken_with
from domain.usecases.staff_groups.showing import show_change, show_in_topic
from domain.values.refusals import NotFound, Refusal

T = TypeVar("T", Inquiry, Deal)


def ask_agency(
    desk: Desk,
    text: str,
    deal: int | None = None,
    inquiry: int | None = None,
    reply: int | None = None,
    sent: Sent | None = None,
) -> Interaction:
    """A client writes to us or sends something: about a deal or an inquiry of theirs, or in reply to what we wrote.

    When they do not say what it is about, it is what they talked with us about, or the journey that comes next.
    Raises NotFound: not_found for anybody else's.
    """
    topic = _named(desk, deal, inquiry, reply) if deal or inquiry or reply else topic_of_mine(desk)
    replied, about = topic.reply, topic.deal
    client = become_client(desk, Introduction(desk.actor.name))
    question = _said(desk, client, Said.QUESTION, text, None if about else topic.inquiry, about, sent)
    facts: dict[str, Any] = {"interaction": question.id} | ({"reply": replied.id} if replied else {})
    branch = question.branch
    everybody = on_duty_first(desk, colleagues(desk, Right.ANSWER_CLIENTS, branch))
    looks_after = addressees(desk, question, replied)
    readers = question_came(desk, question, looks_after) or everybody
    for member in readers:
        _pass_on(desk, member.person, QUESTION, question, facts)
    translate_for(desk, question, readers)
    return question


def _named(desk: Desk, deal: int | None, inquiry: int | None, reply: int | None) -> Topic:
    answered = message_of_mine(desk, reply) if reply else None
    wish = inquiry_of_mine(desk, inquiry) if inquiry else answered.inquiry if answered else None
    about = mine(desk, deal) if deal else answered.deal if answered else None
    if about is None and wish is not None:
        about = wish.deal
    return Topic(about, wish, answered)


def take_back(desk: Desk, number: int) -> Interaction:
    """A client thinks better of what they sent: it disappears from the colleagues' chats. Twice is fine.

    Raises NotFound: not_found for anybody else's. Refusal: answered_already (by whom), sent_long_ago.
    """
    said = desk.archive.interactions.locked(question_of_mine(desk, number).id)
    if said.taken_back_at is not None:
        return said
    if not said.waits:
        raise Refusal("answered_already", name=_who_answered(desk, said))
    if not said.can_be_taken_back(desk.now):
        raise Refusal("sent_long_ago")
    said.taken_back_at = said.answered_at = desk.now
    look_anew(desk, said.client)
    desk.note_within(said.branch, "client", said.client.id, "taken_back")
    for told in told_of(desk, said):
        desk.notify(told.person, TAKEN_BACK, str(told.id), notice=told.id)
    show_change(desk, said)
    return said


def _who_answered(desk: Desk, said: Interaction) -> str | None:
    """The first name of who has written or phoned since; None when it was somebody's decision that none is needed."""
    later = [one for one in desk.archive.interactions.of(said.client) if one.staff and one.at >= said.at]
    return later[-1].staff.first_name if later and later[-1].staff else None


def show_again(desk: Desk, number: int) -> Interaction:
    """What a client has sent comes once more to the actor, who answers clients.

    Raises Forbidden, NotFound.
    """
    desk.must(Right.ANSWER_CLIENTS)
    said = desk.repositories.interactions.get(number)
    if said.original is None or said.taken_back_at is not None:
        raise NotFound("no_such_interaction")
    desk.notify(desk.actor.person, SENT_AGAIN, f"{number}:{desk.now.isoformat()}", interaction=number)
    return said


def _pass_on(
    desk: Desk, person: Person | None, kind: NoticeKind, said: Interaction, facts: dict[str, Any]
) -> None:
    """In parts, if it is long; the last has the key that a short one has, and the buttons."""
    keys = notice_keys(said)
    for part, key in enumerate(keys):
        told = facts | {"part": part} if keys[1:] else facts
        desk.notify(person, kind, key, **told)


def answer_question(
    desk: Desk, number: int, text: str, sent: Sent | None = None, seen: int | None = None
) -> Interaction:
    """Staff answer what was asked, in the client's chat.

    `seen`: the newest answer they had before their eyes; what colleagues have answered since must be seen first.
    Raises Forbidden, NotFound, Refusal: client_unreachable, answered_just_now (by whom).
    """
    desk.must(Right.ANSWER_CLIENTS)
    question = desk.repositories.interactions.locked(number)
    unseen = answered_unseen(desk, number, seen)
    if unseen is not None:
        raise Refusal("answered_just_now", name=unseen.staff.first_name if unseen.staff else None)
    return _tell(desk, question.client, text, question.inquiry, question.deal, sent, question.id)


def write_to_client(
    desk: Desk,
    number: int,
    text: str,
    inquiry: int | None = None,
    deal: int | None = None,
    sent: Sent | None = None,
) -> Interaction:
    """Staff write first. Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    return _tell(desk, client, text, _about(desk, client, inquiry), _about_deal(desk, client, deal), sent)


def note_call(desk: Desk, number: int, text: str, inquiry: int | None = None) -> Interaction:
    """What was said on the phone. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    return _said(desk, client, Said.CALL, text, _about(desk, client, inquiry))


def _tell(
    desk: Desk,
    client: Client,
    text: str,
    inquiry: Inquiry | None,
    deal: Deal | None,
    sent: Sent | None = None,
    answers: int | None = None,
) -> Interaction:
    client.must_be_reachable()
    answer = _said(desk, client, Said.ANSWER, text, inquiry, deal, sent, answers)
    _pass_on(desk, client.person, ANSWER, answer, {"interaction": answer.id})
    return answer


def tell_as_written(
    desk: Desk,
    client: Client,
    text: str,
    written: datetime,
    inquiry: Inquiry | None,
    deal: Deal | None,
    sent: Sent | None = None,
    answers: int | None = None,
) -> Interaction:
    """What was written earlier than it is sent answers only what was asked by then. By the agency itself, who knows both."""
    asked_since = [one for one in desk.archive.interactions.unanswered_of(client) if one.at > written]
    answer = _tell(desk, client, text, inquiry, deal, sent, answers)
    for one in asked_since:
        one.answered_at = None
    if asked_since:
        desk.repositories.flush()
        look_anew(desk, client)
    return answer


def _said(
    desk: Desk,
    client: Client,
    how: Said,
    text: str,
    inquiry: Inquiry | None = None,
    deal: Deal | None = None,
    sent: Sent | None = None,
    answers: int | None = None,
) -> Interaction:
    interaction = Interaction(client, how, text, desk.now, desk.actor.staff, inquiry, deal)
    interaction.answers = answers
    if sent is not None:
        interaction.came_in(sent, desk.now)
    if how is Said.QUESTION:
        interaction.staff = None
    elif how in (Said.ANSWER, Said.CALL):
        spoken_with(desk, client)
    desk.repositories.interactions.add(interaction)
    desk.repositories.flush()
    if how in (Said.ANSWER, Said.CALL):
        we_answered(desk, interaction)
    about = {"deal": deal.id} if deal else {"inquiry": inquiry.id} if inquiry else {}
    told = interaction.in_short
    desk.note_within(interaction.branch, "client", client.id, how, text=told, **about)
    if deal is not None:
        desk.note("deal", deal.id, how, text=told)
    if inquiry is not None:
        desk.note("inquiry", inquiry.id, how, text=told)
    show_in_topic(desk, interaction)
    return interaction


def _about(desk: Desk, client: Client, inquiry: int | None) -> Inquiry | None:
    """Raises NotFound for an inquiry of somebody else."""
    return (
        None if inquiry is None else _of(client, desk.repositories.inquiries.get(inquiry), "no_such_inquiry")
    )


def _about_deal(desk: Desk, client: Client, deal: int | None) -> Deal | None:
    """Raises NotFound for a deal of somebody else."""
    return None if deal is None else _of(client, desk.repositories.deals.get(deal), "no_such_deal")


def _of(client: Client, found: T, missing: str) -> T:
    if found.client is not client:
        raise NotFound(missing)
    return found

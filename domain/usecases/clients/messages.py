"""Talking: questions of clients, answers of the staff, calls that were made. All of it stays on the client's card."""

from typing import Any, TypeVar

from domain.entities.clients import Client, Interaction, Said
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.notices import NoticeKind
from domain.entities.people import Person, Right
from domain.notices.clients import ANSWER, QUESTION
from domain.ports.desk import Desk
from domain.queries.inquiries import inquiry_of_mine
from domain.queries.messages import message_of_mine, notice_keys
from domain.queries.my_deals import mine
from domain.queries.staff import colleagues
from domain.usecases.inquiries.intake import Introduction, become_client
from domain.usecases.reminders.acting import spoken_with
from domain.values.refusals import NotFound

T = TypeVar("T", Inquiry, Deal)


def ask_agency(
    desk: Desk, text: str, deal: int | None = None, inquiry: int | None = None, reply: int | None = None
) -> Interaction:
    """A client writes to us: about a deal or an inquiry of theirs, or in reply to what we wrote, if they say so.

    Raises NotFound: not_found for anybody else's.
    """
    answered = message_of_mine(desk, reply) if reply else None
    wish = inquiry_of_mine(desk, inquiry) if inquiry else answered.inquiry if answered else None
    about = mine(desk, deal) if deal else answered.deal if answered else None
    if about is None and wish is not None:
        about = wish.deal
    client = become_client(desk, Introduction(desk.actor.name))
    question = _said(desk, client, Said.QUESTION, text, None if about else wish, about)
    facts: dict[str, Any] = {"interaction": question.id} | ({"reply": answered.id} if answered else {})
    branch = question.branch
    for member in question.addressees(answered) or colleagues(desk, Right.ANSWER_CLIENTS, branch):
        _pass_on(desk, member.person, QUESTION, question, facts)
    return question


def _pass_on(
    desk: Desk, person: Person | None, kind: NoticeKind, said: Interaction, facts: dict[str, Any]
) -> None:
    """In parts, if it is long; the last has the key that a short one has, and the buttons."""
    keys = notice_keys(said)
    for part, key in enumerate(keys):
        told = facts | {"part": part} if keys[1:] else facts
        desk.notify(person, kind, key, **told)


def answer_question(desk: Desk, number: int, text: str) -> Interaction:
    """Staff answer what was asked, in the client's chat. Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    question = desk.repositories.interactions.get(number)
    return _tell(desk, question.client, text, question.inquiry, question.deal)


def write_to_client(
    desk: Desk, number: int, text: str, inquiry: int | None = None, deal: int | None = None
) -> Interaction:
    """Staff write first. Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    return _tell(desk, client, text, _about(desk, client, inquiry), _about_deal(desk, client, deal))


def note_call(desk: Desk, number: int, text: str, inquiry: int | None = None) -> Interaction:
    """What was said on the phone. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.repositories.clients.get(number)
    return _said(desk, client, Said.CALL, text, _about(desk, client, inquiry))


def _tell(desk: Desk, client: Client, text: str, inquiry: Inquiry | None, deal: Deal | None) -> Interaction:
    client.must_be_reachable()
    answer = _said(desk, client, Said.ANSWER, text, inquiry, deal)
    _pass_on(desk, client.person, ANSWER, answer, {"interaction": answer.id})
    return answer


def _said(
    desk: Desk,
    client: Client,
    how: Said,
    text: str,
    inquiry: Inquiry | None = None,
    deal: Deal | None = None,
) -> Interaction:
    interaction = Interaction(client, how, text, desk.now, desk.actor.staff, inquiry, deal)
    if how is Said.QUESTION:
        interaction.staff = None
        again = desk.now + desk.agency.timing.question_wait
        interaction.bring_up_at = desk.agency.hours.next_open(again, desk.agency.zone)
    elif how in (Said.ANSWER, Said.CALL):
        spoken_with(desk, client)
    desk.repositories.interactions.add(interaction)
    desk.repositories.flush()
    desk.note_within(interaction.branch, "client", client.id, how, text=text)
    if deal is not None:
        desk.note("deal", deal.id, how, text=text)
    if inquiry is not None:
        desk.note("inquiry", inquiry.id, how, text=text)
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

"""Talking: questions of clients, answers of the staff, calls that were made. All of it stays on the client's card."""

from typing import Any, TypeVar

from domain.entities.clients import Client, Interaction, Said
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.notices import Notice, NoticeKind
from domain.entities.people import Person, Right, StaffMember
from domain.notices.clients import ANSWER, QUESTION
from domain.ports.desk import Desk
from domain.usecases.inquiries.intake import Introduction, become_client, inquiry_of_mine
from domain.usecases.staff.branches import colleagues
from domain.usecases.travellers.travellers import mine
from domain.values.refusals import NotFound, Refusal
from domain.values.text import parts

T = TypeVar("T", Inquiry, Deal)

PART = 3000
"""UTF-16 units of what was said that fit a notice beside ours; longer words are passed on in several."""
FAR_BACK = 200
"""So many words back we still know which message of ours showed them."""


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
    branch = _branch_of(question)
    for member in addressees(question, answered) or colleagues(desk, Right.ANSWER_CLIENTS, branch):
        _pass_on(desk, member.person, QUESTION, question, facts)
    return question


def _pass_on(
    desk: Desk, person: Person | None, kind: NoticeKind, said: Interaction, facts: dict[str, Any]
) -> None:
    """In parts, if it is long; the last has the key that a short one has, and the buttons."""
    keys = _keys(said)
    for part, key in enumerate(keys):
        told = facts | {"part": part} if keys[1:] else facts
        desk.notify(person, kind, key, **told)


def _keys(said: Interaction) -> list[str]:
    """Of the notices that tell it, without kind and person."""
    earlier = len(parts(said.text, PART)) - 1
    return [*(f"{said.id}:{part}" for part in range(earlier)), str(said.id)]


def addressees(question: Interaction, answered: Interaction | None = None) -> list[StaffMember]:
    """Whom it is for: who wrote what it replies to, and who looks after what it is about, if they can take it.

    Nobody: then it is for all who may answer.
    """
    deal, inquiry = question.deal, question.inquiry
    looks_after = deal.leader if deal else inquiry.taken_by if inquiry else None
    wanted = [answered.staff if answered else None, looks_after]
    return [one for one in dict.fromkeys(wanted) if one is not None and _can_take(one, question)]


def _can_take(member: StaffMember, question: Interaction) -> bool:
    there = member.may(Right.ANSWER_CLIENTS) and member.person.reachable
    return there and member.sees(_branch_of(question))


def _branch_of(said: Interaction) -> int | None:
    about = said.deal or said.inquiry
    return about.branch if about else None


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


def must_be_reachable(client: Client) -> None:
    """Raises Refusal: client_unreachable."""
    if not client.reachable:
        raise Refusal("client_unreachable", name=client.name, phone=client.phone)


def message_of_mine(desk: Desk, number: int) -> Interaction:
    """What we wrote to the actor. Raises NotFound: not_found for anything else."""
    try:
        said = desk.archive.interactions.get(number)
    except NotFound:
        raise NotFound("not_found") from None
    if desk.actor.client is None or said.client is not desk.actor.client or said.how is not Said.ANSWER:
        raise NotFound("not_found")
    return said


def shown_in(desk: Desk, message: int) -> Interaction | None:
    """The question, or for a client the answer, that we told the actor in this message of their chat."""
    person, client = desk.actor.person, desk.actor.client
    interactions = desk.repositories.interactions
    if desk.actor.is_staff:
        kind, said = QUESTION, interactions.latest(FAR_BACK)
    else:
        kind, said = ANSWER, interactions.of(client, FAR_BACK) if client else []
    keys = {f"{kind}:{key}:{person.id}": one for one in said for key in _keys(one)} if person else {}
    notice = desk.repositories.notices.shown_in(message, list(keys))
    return keys[notice.key] if notice else None


def _tell(desk: Desk, client: Client, text: str, inquiry: Inquiry | None, deal: Deal | None) -> Interaction:
    must_be_reachable(client)
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
    desk.repositories.interactions.add(interaction)
    desk.repositories.flush()
    about = deal or inquiry
    desk.note_within(about.branch if about else None, "client", client.id, how, text=text)
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


def deal_of(desk: Desk, notice: Notice) -> int | None:
    """The number of the deal that a notice is about, by itself or through what was asked or answered."""
    said = _said_in(desk, notice)
    if said is None:
        return notice.facts.get("deal")
    return said.deal.id if said.deal else None


def inquiry_of(desk: Desk, notice: Notice) -> int | None:
    """The same for inquiries."""
    said = _said_in(desk, notice)
    if said is None:
        return notice.facts.get("inquiry")
    return said.inquiry.id if said.inquiry else None


def _said_in(desk: Desk, notice: Notice) -> Interaction | None:
    number = notice.facts.get("interaction")
    return None if number is None else desk.repositories.interactions.get(number)

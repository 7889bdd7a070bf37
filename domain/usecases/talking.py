"""Talking: questions of clients, answers of the staff, calls that were made. All of it stays on the client's card."""

from collections.abc import Sequence

from domain.clients import Client, Interaction, Said
from domain.deals import Deal
from domain.desk import Desk
from domain.inquiries import Inquiry
from domain.notices import Notice, NoticeKind
from domain.people import Right, StaffMember
from domain.refusals import NotFound, Refusal
from domain.usecases.branches import colleagues
from domain.usecases.intake import Introduction, become_client
from domain.usecases.travellers import mine


def ask_agency(desk: Desk, text: str, deal: int | None = None) -> Interaction:
    """A client writes to us, about one of their deals if they say so. Raises NotFound: not_found for another's deal."""
    about = mine(desk, deal) if deal else None
    client = become_client(desk, Introduction(desk.actor.name))
    question = _said(desk, client, Said.QUESTION, text, deal=about)
    for member in _who_answers(desk, about):
        desk.notify(member.person, NoticeKind.QUESTION, str(question.id), interaction=question.id)
    return question


def answer_question(desk: Desk, number: int, text: str) -> Interaction:
    """Staff answer what was asked, in the client's chat. Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    question = desk.records.interactions.get(number)
    return _tell(desk, question.client, text, question.inquiry, question.deal)


def write_to_client(desk: Desk, number: int, text: str, inquiry: int | None = None) -> Interaction:
    """Staff write first. Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.records.clients.get(number)
    return _tell(desk, client, text, _about(desk, client, inquiry), None)


def note_call(desk: Desk, number: int, text: str, inquiry: int | None = None) -> Interaction:
    """What was said on the phone. Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    client = desk.records.clients.get(number)
    return _said(desk, client, Said.CALL, text, _about(desk, client, inquiry))


def must_be_reachable(client: Client) -> None:
    """Raises Refusal: client_unreachable."""
    if not client.reachable:
        raise Refusal("client_unreachable", name=client.name, phone=client.phone)


def _tell(desk: Desk, client: Client, text: str, inquiry: Inquiry | None, deal: Deal | None) -> Interaction:
    must_be_reachable(client)
    answer = _said(desk, client, Said.ANSWER, text, inquiry, deal)
    desk.notify(client.person, NoticeKind.ANSWER, str(answer.id), interaction=answer.id)
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
    desk.records.interactions.add(interaction)
    desk.records.flush()
    about = deal or inquiry
    desk.note_within(about.branch if about else None, "client", client.id, how, text=text)
    if deal is not None:
        desk.note("deal", deal.id, how, text=text)
    if inquiry is not None:
        desk.note("inquiry", inquiry.id, how, text=text)
    return interaction


def _about(desk: Desk, client: Client, inquiry: int | None) -> Inquiry | None:
    """Raises NotFound for an inquiry of somebody else."""
    if inquiry is None:
        return None
    found = desk.records.inquiries.get(inquiry)
    if found.client is not client:
        raise NotFound("no_such_inquiry")
    return found


def _who_answers(desk: Desk, deal: Deal | None) -> Sequence[StaffMember]:
    """The responsible of the deal; all of its branch who may answer when there is none, or they cannot be reached."""
    responsible = deal.leader if deal else None
    if responsible is not None and responsible.may(Right.ANSWER_CLIENTS) and responsible.person.reachable:
        return [responsible]
    return colleagues(desk, Right.ANSWER_CLIENTS, deal.branch if deal else None)


def deal_of(desk: Desk, notice: Notice) -> int | None:
    """The number of the deal that a notice is about, by itself or through what was asked or answered."""
    if "interaction" in notice.facts:
        said = desk.records.interactions.get(notice.facts["interaction"])
        return said.deal.id if said.deal else None
    return notice.facts.get("deal")

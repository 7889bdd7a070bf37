"""What was said between clients and the agency: a question to be answered, a message of ours that is replied to."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.clients import Interaction, Said
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.notices.clients import ANSWER, QUESTION
from domain.ports.desk import Desk
from domain.values.refusals import NotFound
from domain.values.text import parts

PART = 3000
"""UTF-16 units of what was said that fit a notice beside ours; longer words are passed on in several."""
FAR_BACK = 200
"""So many words back we still know which message of ours showed them."""
_SINCE = 20


def said_about(desk: Desk, number: int, limit: int = 3) -> Sequence[Interaction]:
    """The last words about this deal and the inquiry it came from, newest first. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.interactions.about(desk.repositories.deals.get(number), limit)


@dataclass(frozen=True)
class QuestionCard:
    """A client's question, and what colleagues have answered since, oldest first."""

    question: Interaction
    since: Sequence[Interaction]


def question_card(desk: Desk, number: int) -> QuestionCard:
    """Raises Forbidden, NotFound."""
    desk.must(Right.ANSWER_CLIENTS)
    question = desk.repositories.interactions.get(number)
    said = desk.repositories.interactions.of(question.client, _SINCE)
    since = [one for one in reversed(said) if one.how is Said.ANSWER and one.id > question.id]
    return QuestionCard(question, since)


def question_to_answer(desk: Desk, number: int) -> Interaction:
    """Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    question = desk.repositories.interactions.get(number)
    question.client.must_be_reachable()
    return question


def question_of_mine(desk: Desk, number: int) -> Interaction:
    """What the actor has asked us. Raises NotFound: not_found for anything else."""
    return _of_mine(desk, number, Said.QUESTION)


def message_of_mine(desk: Desk, number: int) -> Interaction:
    """What we wrote to the actor. Raises NotFound: not_found for anything else."""
    return _of_mine(desk, number, Said.ANSWER)


def _of_mine(desk: Desk, number: int, how: Said) -> Interaction:
    try:
        said = desk.archive.interactions.get(number)
    except NotFound:
        raise NotFound("not_found") from None
    if desk.actor.client is None or said.client is not desk.actor.client or said.how is not how:
        raise NotFound("not_found")
    return said


def told_as(desk: Desk, number: int) -> Interaction | None:
    """The question, or for a client the answer, that we told the actor, by what it became where it was sent."""
    person, client = desk.actor.person, desk.actor.client
    interactions = desk.repositories.interactions
    if desk.actor.is_staff:
        kind, said = QUESTION, interactions.latest(FAR_BACK)
    else:
        kind, said = ANSWER, interactions.of(client, FAR_BACK) if client else []
    keys = {f"{kind}:{key}:{person.id}": one for one in said for key in notice_keys(one)} if person else {}
    notice = desk.repositories.notices.sent_as(number, list(keys))
    return keys[notice.key] if notice else None


def notice_keys(said: Interaction) -> list[str]:
    """Of the notices that tell it, without kind and person: one for each part; the last is a short one's only key."""
    earlier = len(parts(said.text, PART)) - 1
    return [*(f"{said.id}:{part}" for part in range(earlier)), str(said.id)]


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

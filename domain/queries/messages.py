"""What was said between clients and the agency: a question to be answered, a message of ours that is replied to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.interactions import Interaction, Said
from domain.entities.notices import Notice
from domain.entities.people import Person, Right, StaffMember
from domain.notices.clients import ANSWER, QUESTION
from domain.notices.interactions import ANSWER_MORE, QUESTION_EDITED, QUESTION_MORE
from domain.ports.desk import Desk
from domain.ports.routing import stand_in
from domain.queries.addressees import addressees
from domain.queries.my_deals import nearest
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


def answered_unseen(desk: Desk, number: int, seen: int | None) -> Interaction | None:
    """The newest that another colleague has answered since the question, and since what was seen.

    Raises Forbidden, NotFound.
    """
    found = question_card(desk, number)
    if found.question.waits:  # whoever answers ends the waiting
        return None
    others = [one for one in found.since if one.staff is not desk.actor.staff and one.taken_back_at is None]
    new = [one for one in others if one.id > (seen or 0)]
    return new[-1] if new else None


def question_to_answer(desk: Desk, number: int) -> Interaction:
    """Raises Forbidden, NotFound, Refusal: client_unreachable."""
    desk.must(Right.ANSWER_CLIENTS)
    question = desk.repositories.interactions.get(number)
    question.client.must_be_reachable()
    return question


@dataclass(frozen=True)
class Topic:
    """What a client writes about when they do not say it, and the message of ours they may be replying to."""

    deal: Deal | None = None
    inquiry: Inquiry | None = None
    reply: Interaction | None = None


LATELY = timedelta(days=1)
"""So long a talk goes on: what is written then is about the same as what was said last."""


def topic_of_mine(desk: Desk) -> Topic:
    """That of the talk that is going on; else their open deal, the next journey first; else their newest inquiry."""
    client = desk.actor.client
    if client is None:
        return Topic()
    for newest in desk.archive.interactions.of(client, 1):
        last = desk.archive.interactions.get(newest.id)
        if _goes_on(desk, last):
            return Topic(last.deal, last.inquiry, last if last.how is Said.ANSWER else None)
    deal = nearest(desk, desk.archive.deals.of(client))
    wish = _their_wish(desk, client)
    if deal is not None and (deal.is_open or wish is None or not wish.is_open):
        return Topic(deal)
    return Topic(wish.deal, None if wish.deal else wish) if wish else Topic()


def _goes_on(desk: Desk, last: Interaction) -> bool:
    about = last.deal or last.inquiry
    return about is not None and about.is_open and desk.now - last.at <= LATELY


def _their_wish(desk: Desk, client: Client) -> Inquiry | None:
    wishes = desk.archive.inquiries.of(client)
    return next(iter([*(one for one in wishes if one.is_open), *wishes]), None)


def question_of_mine(desk: Desk, number: int) -> Interaction:
    """What the actor has asked us. Raises NotFound: not_found for anything else."""
    return _of_mine(desk, number, Said.QUESTION)


def addressees_of_mine(desk: Desk, number: int) -> Sequence[StaffMember]:
    """Whom what the actor has sent was for; nobody: all who answer clients. Raises NotFound: not_found."""
    said = question_of_mine(desk, number)
    replies = [told.facts["reply"] for told in told_of(desk, said) if "reply" in told.facts]
    answered = message_of_mine(desk, replies[0]) if replies else None
    return _there(desk, said, addressees(desk, said, answered))


def next_addressees(desk: Desk) -> Sequence[StaffMember]:
    """Whom it would be for, if the actor sent something now."""
    topic = topic_of_mine(desk)
    client = desk.actor.client or Client(desk.actor.name, None, desk.now)
    words = Interaction(client, Said.QUESTION, "", desk.now, inquiry=topic.inquiry, deal=topic.deal)
    return _there(desk, words, addressees(desk, words, topic.reply))


def _there(desk: Desk, said: Interaction, wanted: Sequence[StaffMember]) -> Sequence[StaffMember]:
    """Who reads it: in place of whoever is away, who stands in for them."""
    reads = (stand_in(desk, one, Right.ANSWER_CLIENTS, said.branch) for one in wanted)
    return list(dict.fromkeys(reads))


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
    """The question, or for a client the answer, that we told the actor, by what it became where it was sent.

    Also by what told of it since: that it was edited, or that it has another picture.
    """
    person, client = desk.actor.person, desk.actor.client
    interactions = desk.repositories.interactions
    if desk.actor.is_staff:
        kind, said = QUESTION, interactions.latest(FAR_BACK)
    else:
        kind, said = ANSWER, interactions.of(client, FAR_BACK) if client else []
    keys = {f"{kind}:{key}:{person.id}": one for one in said for key in notice_keys(one)} if person else {}
    notice = desk.repositories.notices.sent_as(number, list(keys))
    if notice is None and person is not None:
        keys = _told_since(desk, said, person)
        notice = desk.repositories.notices.sent_as(number, list(keys))
    return keys[notice.key] if notice else None


def _told_since(desk: Desk, said: Sequence[Interaction], person: Person) -> dict[str, Interaction]:
    """By the key of each notice that told more of one of these."""
    more = QUESTION_MORE if desk.actor.is_staff else ANSWER_MORE
    found = {f"{more}:{one.id}:{message}:{person.id}": one for one in said for message in one.album}
    edited = [one for one in said if one.edited_at is not None and one.how is Said.QUESTION]
    for one in edited if desk.actor.is_staff else ():
        for edit in desk.repositories.interactions.edits_of(one):
            found[f"{QUESTION_EDITED}:{one.id}:{edit.id}:{person.id}"] = one
    return found


def newest_of_mine(desk: Desk, client: Client | None = None) -> Interaction | None:
    """What the actor has sent last, to this client or to any, and can still take back. Raises Forbidden."""
    desk.must(Right.ANSWER_CLIENTS)
    interactions = desk.repositories.interactions
    said = interactions.of(client, FAR_BACK) if client else interactions.latest(FAR_BACK)
    mine = (one for one in said if one.how is Said.ANSWER and one.staff is desk.actor.staff)
    return next((one for one in mine if one.can_be_deleted(desk.now)), None)


def told_of(desk: Desk, said: Interaction) -> Sequence[Notice]:
    """The notices that told colleagues what a client has written or sent, parts of it, and once more."""
    people = [member.person.id for member in desk.archive.staff.active()]
    keys = [f"{QUESTION}:{key}:{person}" for key in notice_keys(said) for person in people]
    return desk.archive.notices.told_under(keys)


def delivered(desk: Desk, said: Interaction) -> Sequence[Notice]:
    """The notices that brought it to the client, parts of it and further pictures."""
    person = said.client.person
    if person is None:
        return ()
    words = [f"{ANSWER}:{key}:{person.id}" for key in notice_keys(said)]
    pictures = [f"{ANSWER_MORE}:{said.id}:{message}:{person.id}" for message in said.album]
    return desk.archive.notices.told_under([*words, *pictures])


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

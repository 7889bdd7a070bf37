"""A conversation goes on: the client has said something, we have, or nothing of what they said waits any more.

By the agency, for whoever does what makes it so, in the same transaction.
"""

from collections.abc import Sequence
from datetime import datetime

from domain.entities.answer_clock import ANSWER_CLOCK, AnswerClock, Working, reckon, start
from domain.entities.clients import Client
from domain.entities.conversations import Conversation, Queue, Waits, Word, may_hold
from domain.entities.deals import Deal
from domain.entities.inquiries import GROUP_FROM, Inquiry, InquiryKind
from domain.entities.interactions import Interaction, Said
from domain.entities.people import Right, StaffMember
from domain.ports.desk import Desk
from domain.queries.addressees import addressees, keeper
from domain.usecases.inquiries.charge import taken_with_answer


def question_came(
    desk: Desk, question: Interaction, looks_after: Sequence[StaffMember]
) -> Sequence[StaffMember]:
    """A client has written to us; those look after what it is about. Whom it is for: them, and who has taken it."""
    word = _asked(question, next(iter(looks_after), None))
    taken = heard(desk, question.client, word).taken_by
    able = taken is not None and taken.may(Right.ANSWER_CLIENTS) and taken.person.reachable
    return [*dict.fromkeys([*looks_after, *([taken] if taken and able else [])])]


def inquiry_came(desk: Desk, inquiry: Inquiry) -> None:
    """A client asks for something; nothing where a colleague has taken it already."""
    if inquiry.waits:
        keeps = keeper(desk, inquiry.client, inquiry.branch)
        heard(desk, inquiry.client, _wished(inquiry, next(iter(keeps), None)))


def heard(desk: Desk, client: Client, word: Word) -> Conversation:
    conversation = desk.archive.conversations.opened(client, desk.now)
    if conversation.hear(word):
        start(_clock(desk), working(desk, conversation.holder), conversation)
    else:
        reckon(_clock(desk), working(desk, conversation.holder), conversation)
    return conversation


def we_answered(desk: Desk, said: Interaction) -> None:
    """We have written to a client: it is their turn. After a call nobody waits.

    Whoever answers what nobody has taken has taken it. What else they have asked for, and nobody has taken, waits on.
    """
    if said.inquiry is not None and said.staff is not None:
        taken_with_answer(desk, said.inquiry, said.staff)
    conversation = desk.archive.conversations.opened(said.client, desk.now)
    conversation.answered(said.text, said.staff, desk.now)
    if said.how is Said.CALL:
        conversation.rest(Waits.FOR_NOBODY, desk.now)
    desk.archive.flush()
    look_anew(desk, said.client)


def we_offered(desk: Desk, client: Client, words: str) -> None:
    """A colleague has sent the client what they found: it is the client's turn. What they asked besides waits on."""
    conversation = desk.archive.conversations.opened(client, desk.now)
    conversation.answered(words, desk.actor.staff, desk.now)
    desk.archive.flush()
    look_anew_if_asked(desk, client)


def look_anew_if_asked(desk: Desk, client: Client) -> None:
    """What nobody has answered waits, whatever was said meanwhile."""
    if desk.archive.interactions.unanswered_of(client):
        look_anew(desk, client)


def other_branch_waits(desk: Desk, client: Client) -> None:
    """What the actor cannot see, and has not answered, waits on."""
    if desk.actor.reach is None:
        return
    desk.archive.flush()
    look_anew_if_asked(desk, client)


def we_talked(desk: Desk, client: Client) -> None:
    """Somebody has written down that they talked with the client: nobody waits."""
    conversation = desk.archive.conversations.held(client)
    if conversation is not None:
        conversation.rest(Waits.FOR_NOBODY, desk.now)
        other_branch_waits(desk, client)


def look_anew(desk: Desk, client: Client) -> None:
    """Something may wait no more: then the newest of what still waits counts, if anything does."""
    conversation = desk.archive.conversations.held(client)
    latest = _latest(desk, client)
    if latest is None:
        if conversation is not None and conversation.waits_for_us:
            conversation.rest(Waits.FOR_NOBODY, desk.now)
        return
    if conversation is None:
        conversation = desk.archive.conversations.opened(client, desk.now)
    same = (conversation.question, conversation.inquiry) == (latest.question, latest.inquiry)
    waited = conversation.waits_for_us
    if waited and same:
        return
    if latest.question is None and conversation.taken_at is None:
        conversation.holder = None
    conversation.about(latest)
    conversation.since = latest.at
    if conversation.holder is None:
        conversation.holder = next(iter(_looks_after(desk, client, latest)), None)
    reckon(_clock(desk), working(desk, conversation.holder), conversation)
    if not waited:
        conversation.alarm_at = _again(desk, conversation)


def inquiry_taken(desk: Desk, inquiry: Inquiry) -> None:
    """Whoever has taken what a client asked for owes them an answer; the time in which we answer goes on."""
    conversation = desk.archive.conversations.held(inquiry.client)
    if conversation is None or not conversation.waits_for_us or conversation.inquiry != inquiry.id:
        return
    if inquiry.taken_by is not None:
        conversation.branch = inquiry.branch
        given_to(desk, conversation, inquiry.taken_by)


def inquiry_over(desk: Desk, inquiry: Inquiry) -> None:
    """It is a deal, or closed: that is an answer. What the client has asked about it is then asked about the deal."""
    conversation = desk.archive.conversations.held(inquiry.client)
    if conversation is None or not conversation.waits_for_us or conversation.inquiry != inquiry.id:
        return
    if conversation.question is None:
        conversation.rest(Waits.FOR_NOBODY, desk.now)
        look_anew(desk, inquiry.client)
    elif inquiry.deal is not None:
        conversation.deal = inquiry.deal.id
        if (leader := inquiry.deal.leader) is not None:
            _goes_along(desk, conversation, desk.actor.staff, leader)


def deal_led_by(desk: Desk, deal: Deal, former: StaffMember | None, member: StaffMember) -> None:
    """What waits about a deal goes along with it, if it was with whoever led it."""
    conversation = desk.archive.conversations.held(deal.client)
    if conversation is not None and conversation.deal == deal.id:
        _goes_along(desk, conversation, former, member)


def kept_by(desk: Desk, client: Client, former: StaffMember | None, member: StaffMember) -> None:
    """Another colleague looks after a client: what waits about nothing in particular goes along."""
    conversation = desk.archive.conversations.held(client)
    if conversation is not None and conversation.deal is None and conversation.inquiry is None:
        _goes_along(desk, conversation, former, member)


def _goes_along(
    desk: Desk, conversation: Conversation, former: StaffMember | None, member: StaffMember
) -> None:
    """Nobody else has said that they see to it."""
    taken_by = conversation.taken_by
    if not conversation.waits_for_us or conversation.holder not in (former, None):
        return
    if taken_by in (former, None) and may_hold(member, conversation.branch):
        conversation.holder = member
        reckon(_clock(desk), working(desk, member), conversation)


def given_to(desk: Desk, conversation: Conversation, member: StaffMember) -> None:
    """They see to it."""
    conversation.hold(member, desk.now)
    reckon(_clock(desk), working(desk, member), conversation)


def let_go(desk: Desk, member: StaffMember) -> None:
    """What they cannot answer any more, because they have left, or are something else or elsewhere, is nobody's.

    It waits as long as it has.
    """
    for conversation in desk.archive.conversations.had_by(member):
        if not may_hold(member, conversation.branch):
            conversation.let_go()
            reckon(_clock(desk), working(desk, None), conversation)


def clients_kept_by(desk: Desk, member: StaffMember) -> None:
    """They look after the clients of a colleague who cannot any more: what waits with those and is nobody's is theirs."""
    for conversation in desk.archive.conversations.nobodys_of(member):
        if conversation.deal is None and conversation.inquiry is None:
            _goes_along(desk, conversation, None, member)


def next_alarm(desk: Desk, conversation: Conversation) -> None:
    """Somebody has heard of it once more, and has the whole time to answer: of what has waited for long, too."""
    conversation.alarms += 1
    reckon(_clock(desk), working(desk, conversation.holder), conversation)
    conversation.alarm_at = _again(desk, conversation)


def _again(desk: Desk, conversation: Conversation) -> datetime:
    """Not before the whole time has passed from now on."""
    within = _clock(desk).within(conversation.queue, conversation.branch)
    again = working(desk, conversation.holder).after(desk.now, within)
    return max(again, conversation.alarm_at or again)


def working(desk: Desk, member: StaffMember | None) -> Working:
    """Their own hours, as long as they are there and have said some; else the office's."""
    presence, hours = desk.agency.presence, desk.agency.hours
    own = presence.hours.get(str(member.id)) if member and presence.is_there(member, desk.now) else None
    return Working(own.week if own and own.days else hours.office, desk.agency.zone)


def _clock(desk: Desk) -> AnswerClock:
    return desk.agency.definitions.one(ANSWER_CLOCK)


def _latest(desk: Desk, client: Client) -> Word | None:
    asked = [_asked(one, None) for one in desk.archive.interactions.unanswered_of(client)]
    wished = [_wished(one) for one in desk.archive.inquiries.of(client, only_open=True) if one.waits]
    return max([*asked, *wished], key=lambda word: word.at, default=None)


def _looks_after(desk: Desk, client: Client, word: Word) -> Sequence[StaffMember]:
    if word.question is None:
        return keeper(desk, client, word.branch)
    return addressees(desk, desk.archive.interactions.get(word.question))


def _asked(question: Interaction, looks_after: StaffMember | None) -> Word:
    deal, wish = question.deal, question.inquiry
    group = (deal is not None and deal.seats >= GROUP_FROM) or (wish is not None and _is_group(wish))
    return Word(
        question.at,
        question.text,
        Queue.GROUPS if group else Queue.DEALS if deal else Queue.OTHERS,
        question.branch,
        question.id,
        wish.id if wish else None,
        deal.id if deal else None,
        question.original.medium if question.original else None,
        looks_after,
    )


def _wished(inquiry: Inquiry, looks_after: StaffMember | None = None) -> Word:
    queue = Queue.GROUPS if _is_group(inquiry) else Queue.INQUIRIES
    about = str(inquiry.about)
    text = f"{about}: {inquiry.wishes}" if inquiry.wishes else about
    return Word(inquiry.received_at, text, queue, inquiry.branch, inquiry=inquiry.id, looks_after=looks_after)


def _is_group(inquiry: Inquiry) -> bool:
    return inquiry.kind is InquiryKind.GROUP

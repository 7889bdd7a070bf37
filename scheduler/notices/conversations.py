"""Conversations with clients: who was given one, and which wait for too long."""

from collections.abc import Sequence

from domain.entities.conversations import Conversation
from domain.entities.notices import Notice
from domain.entities.people import StaffMember
from domain.notices.conversations import ANSWER_LATE, CONVERSATION_GIVEN
from domain.ports.desk import Desk
from domain.usecases.conversations.alarms import Why
from locales import Sentence, _, lines, n_
from locales.terms.conversations import waited, waits_line, words_line
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff

LINES = 5
MANY = n_(
    "🔴 <b>{count} client is waiting for an answer</b>", "🔴 <b>{count} clients are waiting for an answer</b>"
)
AND_MORE = n_("… and {count} more", "… and {count} more")


@words_of(CONVERSATION_GIVEN)
def conversation_given(desk: Desk, notice: Notice) -> MessageContent:
    """Whoever has it now answers; whoever had it knows."""
    found = _waiting(desk, notice.facts["client"])
    member = for_staff(desk, notice, notice.facts["branch"])
    if found is None:
        raise NothingToSay("it is answered")
    facts = {"by": notice.facts["by"], "client": found.client.name, "name": notice.facts["name"]}
    mine = found.holder is not None and found.holder is member
    head = (
        _("🤝 {by} hands over to you: <b>{client}</b>")
        if mine
        else _("🤝 {name} takes over: <b>{client}</b>")
    )
    inquiry = _("📥 Inquiry #{number}")(number=found.inquiry) if mine and found.inquiry else None
    text = lines(head(**facts), words_line(found), inquiry, _waits(desk, found) if mine else None)
    return MessageContent(
        text, (*(_answer(found) if mine else ()), (_("💬 To the conversation"), "open_conversation"))
    )


@words_of(ANSWER_LATE)
def answer_late(desk: Desk, notice: Notice) -> MessageContent:
    """What waits by now: of what was answered since, nothing is said."""
    member = for_staff(desk, notice)
    numbers = notice.facts["clients"]
    waiting = [one for number in numbers if (one := _waiting(desk, number)) and member.sees(one.branch)]
    if not waiting:
        raise NothingToSay("it is answered")
    why, beyond = Why(notice.facts["why"]), notice.facts["count"] - len(numbers)
    if len(waiting) == 1 and not beyond:
        return _one(desk, member, waiting[0], why)
    more = len(waiting) + beyond - LINES
    text = lines(
        MANY(count=len(waiting) + beyond),
        *(waits_line(one, desk.now) for one in waiting[:LINES]),
        AND_MORE(count=more) if more > 0 else None,
    )
    return MessageContent(text, ((_("💬 Inbox"), "open_inbox"),))


def _one(desk: Desk, member: StaffMember, found: Conversation, why: Why) -> MessageContent:
    holder = found.holder
    heads = {
        Why.THEIRS: _("🔴 <b>{client}</b> is waiting for an answer: {age}"),
        Why.ABOVE: _("🔴 Nobody answers <b>{client}</b>: {age}"),
        Why.OFFERED: _("🔴 Can you answer <b>{client}</b>? Waiting: {age}"),
    }
    text = lines(
        heads[why](client=found.client.name, age=waited(found.since, desk.now)),
        words_line(found),
        _("🙋 Responsible: {name}")(name=holder.name) if holder and holder is not member else None,
    )
    takes = () if holder is member else ((_("🙋 I take it"), "take_conversation"),)
    rest = (_("✅ No answer needed"), "needs_none"), (_("💬 To the conversation"), "open_conversation")
    return MessageContent(text, (*_answer(found), *takes, *rest))


def _answer(found: Conversation) -> Sequence[tuple[Sentence, str]]:
    return ((_("✉️ Answer"), "answer_waiting"),) if found.client.reachable else ()


def _waits(desk: Desk, found: Conversation) -> Sentence:
    return _("Waiting: {age}")(age=waited(found.since, desk.now))


def _waiting(desk: Desk, number: int) -> Conversation | None:
    found = desk.archive.conversations.of(desk.archive.clients.get(number))
    return found if found is not None and found.waits_for_us else None

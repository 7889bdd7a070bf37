"""What staff are asked to do about what is late: to call a client, to decide about a deal, to take an inquiry, to answer."""

from domain.entities.interactions import Interaction
from domain.entities.notices import Notice
from domain.notices.reminders import CALL_CLIENT, DEAL_TO_DECIDE, INQUIRY_WAITS, QUESTION_WAITS
from domain.ports.desk import Desk
from domain.queries.deal_steps import waits_for
from domain.queries.late import dues_of, is_undecided
from locales import Joined, Sentence, _, lines
from locales.terms.clients import what_was_said, whom_to_call
from locales.terms.deals import stage_words
from locales.terms.dues import due_line
from locales.terms.requirements import gap_words
from scheduler.notices.deals.for_staff import OPEN
from scheduler.notices.declared import words_of
from scheduler.notices.inquiries import OPEN as OPEN_INQUIRY
from scheduler.notices.inquiries import wish
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_staff, staff_deal

_SHOWN = 300


@words_of(CALL_CLIENT)
def call_client(desk: Desk, notice: Notice) -> MessageContent:
    """All that is due, and why somebody calls: it is late, or no message of ours arrives."""
    deal = staff_deal(desk, notice)
    due = dues_of(desk, deal)
    if not due:
        raise NothingToSay("all of it came")
    client = deal.client
    unheard = _("📵 Does not get our messages on Telegram.") if not client.reachable else None
    text = lines(
        _("☎️ <b>Please call {name}</b>")(name=client.name),
        whom_to_call(client),
        _("#{number} · {title}")(number=deal.id, title=deal.called),
        *(due_line(one, desk.today) for one in due),
        unheard or (_("🔕 Reminders are off.") if client.muted_at else None),
    )
    return MessageContent(text, ((_("✅ Called"), "client_called"), OPEN))


@words_of(DEAL_TO_DECIDE)
def to_decide(desk: Desk, notice: Notice) -> MessageContent:
    deal = staff_deal(desk, notice)
    if not is_undecided(desk, deal):
        raise NothingToSay("it is decided")
    gaps = waits_for(desk, deal)
    text = lines(
        _("🏁 <b>The trip is over, but deal #{number} is still open</b>")(number=deal.id),
        _("{client} · {title}")(client=deal.client.name, title=deal.called),
        _("Stage: {stage}")(stage=stage_words(deal.step_key, desk.agency.pipelines.names)),
        _("⏳ Waits for: {missing}")(missing=Joined([gap_words(gap) for gap in gaps])) if gaps else None,
        _("Did they travel?"),
    )
    done = (_("✅ They did"), "deal_done")
    return MessageContent(text, (done, (_("✖ They did not"), "lose_deal"), OPEN))


@words_of(INQUIRY_WAITS)
def inquiry_waits(desk: Desk, notice: Notice) -> MessageContent:
    inquiry = desk.repositories.inquiries.get(notice.facts["inquiry"])
    for_staff(desk, notice, inquiry.branch)
    if not inquiry.waits:
        raise NothingToSay("somebody has taken it")
    text = lines(
        _("⏰ <b>Nobody has taken inquiry #{number}</b>")(number=inquiry.id),
        _("Waiting since {at}. Can you take it?")(at=inquiry.received_at),
        whom_to_call(inquiry.client),
        wish(inquiry),
    )
    return MessageContent(text, ((_("🙋 I take it"), "take_inquiry"), OPEN_INQUIRY))


@words_of(QUESTION_WAITS)
def question_waits(desk: Desk, notice: Notice) -> MessageContent:
    question = desk.repositories.interactions.get(notice.facts["interaction"])
    for_staff(desk, notice, question.branch)
    if not question.waits:
        raise NothingToSay("it is answered")
    text = lines(
        _("⏰ <b>{name} is waiting for an answer</b>")(name=question.client.name),
        _("Since {at}:")(at=question.at),
        _("“{text}”")(text=what_was_said(question, excerpt(question.text, _SHOWN))),
        whom_to_call(question.client) if question.client.phone else None,
    )
    return MessageContent(text, (*_answers(question), (_("✅ No answer needed"), "no_answer")))


def _answers(question: Interaction) -> tuple[tuple[Sentence, str], ...]:
    answer = ((_("✉️ Answer"), "answer_client"),) if question.client.reachable else ()
    return (*answer, OPEN) if question.deal is not None else answer

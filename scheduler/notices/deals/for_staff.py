"""Deals that somebody on the staff must look at: what they are, where they stand and what they wait for."""

from domain.entities.deals import Deal
from domain.entities.notices import Notice
from domain.notices.deals import CLOSED_BY_COLLEAGUE, DEAL_ASSIGNED, JOURNEY_UNREACHED
from domain.ports.desk import Desk
from domain.queries.deal_steps import stands_after, waits_for
from locales import Joined, Sentence, Weekday, _, lines
from locales.terms.clients import whom_to_call
from locales.terms.deals import stage_words
from locales.terms.reasons import reason_words
from locales.terms.requirements import gap_words
from locales.terms.trips import seats
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import staff_deal

OPEN = (_("📂 To the deal"), "open_deal")


@words_of(DEAL_ASSIGNED)
def assigned(desk: Desk, notice: Notice) -> MessageContent:
    deal = staff_deal(desk, notice)
    headline = _("🤝 <b>Deal #{number} is yours</b>")(number=deal.id)
    return MessageContent(lines(headline, *about(desk, deal)), buttons(desk, deal, notice))


@words_of(CLOSED_BY_COLLEAGUE)
def closed(desk: Desk, notice: Notice) -> MessageContent:
    """By a colleague."""
    deal = staff_deal(desk, notice)
    text = lines(
        _("✖ <b>{by} has closed deal #{number}</b>")(by=notice.facts["by"], number=deal.id),
        _("{client} · {title}")(client=deal.client.name, title=deal.called),
        _("Why: {reason}")(reason=reason_words(excerpt(deal.lost_reason), desk.agency.definitions))
        if deal.lost_reason
        else None,
    )
    return MessageContent(text, (OPEN,))


def about(desk: Desk, deal: Deal) -> list[Sentence]:
    gaps = waits_for(desk, deal)
    waits = _("⏳ Waits for: {missing}")(missing=Joined([gap_words(gap) for gap in gaps]))
    return [
        whom_to_call(deal.client),
        _("{title} · {seats}")(title=deal.called, seats=seats(deal.seats)),
        _("Stage: {stage}")(stage=stage_words(deal.step_key, desk.agency.pipelines.names)),
        *([waits] if gaps else [_("✅ Ready for the next stage")] if deal.is_open else []),
    ]


def buttons(desk: Desk, deal: Deal, notice: Notice) -> tuple[tuple[Sentence, str], ...]:
    """The next step is offered where nothing keeps the deal, and it stands where it stood when this was written."""
    still_there = deal.is_open and deal.step_key == notice.facts.get("step")
    if not still_there or waits_for(desk, deal):
        return (OPEN,)
    leads_to = stage_words(stands_after(desk, deal).key, desk.agency.pipelines.names)
    return (OPEN, (_("▶ {stage}")(stage=leads_to), "advance"))


@words_of(JOURNEY_UNREACHED)
def journey_unreached(desk: Desk, notice: Notice) -> MessageContent:
    """The client of a tailor-made journey that begins soon cannot be written to."""
    deal = staff_deal(desk, notice)
    if deal.told_at is not None or deal.starts is None:
        raise NothingToSay("they were told")
    text = lines(
        _("📵 <b>{client} has not been told yet: {title}</b>")(client=deal.client.name, title=deal.called),
        whom_to_call(deal.client),
        _("🗓 From {day}")(day=Weekday(deal.starts)),
        _("Please call, and note it below."),
    )
    return MessageContent(text, (OPEN,))

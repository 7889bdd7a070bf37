"""An inquiry has arrived: who asks for what, and their phone."""

from domain.desk import Desk
from domain.inquiries import Inquiry, InquiryKind
from domain.notices import Notice
from locales import Sentence, _, lines
from locales.terms import CHANNELS
from locales.things import people, whom_to_call
from scheduler.letters import Letter, excerpt
from scheduler.notices.recipients import for_staff


def arrived(desk: Desk, notice: Notice) -> Letter:
    inquiry = desk.records.inquiries.get(notice.facts["inquiry"])
    for_staff(desk, notice, inquiry.branch)
    text = lines(
        _("📥 <b>Inquiry № {number}</b> · {channel}")(number=inquiry.id, channel=CHANNELS[inquiry.channel]),
        whom_to_call(inquiry.client),
        _wish(inquiry),
        _("👥 {group}")(group=inquiry.group_name) if inquiry.kind is InquiryKind.GROUP else None,
        _("💶 Up to {budget}")(budget=inquiry.budget) if inquiry.budget else None,
        _("✏️ {wishes}")(wishes=excerpt(inquiry.wishes)) if inquiry.wishes else None,
        _("Taken by {name}")(name=inquiry.taken_by.name) if inquiry.taken_by else None,
    )
    return Letter(text, ((_("📂 Open the inquiry"), "open_inquiry"),))


def _wish(inquiry: Inquiry) -> Sentence:
    where = inquiry.trip.title if inquiry.trip else inquiry.destination
    if inquiry.trip or not inquiry.when:
        return _("🏝 {where} · {people}")(where=where, people=people(inquiry.heads))
    return _("🏝 {where} · {when} · {people}")(
        where=where, when=excerpt(inquiry.when, 200), people=people(inquiry.heads)
    )

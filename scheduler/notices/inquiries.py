"""Inquiries: one has arrived, who asks for what and their phone; or it is in other hands now."""

from domain.entities.inquiries import Inquiry, InquiryKind
from domain.entities.notices import Notice
from domain.entities.people import Right, StaffMember
from domain.notices.inquiries import (
    INQUIRY_ARRIVED,
    INQUIRY_CLOSED,
    INQUIRY_CONFIRMED,
    INQUIRY_DONE,
    INQUIRY_HANDED_OVER,
    INQUIRY_WITHDRAWN,
)
from domain.ports.desk import Desk
from locales import Fact, Sentence, _, lines
from locales.terms.clients import people, whom_to_call
from locales.terms.inquiries import INQUIRY_KINDS, came_by
from locales.terms.reasons import reason_words
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_client, for_staff

OPEN = (_("📂 To the inquiry"), "open_inquiry")
MAKE_DEAL = (_("➕ Open a deal"), "make_deal")


@words_of(INQUIRY_ARRIVED)
def arrived(desk: Desk, notice: Notice) -> MessageContent:
    inquiry = desk.repositories.inquiries.get(notice.facts["inquiry"])
    member = for_staff(desk, notice, inquiry.branch)
    text = lines(
        _("📥 <b>Inquiry #{number}</b> · {channel}")(number=inquiry.id, channel=came_by(inquiry)),
        whom_to_call(inquiry.client),
        wish(inquiry),
        _("👥 {group}")(group=inquiry.group_name or INQUIRY_KINDS[inquiry.kind])
        if inquiry.kind is InquiryKind.GROUP
        else None,
        _("💶 Up to {budget}")(budget=inquiry.budget) if inquiry.budget else None,
        _("💬 {wishes}")(wishes=excerpt(inquiry.wishes)) if inquiry.wishes else None,
        _by(inquiry),
    )
    return MessageContent(text, _buttons(member, inquiry))


def _by(inquiry: Inquiry) -> Sentence | None:
    if inquiry.taken_by is None:
        return None
    return (_("Entered by {name}") if inquiry.was_entered else _("Taken by {name}"))(
        name=inquiry.taken_by.name
    )


def _buttons(member: StaffMember, inquiry: Inquiry) -> tuple[tuple[Sentence, str], ...]:
    """It becomes a deal with one tap where all is known, or with the questions that are left."""
    return (MAKE_DEAL, OPEN) if inquiry.is_open and member.may(Right.OPEN_DEALS) else (OPEN,)


@words_of(INQUIRY_HANDED_OVER)
def handed_over(desk: Desk, notice: Notice) -> MessageContent:
    """To whoever has it now, and to whoever had it: who belongs to another branch by now hears that it is gone."""
    inquiry = desk.repositories.inquiries.get(notice.facts["inquiry"])
    member = for_staff(desk, notice)
    by, name, was = (notice.facts[fact] for fact in ("by", "name", "was"))
    sees = member.sees(inquiry.branch)
    if member.name == name and not sees:
        raise NothingToSay("of another branch")
    yours = inquiry.taken_by is member
    if by == name:
        how = _("{name} has taken it over from {was}.")(name=name, was=was)
    elif was in {None, by}:
        how = _("{by} hands it over to {name}.")(by=by, name=name)
    else:
        how = _("{by} hands it over from {was} to {name}.")(by=by, was=was, name=name)
    text = lines(
        _("🤝 <b>Inquiry #{number} is now yours</b>")(number=inquiry.id)
        if yours
        else _("🤝 <b>Inquiry #{number} is now with {name}</b>")(number=inquiry.id, name=name),
        how,
        *([whom_to_call(inquiry.client), wish(inquiry)] if sees else []),
        _("💬 {wishes}")(wishes=excerpt(inquiry.wishes)) if yours and inquiry.wishes else None,
    )
    return MessageContent(text, (_buttons(member, inquiry) if yours else (OPEN,)) if sees else ())


@words_of(INQUIRY_WITHDRAWN)
def withdrawn(desk: Desk, notice: Notice) -> MessageContent:
    inquiry = desk.repositories.inquiries.get(notice.facts["inquiry"])
    for_staff(desk, notice, inquiry.branch)
    text = lines(
        _("✖ <b>Inquiry #{number} was withdrawn by the client</b>")(number=inquiry.id),
        whom_to_call(inquiry.client),
        wish(inquiry),
    )
    return MessageContent(text, (OPEN,))


@words_of(INQUIRY_DONE)
def done(desk: Desk, notice: Notice) -> MessageContent:
    """A colleague has closed it."""
    inquiry = desk.repositories.inquiries.get(notice.facts["inquiry"])
    for_staff(desk, notice, inquiry.branch)
    text = lines(
        _("✖ <b>{by} has closed inquiry #{number}</b>")(by=notice.facts["by"], number=inquiry.id),
        whom_to_call(inquiry.client),
        wish(inquiry),
        _("Why: {reason}")(reason=reason_words(excerpt(notice.facts["reason"]), desk.agency.definitions)),
    )
    return MessageContent(text, (OPEN,))


@words_of(INQUIRY_CONFIRMED)
def confirmed(desk: Desk, notice: Notice) -> MessageContent:
    """To the client, who has asked on a web site: until when somebody answers is what the answer clock says."""
    inquiry = desk.repositories.inquiries.get(notice.facts["inquiry"])
    for_client(inquiry.client, notice)
    if not inquiry.is_open:
        raise NothingToSay("done already")
    waits = desk.archive.conversations.of(inquiry.client)
    by = waits.due_at if waits and waits.waits_for_us and waits.inquiry == inquiry.id else None
    text = lines(
        _("✅ <b>We have your inquiry</b>"),
        wish(inquiry),
        _("It came from {source}.")(source=came_by(inquiry)),
        _("You will hear from us by {at}.")(at=by) if by else _("You will hear from us soon."),
        _("Was it not you? Then please write to us here."),
    )
    found: dict[str, Fact] = {"wish": wish(inquiry), "number": inquiry.id}
    return MessageContent(text, ((_("💬 Write back"), "ask_question"),), found=found)


@words_of(INQUIRY_CLOSED)
def closed(desk: Desk, notice: Notice) -> MessageContent:
    """To the client, without the reason: that is the agency's own note."""
    inquiry = desk.repositories.inquiries.get(notice.facts["inquiry"])
    for_client(inquiry.client, notice)
    text = lines(
        _("Your inquiry is closed."),
        wish(inquiry),
        _("If that is a surprise, write to us here."),
    )
    found: dict[str, Fact] = {"wish": wish(inquiry), "number": inquiry.id}
    return MessageContent(text, ((_("💬 Write back"), "ask_question"),), found=found)


def wish(inquiry: Inquiry) -> Sentence:
    where, when = inquiry.about, inquiry.asked_time
    if inquiry.trip or when is None:
        return _("🏝 {where} · {people}")(where=where, people=people(inquiry.heads))
    return _("🏝 {where} · {when} · {people}")(
        where=where, when=excerpt(when, 200) if isinstance(when, str) else when, people=people(inquiry.heads)
    )

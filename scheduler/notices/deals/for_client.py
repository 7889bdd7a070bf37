"""What a client hears of their own reservation: that we work on it, and that it is closed."""

from domain.entities.notices import Notice
from domain.notices.deals import DEAL_CLOSED, DEAL_CONFIRMED, JOURNEY_AHEAD
from domain.ports.desk import Desk
from domain.queries.contacts import contact
from domain.queries.services import begins_on
from locales import Fact, Weekday, _, lines
from locales.terms.services import notice_line
from locales.terms.trips import seats
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import client_deal, for_client

MY_DEAL = (_("🧳 My trip"), "my_deal")
ASK = (_("💬 Ask a question"), "ask_question")


@words_of(DEAL_CONFIRMED)
def confirmed(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    priced = _("Booking #{number} · {seats} · {price}")(
        number=deal.id, seats=seats(deal.seats), price=deal.price
    )
    unpriced = _("Booking #{number} · {seats}") if deal.is_booking else _("#{number} · {seats}")
    who = contact(desk, deal)
    text = lines(
        _("🧳 <b>{title}</b>")(title=deal.called),
        _("Your booking is in progress.") if deal.is_booking else _("We are preparing your trip."),
        priced if deal.price else unpriced(number=deal.id, seats=seats(deal.seats)),
        _("Your contact is {name}: just write here. We will tell you about every step.")(name=who.first_name)
        if who and deal.is_booking
        else _("We will tell you about every step here."),
    )
    found: dict[str, Fact] = {"responsible": who.first_name} if who else {}
    return MessageContent(text, (MY_DEAL,), found=found)


@words_of(DEAL_CLOSED)
def closed(desk: Desk, notice: Notice) -> MessageContent:
    """Without the reason: that is the agency's own note."""
    deal = desk.repositories.deals.get(notice.facts["deal"])
    for_client(deal.client, notice)
    text = lines(
        _("Your booking #{number} is closed: {title}.")(number=deal.id, title=deal.called)
        if deal.is_booking
        else _("Your inquiry is closed: {title}.")(title=deal.called),
        _("Paid: {paid}")(paid=deal.paid) if deal.paid else None,
        _("If that is a surprise, write to us here."),
    )
    return MessageContent(text, (ASK,))


@words_of(JOURNEY_AHEAD)
def journey_ahead(desk: Desk, notice: Notice) -> MessageContent:
    """Of a tailor-made journey, whose place and hour stand on the voucher."""
    deal = client_deal(desk, notice)
    if deal.starts is None or notice.facts["starts"] != deal.starts.isoformat():
        raise NothingToSay("it begins on another day")
    when = {0: _("🧳 <b>Today: {title}</b>"), 1: _("🧳 <b>Tomorrow: {title}</b>")}
    headline = when.get((deal.starts - desk.today).days, _("🧳 <b>Soon: {title}</b>"))
    text = lines(
        headline(title=deal.called),
        _("🗓 From {day}")(day=Weekday(deal.starts)),
        _("↩️ Back on {day}")(day=Weekday(deal.ends)) if deal.ends and deal.ends != deal.starts else None,
        *(notice_line(one) for one in begins_on(desk, deal, deal.starts)),
        _("💶 Left to pay: {owed}")(owed=deal.owed) if deal.owed.minor > 0 else None,
        _("If anything is unclear, write to us here."),
    )
    found: dict[str, Fact] = {"day": Weekday(deal.starts)}
    return MessageContent(text, (MY_DEAL, ASK), found=found)

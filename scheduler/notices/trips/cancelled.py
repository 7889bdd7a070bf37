"""A trip that does not take place: for those who booked, and the staff."""

from domain.entities.deals import AfterCancel
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.notices.trips import CANCEL_CHOSEN, TRIP_CANCELLED, TRIP_CANCELLED_STAFF
from domain.ports.desk import Desk
from locales import _, lines, n_
from locales.terms.cancelling import AFTER_CANCEL
from locales.terms.clients import whom_to_call
from scheduler.notices.deals.for_staff import OPEN
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import client_deal, for_staff, staff_deal

CHOICES = tuple((AFTER_CANCEL[choice], choice.value) for choice in AfterCancel)
NAMED = 20


@words_of(TRIP_CANCELLED)
def for_client(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    text = lines(
        _("❌ <b>{trip} is cancelled</b>")(trip=deal.called),
        _("We are sorry. Paid so far: {paid}")(paid=deal.paid) if deal.paid else _("We are sorry."),
        _("What would you like instead?"),
    )
    return MessageContent(text, CHOICES)


@words_of(TRIP_CANCELLED_STAFF)
def for_colleagues(desk: Desk, notice: Notice) -> MessageContent:
    """With those who have to be called, for whoever calls clients: a guide only hears it."""
    member = for_staff(desk, notice)
    trip = desk.repositories.trips.get(notice.facts["trip"])
    booked = desk.archive.deals.of_trip(trip) if member.may(Right.MOVE_DEALS) else ()
    deals = [deal for deal in booked if deal.is_open and member.sees(deal.branch)]
    to_call = [deal for deal in deals if not deal.client.reachable]
    told = n_(
        "{count} client has been asked what they would like.",
        "{count} clients have been asked what they would like.",
    )
    text = lines(
        _("❌ <b>{trip} is cancelled</b>")(trip=trip.title),
        told(count=len(deals) - len(to_call)) if len(deals) > len(to_call) else None,
        _("Please call:") if to_call else None,
        *[whom_to_call(deal.client) for deal in to_call[:NAMED]],
        _("…") if len(to_call) > NAMED else None,
    )
    return MessageContent(text, ((_("🚌 To the trip"), "open_trip"),))


@words_of(CANCEL_CHOSEN)
def chosen(desk: Desk, notice: Notice) -> MessageContent:
    deal = staff_deal(desk, notice)
    choice = AfterCancel(notice.facts["choice"])
    if deal.after_cancel is not None and deal.after_cancel is not choice:
        raise NothingToSay("something else was chosen since")
    text = lines(
        _("❌ <b>{client} · {title}</b>")(client=deal.client.name, title=deal.called),
        _("Instead of the trip: {choice}")(choice=AFTER_CANCEL[choice]),
    )
    return MessageContent(text, (OPEN,))

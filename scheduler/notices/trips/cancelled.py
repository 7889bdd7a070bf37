"""A trip that does not take place, or is another one now: for those who booked, those who would like to, and the staff."""

from domain.entities.deals import AfterCancel
from domain.entities.notices import Notice
from domain.notices.trips import CANCEL_CHOSEN, TRIP_CANCELLED, TRIP_CANCELLED_STAFF, TRIP_NEWS
from domain.ports.desk import Desk
from locales import Voice, Weekday, _, lines, n_
from locales.terms.cancelling import AFTER_CANCEL
from locales.terms.clients import whom_to_call
from locales.terms.trip_words import departure_words, place_words
from scheduler.notices import recipients
from scheduler.notices.deals.for_staff import OPEN
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import client_deal, for_staff, staff_deal

CHOICES = tuple((AFTER_CANCEL[choice], choice.value) for choice in AfterCancel)
NAMED = 20
CALLED_NOW = _("✏️ <b>The trip has another name now: {trip}</b>")


@words_of(TRIP_CANCELLED)
def for_client(desk: Desk, notice: Notice) -> MessageContent:
    deal = client_deal(desk, notice)
    text = lines(
        _("❌ <b>{trip} does not take place</b>")(trip=deal.called),
        _("We are sorry. Paid so far: {paid}")(paid=deal.paid) if deal.paid else _("We are sorry."),
        _("What would you like instead?"),
    )
    return MessageContent(text, CHOICES)


@words_of(TRIP_CANCELLED_STAFF)
def for_colleagues(desk: Desk, notice: Notice) -> MessageContent:
    """With those who have to be called."""
    member = for_staff(desk, notice)
    trip = desk.repositories.trips.get(notice.facts["trip"])
    deals = [deal for deal in desk.archive.deals.of_trip(trip) if deal.is_open and member.sees(deal.branch)]
    to_call = [deal for deal in deals if not deal.client.reachable]
    told = n_(
        "{count} client was asked what they would like.", "{count} clients were asked what they would like."
    )
    text = lines(
        _("❌ <b>{trip} does not take place</b>")(trip=trip.title),
        told(count=len(deals) - len(to_call)) if len(deals) > len(to_call) else None,
        _("Please call:") if to_call else None,
        *[whom_to_call(deal.client) for deal in to_call[:NAMED]],
        _("…") if len(to_call) > NAMED else None,
    )
    return MessageContent(text, ((_("🚌 Open the trip"), "open_trip"),))


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


@words_of(TRIP_NEWS)
def for_interested(desk: Desk, notice: Notice) -> MessageContent:
    """Who asked for it or waits in line, and has not booked."""
    recipients.for_client(desk.repositories.clients.get(notice.facts["client"]), notice)
    trip = desk.repositories.trips.get(notice.facts["trip"])
    ask = ((_("💬 Write back"), "ask_question"),)
    if trip.cancelled_at is not None:
        gone = lines(_("❌ <b>{trip} does not take place</b>")(trip=trip.title), _("We are sorry."))
        return MessageContent(gone, ask)
    if trip.departs_at <= desk.now:
        raise NothingToSay("the trip has left")
    called = notice.facts.get("called")
    text = lines(
        CALLED_NOW(trip=trip.title)
        if called
        else _("❗️ <b>The departure has changed: {trip}</b>")(trip=trip.words("name")),
        _("It was: {place}")(place=called) if called else None,
        departure_words(trip, Voice.at(desk, notice.person.language)),
        place_words(trip.words("place"), trip.point),
        _("↩️ Back on {day}")(day=Weekday(trip.returns)),
    )
    return MessageContent(text, ask)

"""Departures: where to be and when, that it has changed, and whom the staff must call."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from domain.entities.deals import Deal
from domain.entities.notices import Notice, NoticeKind
from domain.entities.trips import Trip
from domain.notices.trips import (
    DEPARTURE,
    DEPARTURE_CHANGED,
    DEPARTURE_SILENT,
    DEPARTURE_UNREACHED,
    TRIP_CHANGED,
)
from domain.ports.desk import Desk
from domain.queries.bookings import bookings_beside, by_client
from domain.queries.services import begins_on
from domain.usecases.trips.departures import superseded
from domain.values.money import Money
from locales import Sentence, Voice, Weekday, _, lines, n_
from locales.terms.clients import whom_to_call
from locales.terms.services import notice_line
from locales.terms.trip_words import departure_words, place_words, twice_words
from scheduler.notices.deals.for_client import ASK, MY_DEAL
from scheduler.notices.deals.for_staff import OPEN
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import client_deal, for_staff, staff_deal

BUTTONS = (
    (_("✅ I'll be there"), "be_there"),
    (_("🙅 I can't come"), "cannot_come"),
    (_("⏰ I'm late"), "running_late"),
    (_("💬 I have a question"), "ask_question"),
)
NAMED = 20
"""So many names fit a notice; the departure's list has them all."""


@words_of(DEPARTURE)
def departure(desk: Desk, notice: Notice) -> MessageContent:
    deal, trip = _of(desk, notice)
    ahead = (trip.departs.date() - desk.now.astimezone(trip.where).date()).days
    when = {0: _("🧳 <b>Today: {trip}</b>"), 1: _("🧳 <b>Tomorrow: {trip}</b>")}
    headline = when.get(ahead, _("🧳 <b>Soon: {trip}</b>"))(trip=trip.words("name"))
    return _content(deal, trip, notice, desk, headline, worded_as=DEPARTURE)


@words_of(DEPARTURE_CHANGED)
def changed(desk: Desk, notice: Notice) -> MessageContent:
    """Who has not heard of the departure before, or of no change that is left, hears of it as if it had always been so."""
    deal, trip = _of(desk, notice)
    if not notice.facts.get("heard", True) or _is_as_it_was(trip, notice):
        return departure(desk, notice)
    return _content(deal, trip, notice, desk, CHANGED(trip=trip.words("name")), *_before(deal, notice))


@words_of(TRIP_CHANGED)
def trip_changed(desk: Desk, notice: Notice) -> MessageContent:
    """To whoever has booked, long before: there is nothing to confirm yet."""
    deal, trip = _ahead(desk, notice)
    if notice.facts["change"] < trip.changes:
        raise NothingToSay("it has changed since")
    if _is_as_it_was(trip, notice):
        raise NothingToSay("it is as it was")
    text = lines(
        CHANGED(trip=trip.words("name")),
        *_where_and_when(desk, notice, trip),
        _("↩️ Back on {day}")(day=Weekday(trip.returns)),
        *_before(deal, notice),
    )
    return MessageContent(text, (MY_DEAL, ASK))


CHANGED = _("❗️ <b>Departure changed: {trip}</b>")


def _is_as_it_was(trip: Trip, notice: Notice) -> bool:
    """Whether what was changed was changed back before they heard of it."""
    now = {"departed": trip.departs.isoformat(), "place": trip.place}
    was = {name: notice.facts[name] for name in now if name in notice.facts}
    return bool(was) and all(now[name] == said for name, said in was.items())


def _before(deal: Deal, notice: Notice) -> Iterator[Sentence]:
    """What it was, and that the voucher still says so."""
    if departed := notice.facts.get("departed"):
        was = datetime.fromisoformat(departed)
        if (
            deal.trip is not None
            and notice.kind == DEPARTURE_CHANGED
            and was.date() != deal.trip.departs.date()
        ):
            yield _("↩️ Back on {day}")(day=Weekday(deal.trip.returns))
        yield _("Before: {day}, {time}")(day=Weekday(was.date()), time=was.time())
    if place := notice.facts.get("place"):
        yield _("Before: {place}")(place=place)
    if deal.voucher_sent_at is not None:
        yield _("🎫 Your voucher still shows the old details; the new one is under “My trip”.")


@words_of(DEPARTURE_UNREACHED)
def unreached(desk: Desk, notice: Notice) -> MessageContent:
    """Each branch calls its own clients."""
    member = for_staff(desk, notice)
    trip = desk.repositories.trips.get(notice.facts["trip"])
    everybody = desk.repositories.deals.of_trip(trip)
    deals = [deal for deal in everybody if deal.is_unreached and member.sees(deal.branch)]
    if not deals:
        raise NothingToSay("everybody was told")
    clients = list(by_client(deals))
    text = lines(
        n_(
            "📵 <b>{count} client could not be reached: {trip}</b>",
            "📵 <b>{count} clients could not be reached: {trip}</b>",
        )(count=len(clients), trip=trip.title),
        *[whom_to_call(client) for client in clients[:NAMED]],
        _("…") if len(clients) > NAMED else None,
        "",
        departure_words(trip, _voice(desk, notice)),
        place_words(trip.words("place"), trip.point),
        _("Please call, and note it below."),
    )
    return MessageContent(text, ((_("🚌 The departure"), "departure_of"),))


@words_of(DEPARTURE_SILENT)
def silent(desk: Desk, notice: Notice) -> MessageContent:
    deal = staff_deal(desk, notice)
    if deal.confirmed_at or deal.client.reachable or deal.trip is None or not deal.trip.is_ahead(desk.now):
        raise NothingToSay("they confirmed, or can be reached again, or the trip has left")
    text = lines(
        _("📵 <b>{client} can no longer be reached: {trip}</b>")(
            client=deal.client.name, trip=deal.trip.title
        ),
        whom_to_call(deal.client),
        _("They were told of the departure and have not confirmed. Please call."),
        departure_words(deal.trip, _voice(desk, notice)),
    )
    return MessageContent(text, (OPEN,))


def _ahead(desk: Desk, notice: Notice) -> tuple[Deal, Trip]:
    deal = client_deal(desk, notice)
    if deal.trip is None or not deal.trip.is_ahead(desk.now):
        raise NothingToSay("the trip has left, or does not take place")
    return deal, deal.trip


def _of(desk: Desk, notice: Notice) -> tuple[Deal, Trip]:
    deal, trip = _ahead(desk, notice)
    if superseded(desk, notice, deal):
        raise NothingToSay("it has changed since")
    return deal, trip


def _content(
    deal: Deal,
    trip: Trip,
    notice: Notice,
    desk: Desk,
    headline: Sentence,
    *before: Sentence,
    worded_as: NoticeKind | None = None,
) -> MessageContent:
    text = lines(
        headline,
        *_where_and_when(desk, notice, trip),
        *before,
        *(notice_line(one) for one in begins_on(desk, deal, trip.departs.date())),
        _("🎒 Bring: {bring}")(bring=trip.words("bring").each(excerpt)) if trip.bring else None,
        *_left_to_pay([deal, *bookings_beside(desk, deal)]),
        "",
        _("Are you coming? Please confirm."),
    )
    return MessageContent(text, BUTTONS, pin=trip.point, worded_as=worded_as)


def _left_to_pay(deals: Sequence[Deal]) -> Iterator[Sentence]:
    """Of all that they have booked on the trip, by currency."""
    owed: dict[str, Money] = {}
    for deal in deals:
        if deal.owed.minor > 0:
            left = deal.owed
            owed[left.currency] = owed[left.currency] + left if left.currency in owed else left
    for left in owed.values():
        yield _("💶 Left to pay: {owed}")(owed=left)


def _where_and_when(desk: Desk, notice: Notice, trip: Trip) -> tuple[Sentence | None, ...]:
    told = departure_words(trip, _voice(desk, notice))
    return told, twice_words(trip), place_words(trip.words("place"), trip.point)


def _voice(desk: Desk, notice: Notice) -> Voice:
    return Voice.at(desk, notice.person.language)

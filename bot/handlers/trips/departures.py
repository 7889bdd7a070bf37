"""The departure of a trip: who will be there, who was told, who is to be called."""

from collections.abc import Sequence

from bot.conversation.exchange import Exchange
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, back, column, go
from bot.links.deals import DEAL
from bot.links.trips import DEPARTURE, TOLD_BY_PHONE, TRIP, TRIP_SLOTS
from domain.entities.deals import DealNumber
from domain.entities.notices import Notice
from domain.entities.people import Right
from domain.entities.trips import Trip, TripNumber
from domain.queries.participants import Attendance, ExpectedClient, attendance
from domain.usecases.trips import departures
from locales import Sentence, _, lines, n_
from locales.terms.deals import stage_words
from locales.terms.phones import pretty_phone
from locales.terms.trip_words import departure_words, place_words, twice_words
from locales.terms.trips import seats
from locales.voice import Voice

routes = Routes()

LISTED = 40
"""Lines of one group: more would not fit a message, and nobody reads them on a phone."""
CALLED = 12
"""Buttons for those who are to be called; the next appear as these are told."""


@routes.draws(DEPARTURE)
def departure(exchange: Exchange, number: TripNumber) -> Screen:
    found = attendance(exchange.desk, number)
    text = lines(
        _("<b>Departure: {trip}</b>")(trip=found.trip.title),
        *where_and_when(found, exchange.voice),
        _when_told(exchange, found),
        *_group(_("✅ Will be there: {seats}"), found.confirmed),
        *_group(_("🙅 Cannot come: {seats}"), found.absent),
        *_group(_("👀 Told, not confirmed yet: {seats}"), found.told),
        *_group(_("📵 Not reached, please call: {seats}"), found.unreached),
        *_group(_("⏳ Still to be told: {seats}"), found.waiting),
    )
    ends = [go(_("🔄 Refresh"), DEPARTURE, number), back(TRIP, number)]
    return Screen(text, column([*_calls(exchange, found), *ends]))


def where_and_when(found: Attendance, voice: Voice) -> list[Sentence]:
    trip = found.trip
    known = [departure_words(trip, voice), twice_words(trip), place_words(trip.words("place"), trip.point)]
    return [sentence for sentence in known if sentence is not None]


def _when_told(exchange: Exchange, found: Attendance) -> Sentence:
    if found.trip.told_at:
        return _("📣 Clients were told on {at}")(at=found.trip.told_at)
    if found.trip.departs_at <= exchange.desk.now:
        return _("The trip has left.")
    return _("📣 Clients will be told on {at}")(at=found.trip.reminder_at)


def _group(title: Sentence, some: Sequence[ExpectedClient]) -> list[Sentence | str]:
    if not some:
        return []
    count = seats(sum(one.seats for one in some))
    more = (
        [n_("… and {count} more deal", "… and {count} more deals")(count=len(some) - LISTED)]
        if len(some) > LISTED
        else []
    )
    return [
        "",
        _("<b>{title}</b>")(title=title(seats=count)),
        *(_line(one) for one in some[:LISTED]),
        *more,
    ]


def _line(one: ExpectedClient) -> Sentence:
    """A deal that has not come as far as the voucher still owes something: that is said too."""
    if one.late:
        late = _("{client}, {phone} · {seats} · ⏰ {minutes} min late")
        return late(
            client=one.client, phone=pretty_phone(one.phone), seats=seats(one.seats), minutes=one.late
        )
    client = f"📵 {one.client}" if one.silent else one.client
    facts = {"client": client, "phone": pretty_phone(one.phone), "seats": seats(one.seats)}
    if one.owes:
        stage = stage_words(one.step, one.names)
        return _("#{number} {client}, {phone} · {seats} · ⚠️ {stage}")(**facts, number=one.deal, stage=stage)
    return _("#{number} {client}, {phone} · {seats}")(**facts, number=one.deal)


def _calls(exchange: Exchange, found: Attendance) -> list[Button]:
    if not found.trip.told_at or not exchange.desk.actor.may(Right.MOVE_DEALS):
        return []
    return [
        act(_("☎️ Told by phone: {client}")(client=one.client), TOLD_BY_PHONE, one.deal)
        for one in [one for one in found.unreached if one.within_reach][:CALLED]
    ]


@routes.does(TOLD_BY_PHONE)
def told_by_phone(exchange: Exchange, number: DealNumber) -> None:
    deal = departures.told_by_phone(exchange.desk, number)
    exchange.note(_("Noted: {client} knows.")(client=deal.client.name))
    if deal.trip is None:
        exchange.show(DEAL, number)
    else:
        exchange.show(DEPARTURE, deal.trip.id)


@routes.verb("departure_of")
def departure_of(exchange: Exchange, notice: Notice) -> None:
    exchange.show(DEPARTURE, notice.facts["trip"])


@TRIP_SLOTS.button(30, Right.SEE_PARTICIPANTS)
def departure_of_trip(_exchange: Exchange, trip: Trip) -> Button | None:
    return go(_("📣 Departure"), DEPARTURE, trip.id) if trip.cancelled_at is None else None

"""A trip that is another one now: for those who would like to go, who go along, and who lead its deals."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from domain.entities.notices import Notice
from domain.entities.trips import Trip
from domain.notices.trips import TRIP_CHANGED_STAFF, TRIP_NEWS
from domain.ports.desk import Desk
from domain.values.money import Money
from domain.values.translated import Translated
from locales import Sentence, Voice, Weekday, _, lines
from locales.terms.trip_words import departure_words, place_words
from scheduler.notices.deals.changed import DUE_NOW
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay, excerpt
from scheduler.notices.recipients import for_client, for_staff
from scheduler.notices.trips.departures import CHANGED

Was = Mapping[str, Any]

CALLED_NOW = _("✏️ <b>The trip has a new name: {trip}</b>")
OTHERWISE = _("❗️ <b>Something has changed: {trip}</b>")


@words_of(TRIP_NEWS)
def for_interested(desk: Desk, notice: Notice) -> MessageContent:
    """Who asked for it or waits in line, and has not booked."""
    for_client(desk.repositories.clients.get(notice.facts["client"]), notice)
    trip = desk.repositories.trips.get(notice.facts["trip"])
    ask = ((_("💬 Write back"), "ask_question"),)
    if trip.cancelled_at is not None:
        gone = lines(_("❌ <b>{trip} is cancelled</b>")(trip=trip.title), _("We are sorry."))
        return MessageContent(gone, ask)
    return MessageContent(lines(*_news(desk, notice, trip)), ask)


@words_of(TRIP_CHANGED_STAFF)
def for_colleague(desk: Desk, notice: Notice) -> MessageContent:
    """A guide hears nothing of money: who tells them leaves it out."""
    for_staff(desk, notice)
    trip = desk.repositories.trips.get(notice.facts["trip"])
    by = _("Changed by {by}")(by=notice.facts["by"])
    return MessageContent(lines(*_news(desk, notice, trip), by), ((_("🚌 To the trip"), "open_trip"),))


def _news(desk: Desk, notice: Notice, trip: Trip) -> Iterator[Sentence]:
    """What is as it was is no news. Raises NothingToSay."""
    was: Was = notice.facts["was"]
    if not trip.is_ahead(desk.now):
        raise NothingToSay("the trip has left, or does not take place")
    named, moved, besides = [*_named(trip, was)], [*_where(trip, was)], [*_besides(trip, was)]
    elsewhere = bool(moved) or _pin(trip) != was["point"]
    if not named and not elsewhere and not besides:
        raise NothingToSay("it is as it was")
    if named:
        yield CALLED_NOW(trip=trip.title)
    else:
        yield (CHANGED if elsewhere else OTHERWISE)(trip=trip.words("name"))
    yield from named
    if named or elsewhere:
        yield departure_words(trip, Voice.at(desk, notice.person.language))
        yield place_words(trip.words("place"), trip.point)
        yield _("↩️ Back on {day}")(day=Weekday(trip.returns))
    yield from moved
    yield from besides


def _named(trip: Trip, was: Was) -> Iterator[Sentence]:
    if (called := Translated.of_kept(was["name"])) != trip.words("name"):
        yield _("Before: {place}")(place=called)


def _where(trip: Trip, was: Was) -> Iterator[Sentence]:
    if was["departs"] != trip.departs.isoformat():
        departed = datetime.fromisoformat(was["departs"])
        yield _("Before: {day}, {time}")(day=Weekday(departed.date()), time=departed.time())
    if was["place"] != trip.place:
        yield _("Before: {place}")(place=was["place"])


def _besides(trip: Trip, was: Was) -> Iterator[Sentence]:
    if was["bring"] != trip.bring:
        bring = _("🎒 Bring: {bring}")(bring=trip.words("bring").each(excerpt))
        yield bring if trip.bring else _("🎒 There is no longer anything special to bring.")
    if (price := Money.kept(was["price"])) != trip.price:
        yield _("Price: {price} → {rest}")(price=price, rest=trip.price)
    if (deposit := Money.kept(was["deposit"])) != trip.deposit:
        yield _("Deposit: {deposit} → {rest}")(deposit=deposit, rest=trip.deposit)
    for what, words in DUE_NOW.items():
        if was[what] != (day := getattr(trip, what)).isoformat():
            yield words(day=day)


def _pin(trip: Trip) -> list[float] | None:
    return [trip.point.latitude, trip.point.longitude] if trip.point else None

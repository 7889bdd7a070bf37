"""The departure of a trip: who will be there, who was told, who is to be called; and the client's "I'll be there"."""

from collections.abc import Sequence

from bot.routes import Routes
from bot.screen import Button, Screen, column, go
from bot.talk import Talk
from domain.branches import within
from domain.deals import Deal
from domain.notices import Notice
from domain.people import Right
from domain.usecases import departures
from domain.usecases.muster import Muster, muster
from locales import Sentence, _, lines, n_
from locales.journeys import departure_words, place_words, twice_words
from locales.phones import pretty_phone
from locales.terms import stage_words
from locales.things import seats
from locales.voice import Voice

routes = Routes()

LISTED = 40
"""Lines of one group: more would not fit a message, and nobody reads them on a phone."""
CALLED = 12
"""Buttons for those who are to be called; the next appear as these are told."""


@routes.view("departure")
def departure(talk: Talk, number: int) -> Screen:
    found = muster(talk.desk, number)
    text = lines(
        _("<b>Departure: {trip}</b>")(trip=found.trip.title),
        *where_and_when(found, talk.voice),
        _when_told(talk, found),
        *_group(talk, _("✅ Will be there: {seats}"), found.confirmed),
        *_group(talk, _("👀 Told, not confirmed yet: {seats}"), found.told),
        *_group(talk, _("📵 Not reached, please call: {seats}"), found.unreached),
        *_group(talk, _("⏳ To be told: {seats}"), found.waiting),
    )
    ends = [go(_("🔄 Refresh"), "departure", number), go(_("◀ Back"), "trip", number)]
    return Screen(text, column([*_calls(talk, found), *ends]))


def where_and_when(found: Muster, voice: Voice) -> list[Sentence]:
    trip = found.trip
    told = [departure_words(trip, voice), twice_words(trip), place_words(trip.place, trip.point)]
    return [sentence for sentence in told if sentence is not None]


def _when_told(talk: Talk, found: Muster) -> Sentence:
    if found.trip.told_at:
        return _("📣 Clients were told on {at}")(at=found.trip.told_at)
    if found.trip.departs_at <= talk.desk.now:
        return _("The trip has left.")
    return _("📣 Clients are told on {at}")(at=found.trip.reminder_at)


def _group(talk: Talk, title: Sentence, deals: Sequence[Deal]) -> list[Sentence | str]:
    if not deals:
        return []
    count = seats(sum(deal.seats for deal in deals))
    more = (
        [n_("… and {count} more deal", "… and {count} more deals")(count=len(deals) - LISTED)]
        if len(deals) > LISTED
        else []
    )
    return [
        "",
        _("<b>{title}</b>")(title=title(seats=count)),
        *(_line(talk, deal) for deal in deals[:LISTED]),
        *more,
    ]


def _line(talk: Talk, deal: Deal) -> Sentence:
    """A deal that has not come as far as the voucher still owes something: that is said too."""
    facts = {"client": deal.client.name, "phone": pretty_phone(deal.client.phone), "seats": seats(deal.seats)}
    pipeline = talk.desk.agency.pipeline
    if deal.is_open and not pipeline.reached(deal.step_key, "voucher"):
        stage = stage_words(deal.stage, deal.substage)
        return _("№ {number} {client}, {phone} · {seats} · ⚠️ {stage}")(**facts, number=deal.id, stage=stage)
    return _("№ {number} {client}, {phone} · {seats}")(**facts, number=deal.id)


def _calls(talk: Talk, found: Muster) -> list[Button]:
    if not found.trip.told_at or not talk.desk.actor.may(Right.MOVE_DEALS):
        return []
    return [
        Button(_("☎️ Told by phone: {client}")(client=deal.client.name), "told_by_phone", (deal.id,))
        for deal in [one for one in found.unreached if within(talk.desk.actor.reach, one.branch)][:CALLED]
    ]


@routes.action("told_by_phone")
def told_by_phone(talk: Talk, number: int) -> None:
    deal = departures.told_by_phone(talk.desk, number)
    assert deal.trip is not None
    talk.note(_("Noted: {client} knows.")(client=deal.client.name))
    talk.show("departure", deal.trip.id)


@routes.verb("departure_of")
def departure_of(talk: Talk, notice: Notice) -> None:
    talk.show("departure", notice.facts["trip"])


@routes.verb("be_there")
def be_there(talk: Talk, notice: Notice) -> None:
    known = talk.desk.records.deals.get(notice.facts["deal"]).confirmed_at is not None
    deal = departures.confirm(talk.desk, notice.facts["deal"], notice.facts.get("change"))
    trip = deal.trip
    assert trip is not None
    if known:
        talk.note(_("We know already, thank you!"))
        return
    talk.note(_("Thank you!"))
    talk.say(
        lines(
            _("🙌 Thank you, {name}! We expect you: {trip}.")(name=deal.client.name, trip=trip.name),
            departure_words(trip, talk.voice),
            place_words(trip.place, trip.point),
        )
    )

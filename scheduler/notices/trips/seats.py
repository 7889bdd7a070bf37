"""Seats that became free: for whoever waits first in line, and for the staff."""

from domain.entities.notices import Notice
from domain.entities.waiting import WaitingPlace
from domain.notices.trips import PROMISE_TAKEN_BACK, PUT_IN_LINE, SEAT_FREE, SEAT_FREE_STAFF
from domain.ports.desk import Desk
from domain.queries.joining import turn_in_line
from locales import Fact, Sentence, _, lines, n_
from locales.terms.clients import whom_to_call
from locales.terms.trips import seats
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_client, for_staff

A_DAY = 24
"""Hours."""


@words_of(PUT_IN_LINE)
def put_in_line(desk: Desk, notice: Notice) -> MessageContent:
    """By a colleague of ours, at the client's wish."""
    place = _place(desk, notice)
    for_client(place.client, notice)
    if place.offered_at is not None:
        raise NothingToSay("the seats were offered already")
    turn = turn_in_line(desk, place)
    text = _(
        "You are number {turn} on the waiting list for {trip}: {seats}. We will write to you when they are free."
    )(turn=turn, trip=place.trip.title, seats=seats(place.seats))
    found: dict[str, Fact] = {"turn": turn, "seats": seats(place.seats)}
    return MessageContent(text, ((_("✖ Stop waiting"), "leave_place"),), found=found)


@words_of(SEAT_FREE)
def free(desk: Desk, notice: Notice) -> MessageContent:
    place = _place(desk, notice)
    for_client(place.client, notice)
    if place.offered_at is None:
        raise NothingToSay("the promise was taken back")
    text = lines(
        _("🎉 <b>{trip}</b>")(trip=place.trip.title),
        _("Free for you now: {seats}.")(seats=seats(place.seats)),
        _soon(desk.agency.timing.seat_offer_hours),
    )
    choices = ((_("✅ Yes, please"), "take_seat"), (_("✖ No, thank you"), "leave_place"))
    return MessageContent(text, choices, found={"seats": seats(place.seats)})


@words_of(PROMISE_TAKEN_BACK)
def taken_back(desk: Desk, notice: Notice) -> MessageContent:
    place = _place(desk, notice)
    for_client(place.client, notice)
    if place.offered_at is not None:
        raise NothingToSay("the seats were offered again")
    text = lines(
        _("<b>{trip}</b>")(trip=place.trip.title),
        _("We are sorry: the seats we offered you ({seats}) are no longer free.")(seats=seats(place.seats)),
        _("You keep your place on the waiting list. We will write to you when there are seats again."),
    )
    return MessageContent(text, ((_("✖ Stop waiting"), "leave_place"),), found={"seats": seats(place.seats)})


def _soon(hours: int) -> Sentence:
    if hours == A_DAY:
        return _("They are yours for a day; then they are offered to the next in line.")
    return n_(
        "They are yours for {count} more hour; then they are offered to the next in line.",
        "They are yours for {count} more hours; then they are offered to the next in line.",
    )(count=hours)


@words_of(SEAT_FREE_STAFF)
def free_for_staff(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    place = _place(desk, notice)
    told = _("We have asked the client here.")
    text = lines(
        _("💺 <b>Free on {trip}: {seats}</b>")(trip=place.trip.title, seats=seats(place.seats)),
        _("Next on the waiting list: {client}")(client=whom_to_call(place.client)),
        told if place.client.reachable else _("📵 Cannot be reached here: please call."),
    )
    return MessageContent(text, ((_("🚌 To the trip"), "open_trip"),))


def _place(desk: Desk, notice: Notice) -> WaitingPlace:
    """Raises NothingToSay when the place was taken or left since, or the trip has gone."""
    trip = desk.repositories.trips.get(notice.facts["trip"])
    if trip.departs_at <= desk.now:
        raise NothingToSay("the trip has left")
    for place in desk.repositories.trips.waiting(trip):
        if place.id == notice.facts["place"]:
            return place
    raise NothingToSay("nobody waits there any more")

"""Seats that became free: for whoever waits first in line, and for the staff."""

from domain.desk import Desk
from domain.notices import Notice
from domain.trips import WaitingPlace
from domain.usecases.booking import turn_in_line
from locales import _, lines
from locales.things import seats, whom_to_call
from scheduler.letters import Letter, NothingToSay
from scheduler.notices.recipients import for_client, for_staff


def put_in_line(desk: Desk, notice: Notice) -> Letter:
    """By a colleague of ours, at the client's wish."""
    place = _place(desk, notice)
    for_client(place.client, notice)
    if place.offered_at is not None:
        raise NothingToSay("the seats were offered already")
    text = _("You are number {turn} in the line for {trip}: {seats}. We write to you when they are free.")(
        turn=turn_in_line(desk, place), trip=place.trip.title, seats=seats(place.seats)
    )
    return Letter(text, ((_("✖ Leave the line"), "leave_place"),))


def free(desk: Desk, notice: Notice) -> Letter:
    place = _place(desk, notice)
    for_client(place.client, notice)
    text = lines(
        _("🎉 <b>{trip}</b>")(trip=place.trip.title),
        _("What you waited for is free: {seats}.")(seats=seats(place.seats)),
        _("Take it soon: after a day it goes to the next in line."),
    )
    return Letter(text, ((_("✅ Take it"), "take_seat"), (_("✖ No, thank you"), "leave_place")))


def free_for_staff(desk: Desk, notice: Notice) -> Letter:
    for_staff(desk, notice)
    place = _place(desk, notice)
    told = _("They were asked here whether they take it.")
    text = lines(
        _("🪑 <b>Free on {trip}: {seats}</b>")(trip=place.trip.title, seats=seats(place.seats)),
        _("Next in line: {client}")(client=whom_to_call(place.client)),
        told if place.client.reachable else _("📵 Not to be reached here: please call."),
    )
    return Letter(text, ((_("🚌 Open the trip"), "open_trip"),))


def _place(desk: Desk, notice: Notice) -> WaitingPlace:
    """Raises NothingToSay when the place was taken or left since, or the trip has gone."""
    trip = desk.records.trips.get(notice.facts["trip"])
    if trip.departs_at <= desk.now:
        raise NothingToSay("the trip has left")
    for place in desk.records.trips.waiting(trip):
        if place.id == notice.facts["place"]:
            return place
    raise NothingToSay("nobody waits there any more")

"""To a guide: with which trip they go along, or do no more."""

from domain.entities.notices import Notice
from domain.notices.trips import GUIDE_ASSIGNED, GUIDE_RELIEVED
from domain.ports.desk import Desk
from locales import _, lines
from locales.terms.trip_words import place_words
from locales.terms.trips import seats
from scheduler.notices.declared import words_of
from scheduler.notices.message_content import MessageContent, NothingToSay
from scheduler.notices.recipients import for_staff


@words_of(GUIDE_ASSIGNED)
def assigned(desk: Desk, notice: Notice) -> MessageContent:
    for_staff(desk, notice)
    trip = desk.repositories.trips.get(notice.facts["trip"])
    return MessageContent(
        lines(
            _("🧭 <b>You are the guide: {trip}</b>")(trip=trip.title),
            place_words(trip.words("place"), trip.point),
            _("💺 {seats} taken")(seats=seats(desk.repositories.trips.taken(trip))),
        ),
        ((_("🚌 To the trip"), "open_trip"),),
    )


@words_of(GUIDE_RELIEVED)
def relieved(desk: Desk, notice: Notice) -> MessageContent:
    member = for_staff(desk, notice)
    trip = desk.repositories.trips.get(notice.facts["trip"])
    if any(one.member is member for one in desk.repositories.trips.guides(trip)):
        raise NothingToSay("they go along again")
    return MessageContent(_("🧭 <b>You are no longer the guide: {trip}</b>")(trip=trip.title))

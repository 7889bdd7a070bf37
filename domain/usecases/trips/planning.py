"""Planning trips: putting one up, moving it in time or place, its seats, and its join link."""

import hmac
from datetime import date, datetime

from domain.entities.people import Right
from domain.entities.trip_plans import Point, TripPlan
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.pipelines import kinds_to_plan
from domain.queries.trip_changes import trip_to_copy
from domain.queries.trips import may_have_seats, must_change
from domain.usecases.deals.waiting_line import offer_freed_seats
from domain.usecases.fields.filling import copy_fields
from domain.usecases.staff.failed_links import UnknownLink, must_not_guess
from domain.usecases.trips.concerned import known, tell_concerned
from domain.usecases.trips.departures import tell_change
from domain.values.language import Language
from domain.values.refusals import NotFound, Refusal


def plan_trip(desk: Desk, plan: TripPlan) -> Trip:
    """A new trip. Raises Forbidden, NotFound for a kind that is gone, and Refusal for what cannot be
    (see `domain.entities.trip_plans.check`).
    """
    desk.must(Right.PLAN_TRIPS)
    if plan.kind is not None and plan.kind not in kinds_to_plan(desk):
        raise NotFound("no_such_definition")
    trip = Trip.planned(plan, desk.now, desk.agency.timing.reminder)
    trip.branch = desk.actor.staff.branch if desk.actor.staff else None
    trip.written_in = desk.actor.person.language if desk.actor.person else None
    desk.repositories.trips.add(trip)
    desk.repositories.flush()
    desk.note("trip", trip.id, "planned", title=trip.title, seats=trip.seats, price=str(trip.price))
    return trip


def copy_trip(desk: Desk, number: int, day: date) -> Trip:
    """The same on another day, like last time. Raises Forbidden, and Refusal for what cannot be."""
    before = trip_to_copy(desk, number)
    today = desk.now.astimezone(before.where).date()
    trip = plan_trip(desk, before.again(day, today))
    trip.kind, trip.written_in = before.kind, before.written_in
    trip.translations = {what: dict(said) for what, said in before.translations.items()}
    copy_fields(desk, before, trip)
    if trip.translations:
        desk.repositories.flush()
        desk.repositories.trips.renamed(trip)
    return trip


def reschedule(desk: Desk, number: int, departs: datetime) -> Trip:
    """Another day or time; whoever has booked hears of it. Raises Forbidden, Refusal: in_the_past, no_such_time."""
    trip = to_change(desk, number)
    was, title, so_far = trip.departs, trip.title, known(trip)
    if departs == was:
        return trip
    trip.reschedule(departs, desk.now, desk.agency.timing.reminder)
    if trip.title != title:
        retitle(desk, trip, title)
    desk.note("trip", trip.id, "rescheduled", was=was.isoformat(), becomes=departs.isoformat())
    desk.repositories.flush()
    tell_change(desk, trip, {"departed": was.isoformat()})
    tell_concerned(desk, trip, so_far)
    return trip


def move(desk: Desk, number: int, place: str, point: Point | None) -> Trip:
    """Another place of departure, or another pin for it; whoever has booked hears of it. Raises Forbidden."""
    trip = to_change(desk, number)
    was, so_far = trip.place, known(trip)
    if (place, point) == (was, trip.point):
        return trip
    trip.write("place", place)
    trip.point = point
    desk.repositories.trips.renamed(trip)
    desk.note("trip", trip.id, "moved", was=was, becomes=place)
    desk.repositories.flush()
    tell_change(desk, trip, {"place": was} if place != was else {})
    tell_concerned(desk, trip, so_far)
    return trip


def translate(desk: Desk, number: int, language: Language, texts: dict[str, str | None]) -> Trip:
    """Gives the trip's "name", "place" or what to "bring" in another language; None takes it away. Raises Forbidden."""
    trip = to_change(desk, number)
    trip.translate(language, texts)
    desk.repositories.trips.renamed(trip)
    desk.note("trip", trip.id, "translated", language=language.value)
    return trip


def resize(desk: Desk, number: int, seats: int) -> Trip:
    """More or fewer seats; new ones are offered to the waiting line.

    Raises Forbidden, Refusal: seats_taken, seats_promised, not_a_count.
    """
    trip = to_change(desk, number)
    was = trip.seats
    may_have_seats(desk, trip, seats)
    if seats == was:
        return trip
    trip.seats = seats
    desk.note("trip", trip.id, "resized", was=was, becomes=seats)
    if seats > was:
        offer_freed_seats(desk, trip)
    return trip


def trip_of_link(desk: Desk, token: str) -> Trip:
    """The trip of a join link, from what follows its "t_".

    Raises NotFound: link_closed (made up, revoked, or the trip has left: all answered alike), Refusal: links_locked.
    """
    must_not_guess(desk)
    number, _underscore, seal = token.partition("_")
    trip = _trip(desk, number)
    if trip is None or not any(
        _fits(desk, trip, seal, version) for version in range(1, trip.join_version + 1)
    ):
        raise UnknownLink
    if not _fits(desk, trip, seal, trip.join_version) or not trip.join_open or trip.departs_at <= desk.now:
        raise NotFound("link_closed")
    return trip


def revoke_link(desk: Desk, number: int, version: int) -> Trip:
    """The join link lets nobody in any more, and never will again. Raises Forbidden, Refusal: link_changed."""
    return _change_link(desk, number, version, "link_revoked", is_open=False)


def renew_link(desk: Desk, number: int, version: int) -> Trip:
    """A new join link; the one before it is closed. Raises Forbidden, Refusal: link_changed."""
    return _change_link(desk, number, version, "link_renewed", is_open=True)


def _change_link(desk: Desk, number: int, version: int, what: str, *, is_open: bool) -> Trip:
    """`version` is the link one was looking at: of two people who renew it at once, one link goes out."""
    trip = to_change(desk, number)
    if trip.join_version != version:
        raise Refusal("link_changed")
    trip.join_version, trip.join_open = version + 1, is_open
    desk.note("trip", trip.id, what)
    return trip


def to_change(desk: Desk, number: int) -> Trip:
    """A trip that takes place, locked. Raises Forbidden, NotFound, Refusal: trip_cancelled."""
    desk.must(Right.PLAN_TRIPS)
    trip = desk.repositories.trips.locked(number)
    must_change(desk, trip)
    if trip.cancelled_at is not None:
        raise Refusal("trip_cancelled", trip=trip.title)
    return trip


def _fits(desk: Desk, trip: Trip, seal: str, version: int) -> bool:
    """Whether this link was given out for the trip, in the version it had then."""
    return hmac.compare_digest(seal.encode(), desk.agency.seal(trip.link_text(version)).encode())


def _trip(desk: Desk, number: str) -> Trip | None:
    if not (number.isascii() and number.isdigit() and len(number) <= 15):
        return None
    try:
        return desk.repositories.trips.get(int(number))
    except NotFound:
        return None


def retitle(desk: Desk, trip: Trip, was: str) -> None:
    """The trip is called something else than it was, and is found by it."""
    desk.repositories.trips.renamed(trip)
    for deal in desk.archive.deals.of_trip(trip):
        if deal.title == was:
            deal.title = str(trip.title)

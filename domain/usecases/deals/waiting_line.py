"""The waiting line of a trip: who stands in it, and the seats that are promised to them for a while."""

from collections.abc import Sequence
from typing import Any

from domain.entities.clients import Client
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.notices.trips import PROMISE_TAKEN_BACK, PUT_IN_LINE, SEAT_FREE, SEAT_FREE_STAFF
from domain.ports.desk import Desk
from domain.queries.inquiries import takers
from domain.queries.trips import free_seats, trip_line
from domain.values.refusals import NotFound, Refusal


def wait(desk: Desk, number: int, seats: int, client: int | None = None) -> WaitingPlace:
    """A place at the end of the line; one place per client, asking again changes its seats only.

    For the actor, or by staff for a client, who is told.
    Raises Forbidden, NotFound, Refusal: trip_left, more_than_trip_has.
    """
    trip = desk.repositories.trips.locked(number)
    trip.must_be_ahead(desk.now)
    must_have_so_many(trip, seats)
    who = _waiting_client(desk, client)
    place = next((kept for kept in desk.repositories.trips.waiting(trip) if kept.client is who), None)
    if place is None:
        place = WaitingPlace(trip, who, seats, desk.now)
        desk.repositories.trips.wait(place)
    _change_seats(desk, place, seats)
    desk.note("client", who.id, "waits", trip=trip.title, seats=seats)
    if who is not desk.actor.client:
        key = f"{place.id}:{seats}"
        desk.notify(who.person, PUT_IN_LINE, key, trip=trip.id, place=place.id)
    offer_free_seats(desk, trip)
    return place


def must_have_so_many(trip: Trip, seats: int) -> None:
    """Nobody waits for what can never be. Raises Refusal: more_than_trip_has."""
    if seats > trip.seats:
        raise Refusal("more_than_trip_has", trip=trip.title, count=trip.seats)


def leave_line(desk: Desk, trip_number: int, place_number: int) -> WaitingPlace:
    """A client, or staff for them, gives the place up; the next in line may be offered its seats. Raises NotFound."""
    trip = desk.repositories.trips.locked(trip_number)
    place = next((one for one in _line(desk, trip) if one.id == place_number), None)
    mine = place is not None and place.client is desk.actor.client
    if place is None or not (mine or desk.actor.may(Right.TAKE_INQUIRIES)):
        raise NotFound("not_found")
    _leave(desk, place)
    if _still_offered(desk, place):
        offer_freed_seats(desk, trip)
    else:
        offer_free_seats(desk, trip)
    return place


def offer_free_seats(desk: Desk, trip: Trip) -> int:
    """Free seats go to the first in line whom they suffice, nobody is offered the same seats twice; how many were."""
    desk.repositories.flush()
    trip = desk.repositories.trips.locked(trip.id)
    if not trip.is_ahead(desk.now):
        return 0
    left, offered = free_seats(desk, trip), 0
    for place in _line(desk, trip):
        if place.offered_at is None and place.seats <= left:
            left -= place.seats
            offered += 1
            _offer(desk, place)
    return offered


def offer_freed_seats(desk: Desk, trip: Trip) -> int:
    """Seats have come free: whoever missed an offer of others has their turn again; how many were offered."""
    desk.repositories.flush()
    trip = desk.repositories.trips.locked(trip.id)
    for place in _line(desk, trip):
        if not _still_offered(desk, place):
            place.offered_at = None
    return offer_free_seats(desk, trip)


def offer_on(desk: Desk) -> int:
    """What nobody took in time goes to the next in line; how many offers that made."""
    waiting = desk.repositories.trips.to_offer_on(desk.now, desk.now - desk.agency.timing.seat_offer)
    return sum(offer_free_seats(desk, trip) for trip in waiting)


def offer_line(desk: Desk, number: int) -> int:
    """What is free is offered to the line, at a colleague's wish; how many offers that made. Raises Forbidden, NotFound."""
    desk.must(Right.OPEN_DEALS)
    return offer_freed_seats(desk, desk.repositories.trips.locked(number))


def take_back(desk: Desk, trip_number: int, place_number: int) -> WaitingPlace:
    """What was promised is free for others; the client keeps the place, and is told if they knew of the promise.

    Nothing is offered by itself until seats are freed: who takes a promise back has somebody to sell the seats to.
    Raises Forbidden, NotFound: not_found for a place without a promise.
    """
    desk.must(Right.OPEN_DEALS)
    trip = desk.repositories.trips.locked(trip_number)
    line = _line(desk, trip)
    place = next((one for one in line if one.id == place_number and _still_offered(desk, one)), None)
    if place is None or place.offered_at is None:
        raise NotFound("not_found")
    told = place.offered_at <= desk.now
    for one in line:
        if one is place or not _still_offered(desk, one):
            one.offered_at = None
    desk.repositories.flush()
    desk.note("client", place.client.id, "promise_taken_back", trip=trip.title, seats=place.seats)
    if told:
        key = f"{place.id}@{desk.now:%Y%m%dT%H%M%S}"
        desk.notify(place.client.person, PROMISE_TAKEN_BACK, key, trip=trip.id, place=place.id)
    return place


def leave_with_seats(desk: Desk, trip: Trip, client: Client) -> bool:
    """Whoever has a deal waits no more; whether seats were promised to them."""
    own = [place for place in _line(desk, trip) if place.client is client]
    for place in own:
        _leave(desk, place)
    return any(_still_offered(desk, place) for place in own)


def _waiting_client(desk: Desk, number: int | None) -> Client:
    if number is None:
        if desk.actor.client is None:
            raise NotFound("not_found")
        return desk.actor.client
    desk.must(Right.TAKE_INQUIRIES)
    return desk.repositories.clients.get(number)


def _line(desk: Desk, trip: Trip) -> Sequence[WaitingPlace]:
    return desk.repositories.trips.waiting(trip)


def _change_seats(desk: Desk, place: WaitingPlace, seats: int) -> None:
    """More than can be promised are waited for like any others."""
    place.seats = seats
    desk.repositories.flush()
    line = trip_line(desk, place.trip)
    if _still_offered(desk, place) and line.taken + line.promised > place.trip.seats:
        place.offered_at = None


def _still_offered(desk: Desk, place: WaitingPlace) -> bool:
    return place.is_promised(desk.now, desk.agency.timing.seat_offer)


def _offer(desk: Desk, place: WaitingPlace) -> None:
    place.offered_at = desk.awake(place.client.person, desk.now)  # when they are told
    desk.note("client", place.client.id, "seat_offered", trip=place.trip.title, seats=place.seats)
    # A place may be offered again when the seats it was offered are gone: the instant tells the offers apart.
    key = f"{place.id}@{desk.now:%Y%m%dT%H%M%S}"
    facts: dict[str, Any] = {"trip": place.trip.id, "place": place.id}
    facts["useless_after"] = place.trip.departs_at
    desk.notify(place.client.person, SEAT_FREE, key, **facts)
    for member in takers(desk, place.trip.branch):
        desk.notify(member.person, SEAT_FREE_STAFF, key, **facts)


def _leave(desk: Desk, place: WaitingPlace) -> None:
    place.left_at = desk.now
    desk.repositories.flush()
    desk.note("client", place.client.id, "left_line", trip=place.trip.title)

"""Booking: deals are opened, seats are counted under lock, and whoever finds a trip sold out may wait in line."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right, StaffMember
from domain.entities.trip_plans import check_deposit, check_price, check_returns
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.notices.deals import DEAL_ASSIGNED, DEAL_CONFIRMED
from domain.notices.trips import PUT_IN_LINE, SEAT_FREE, SEAT_FREE_STAFF
from domain.ports.desk import Desk
from domain.queries.deal_leaders import leaders
from domain.queries.inquiries import takers
from domain.queries.trips import free_seats, must_have_seats
from domain.usecases.deals.passing import pass_on
from domain.usecases.inquiries.intake import Caller, file_for, keep_phone
from domain.values.money import Money
from domain.values.refusals import NotFound, Refusal
from domain.values.translated import Translated


@dataclass(frozen=True)
class TailorMade:
    """A journey for one client only: what it is called, in the languages it is known in, and what it costs in all."""

    title: Translated
    price: Money
    deposit: Money
    starts: date | None = None
    ends: date | None = None

    def check(self, today: date) -> None:
        """Without a price it is no booking yet. Raises Refusal: no_price, negative_money, deposit_above_price, in_the_past,
        returns_before_departure, absurd_stay.
        """
        if self.price or self.deposit:
            check_price(self.price)
        check_deposit(self.deposit, self.price)
        if self.starts is not None and self.starts < today:
            raise Refusal("in_the_past")
        if self.starts is not None and self.ends is not None:
            check_returns(self.ends, self.starts)


@dataclass(frozen=True)
class Booking:
    """What a deal is opened for: seats on the trip of this number, or a tailor-made journey."""

    caller: Caller
    journey: int | TailorMade
    seats: int
    responsible: int
    inquiry: int | None = None


def open_deal(desk: Desk, booking: Booking) -> Deal:
    """A reservation becomes a deal; the last seat is sold once.

    Raises Forbidden, Refusal: inquiry_done, cannot_lead, no_price, negative_money, deposit_above_price, trip_left,
    sold_out, not_enough_seats.
    """
    desk.must(Right.OPEN_DEALS)
    inquiry = desk.repositories.inquiries.locked(booking.inquiry) if booking.inquiry else None
    if inquiry is not None:
        inquiry.must_be_open()
    responsible = desk.repositories.staff.get(booking.responsible)
    if not responsible.may(Right.MOVE_DEALS) or not responsible.sees(desk.actor.reach):
        raise Refusal("cannot_lead", name=responsible.name)
    branch = _branch_of(desk, responsible, inquiry)
    if isinstance(booking.journey, TailorMade):
        booking.journey.check(desk.today)
        client = _client_of(desk, booking, inquiry)
        deal = _tailor_made(desk, client, booking.journey, booking.seats)
    else:
        trip = desk.repositories.trips.locked(booking.journey)
        trip.must_be_ahead(desk.now)
        must_have_seats(desk, trip, booking.seats)
        client = _client_of(desk, booking, inquiry)
        deal = _on_trip(desk, client, trip, booking.seats)
    deal.branch = branch
    return _opened(desk, deal, responsible, inquiry)


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
    place.seats = seats
    desk.repositories.flush()
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


def offer_free_seats(desk: Desk, trip: Trip) -> int:
    """Free seats go to the first in line whom they suffice, nobody is offered the same seats twice; how many were."""
    desk.repositories.flush()
    trip = desk.repositories.trips.locked(trip.id)
    if not trip.is_ahead(desk.now):
        return 0
    line = desk.repositories.trips.waiting(trip)
    left = free_seats(desk, trip) - sum(place.seats for place in line if _still_offered(desk, place))
    offered = 0
    for place in line:
        if place.offered_at is None and place.seats <= left:
            left -= place.seats
            offered += 1
            _offer(desk, place)
    return offered


def offer_freed_seats(desk: Desk, trip: Trip) -> int:
    """Seats have come free: whoever missed an offer of others has their turn again; how many were offered."""
    desk.repositories.flush()
    trip = desk.repositories.trips.locked(trip.id)
    for place in desk.repositories.trips.waiting(trip):
        if not _still_offered(desk, place):
            place.offered_at = None
    return offer_free_seats(desk, trip)


def offer_on(desk: Desk) -> int:
    """What nobody took in time goes to the next in line; how many offers that made."""
    waiting = desk.repositories.trips.to_offer_on(desk.now, desk.now - desk.agency.timing.seat_offer)
    return sum(offer_free_seats(desk, trip) for trip in waiting)


def take_seat(desk: Desk, trip_number: int, place_number: int) -> Deal | None:
    """The client takes what was offered. None when it is gone: they keep their place and are offered the next.

    Raises NotFound: not_found for a place that is not the actor's, or was left.
    """
    trip = desk.repositories.trips.locked(trip_number)
    place = next((one for one in desk.repositories.trips.waiting(trip) if one.id == place_number), None)
    if place is None or place.client is not desk.actor.client:
        raise NotFound("not_found")
    trip.must_be_ahead(desk.now)
    if free_seats(desk, trip) < place.seats:
        place.offered_at = None
        return None
    inquiry = _inquiry_for(desk, place)
    deal = _on_trip(desk, place.client, trip, place.seats)
    deal.branch = inquiry.branch if inquiry else trip.branch
    return _opened(desk, deal, _leader_for(desk, deal, inquiry), inquiry)


def leave_line(desk: Desk, trip_number: int, place_number: int) -> WaitingPlace:
    """A client, or staff for them, gives the place up; the next in line may be offered its seats. Raises NotFound."""
    trip = desk.repositories.trips.locked(trip_number)
    place = next((one for one in desk.repositories.trips.waiting(trip) if one.id == place_number), None)
    mine = place is not None and place.client is desk.actor.client
    if place is None or not (mine or desk.actor.may(Right.TAKE_INQUIRIES)):
        raise NotFound("not_found")
    _leave(desk, place)
    if _still_offered(desk, place):
        offer_freed_seats(desk, trip)
    else:
        offer_free_seats(desk, trip)
    return place


def _client_of(desk: Desk, booking: Booking, inquiry: Inquiry | None) -> Client:
    if inquiry is None:
        return file_for(desk, booking.caller)
    keep_phone(desk, inquiry.client, booking.caller.phone)
    return inquiry.client


def _branch_of(desk: Desk, responsible: StaffMember, inquiry: Inquiry | None) -> int | None:
    """Whose a new deal is: the opener's; head office opens one for the branch of whoever leads it."""
    if desk.actor.reach is not None:
        return desk.actor.reach
    return responsible.branch if responsible.branch is not None else inquiry.branch if inquiry else None


def _on_trip(desk: Desk, client: Client, trip: Trip, seats: int) -> Deal:
    price, deposit = trip.price * seats, trip.deposit * seats
    deal = Deal(client, str(trip.title), seats, price, deposit, desk.now, trip)
    for place in desk.repositories.trips.waiting(trip):
        if place.client is client:
            _leave(desk, place)
    return deal


def _tailor_made(desk: Desk, client: Client, journey: TailorMade, seats: int) -> Deal:
    deal = Deal(client, str(journey.title), seats, journey.price, journey.deposit, desk.now)
    deal.translations = {language.value: text for language, text in journey.title.others.items()}
    deal.starts, deal.ends = journey.starts, journey.ends or journey.starts
    if journey.starts is not None:
        dues = desk.agency.timing.dues(journey.starts, desk.today)
        deal.documents_by, deal.deposit_by, deal.balance_by = dues.documents, dues.deposit, dues.balance
    return deal


def _opened(desk: Desk, deal: Deal, responsible: StaffMember | None, inquiry: Inquiry | None) -> Deal:
    pipelines = desk.agency.pipelines
    pipeline = pipelines.for_trip(deal.trip.kind) if deal.trip else pipelines.for_tailor_made()
    first = pipeline.first
    deal.responsible, deal.step_key, deal.step_since = responsible, first.key, desk.now
    desk.repositories.deals.add(deal)
    desk.repositories.flush()
    facts = {"title": deal.title, "seats": deal.seats, "price": str(deal.price)}
    desk.note("deal", deal.id, "opened", **facts, responsible=responsible.name if responsible else None)
    desk.note_within(deal.branch, "client", deal.client.id, "deal_opened", deal=deal.id, title=deal.title)
    if inquiry is not None:
        inquiry.convert(deal, desk.actor.staff)
        desk.note("inquiry", inquiry.id, "converted", deal=deal.id)
    if responsible is not None and responsible is not desk.actor.staff:
        desk.notify(responsible.person, DEAL_ASSIGNED, str(deal.id), deal=deal.id, step=deal.step_key)
    if deal.client is not desk.actor.client:  # whoever took the seat sees the deal at once
        desk.notify(deal.client.person, DEAL_CONFIRMED, str(deal.id), deal=deal.id)
    if responsible is not None and responsible is desk.actor.staff:
        pass_on(desk, deal, taken_up=True)  # whoever else leads it finds it among the new ones
    return deal


def _waiting_client(desk: Desk, number: int | None) -> Client:
    if number is None:
        if desk.actor.client is None:
            raise NotFound("not_found")
        return desk.actor.client
    desk.must(Right.TAKE_INQUIRIES)
    return desk.repositories.clients.get(number)


def _still_offered(desk: Desk, place: WaitingPlace) -> bool:
    return place.offered_at is not None and place.offered_at > desk.now - desk.agency.timing.seat_offer


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


def _inquiry_for(desk: Desk, place: WaitingPlace) -> Inquiry | None:
    """What the client asked for on this trip, while it is open."""
    asked = desk.archive.inquiries.of(place.client)
    found = next((one for one in asked if one.is_open and one.trip is place.trip), None)
    return desk.archive.inquiries.locked(found.id) if found else None


def _leader_for(desk: Desk, deal: Deal, inquiry: Inquiry | None) -> StaffMember | None:
    """Who took the inquiry; else somebody of the deal's own branch, if there is one."""
    taken_by = inquiry.taken_by if inquiry else None
    if taken_by is not None and taken_by.may(Right.MOVE_DEALS) and taken_by.sees(deal.branch):
        return taken_by
    able = leaders(desk, deal.branch)
    own = (one for one in able if deal.branch is not None and one.branch == deal.branch)
    return next(own, next(iter(able), None))

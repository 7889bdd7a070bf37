"""Booking: deals are opened, and seats are counted under lock."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.entities.clients import Client
from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.notices import NoticeKind
from domain.entities.people import Right, StaffMember
from domain.entities.trip_plans import check_deposit, check_price, check_returns
from domain.entities.trips import Trip
from domain.entities.waiting import WaitingPlace
from domain.notices.deals import DEAL_ASSIGNED, DEAL_CONFIRMED
from domain.notices.offers import OFFER_TAKEN
from domain.ports.desk import Desk
from domain.queries.deal_leaders import leaders
from domain.queries.trips import free_seats, must_have_seats
from domain.usecases.conversations.moving import inquiry_over
from domain.usecases.deals.passing import pass_on
from domain.usecases.deals.waiting_line import leave_with_seats, offer_freed_seats
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
    sold_out, not_enough_seats, seats_promised.
    """
    desk.must(Right.OPEN_DEALS)
    inquiry = desk.repositories.inquiries.locked(booking.inquiry) if booking.inquiry else None
    if inquiry is not None:
        inquiry.must_be_open()
    responsible = desk.repositories.staff.get(booking.responsible)
    if not responsible.may(Right.MOVE_DEALS) or not responsible.sees(desk.actor.reach):
        raise Refusal("cannot_lead", name=responsible.name)
    branch, promised = _branch_of(desk, responsible, inquiry), False
    if isinstance(booking.journey, TailorMade):
        booking.journey.check(desk.today)
        client = _client_of(desk, booking, inquiry)
        deal = _tailor_made(desk, client, booking.journey, booking.seats)
    else:
        trip = desk.repositories.trips.locked(booking.journey)
        trip.must_be_ahead(desk.now)
        client = _client_of(desk, booking, inquiry)
        must_have_seats(desk, trip, booking.seats, client.id)
        promised = leave_with_seats(desk, trip, client)
        deal = _on_trip(client, trip, booking.seats, desk.now)
    deal.branch = branch
    _opened(desk, deal, responsible, inquiry)
    if promised and deal.trip is not None:
        offer_freed_seats(desk, deal.trip)  # they may have wanted fewer than they were promised
    return deal


def take_seat(desk: Desk, trip_number: int, place_number: int) -> Deal | None:
    """The client takes what was offered. None when it is gone: they keep their place and are offered the next.

    Raises NotFound: not_found for a place that is not the actor's, or was left.
    """
    trip = desk.repositories.trips.locked(trip_number)
    place = next((one for one in desk.repositories.trips.waiting(trip) if one.id == place_number), None)
    if place is None or place.client is not desk.actor.client:
        raise NotFound("not_found")
    trip.must_be_ahead(desk.now)
    if free_seats(desk, trip, place.client.id) < place.seats:
        place.offered_at = None
        return None
    inquiry = _inquiry_for(desk, place)
    leave_with_seats(desk, trip, place.client)
    deal = _on_trip(place.client, trip, place.seats, desk.now)
    deal.branch = inquiry.branch if inquiry else trip.branch
    return _opened(desk, deal, _leader_for(desk, deal, inquiry), inquiry)


def open_for_offer(desk: Desk, inquiry: Inquiry, journey: TailorMade) -> Deal:
    """What the client has taken of what was offered to them, led by who sees to the inquiry.

    By whoever has locked the inquiry. Raises Refusal: inquiry_done, and whatever is wrong with the journey.
    """
    inquiry.must_be_open()
    journey.check(desk.today)
    deal = _tailor_made(desk, inquiry.client, journey, inquiry.heads)
    deal.branch = inquiry.branch
    return _opened(desk, deal, _leader_for(desk, deal, inquiry), inquiry, OFFER_TAKEN)


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


def _on_trip(client: Client, trip: Trip, seats: int, now: datetime) -> Deal:
    price, deposit = trip.price * seats, trip.deposit * seats
    return Deal(client, str(trip.title), seats, price, deposit, now, trip)


def _tailor_made(desk: Desk, client: Client, journey: TailorMade, seats: int) -> Deal:
    deal = Deal(client, str(journey.title), seats, journey.price, journey.deposit, desk.now)
    deal.translations = {language.value: text for language, text in journey.title.others.items()}
    deal.starts, deal.ends = journey.starts, journey.ends or journey.starts
    if journey.starts is not None:
        dues = desk.agency.timing.dues(journey.starts, desk.today)
        deal.documents_by, deal.deposit_by, deal.balance_by = dues.documents, dues.deposit, dues.balance
    return deal


def _opened(
    desk: Desk,
    deal: Deal,
    responsible: StaffMember | None,
    inquiry: Inquiry | None,
    told: NoticeKind = DEAL_ASSIGNED,
) -> Deal:
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
        inquiry_over(desk, inquiry)
        desk.note("inquiry", inquiry.id, "converted", deal=deal.id)
    if responsible is not None and responsible is not desk.actor.staff:
        desk.notify(responsible.person, told, str(deal.id), deal=deal.id, step=deal.step_key)
    if deal.client is not desk.actor.client:  # whoever took the seat sees the deal at once
        desk.notify(deal.client.person, DEAL_CONFIRMED, str(deal.id), deal=deal.id)
    if responsible is not None and responsible is desk.actor.staff:
        pass_on(desk, deal, taken_up=True)  # whoever else leads it finds it among the new ones
    return deal


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

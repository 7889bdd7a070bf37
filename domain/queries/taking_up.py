"""An inquiry that is taken up as a deal: what is known of it, so that nothing is asked again; and what a deal was asked for."""

from dataclasses import dataclass

from domain.entities.deals import Deal
from domain.entities.inquiries import Inquiry
from domain.entities.people import Right, Role, StaffMember
from domain.ports.desk import Desk
from domain.queries.deal_leaders import leaders
from domain.queries.inquiries import inquiry_to_convert
from domain.queries.trips import free_seats
from domain.values.month import Month
from domain.values.reading.around import Around
from domain.values.reading.spans import Span, read_span


@dataclass(frozen=True)
class ReadyDeal:
    """All that a deal on a trip needs."""

    trip: int
    seats: int
    leader: int


def ready_deal(desk: Desk, number: int) -> ReadyDeal | None:
    """None while something has to be asked: the trip, seats, how the client is reached, or who leads it.

    Raises Forbidden, NotFound, Refusal: inquiry_done.
    """
    inquiry = inquiry_to_convert(desk, number)
    leader = usual_leader(desk, inquiry)
    trip = inquiry.trip
    if trip is None or leader is None or lacks_phone(inquiry) or not has_room(desk, inquiry):
        return None
    return ReadyDeal(trip.id, inquiry.heads, leader.id)


def lacks_phone(inquiry: Inquiry) -> bool:
    """Whether nobody could tell the client anything: neither here nor by phone."""
    return inquiry.client.phone is None and not inquiry.client.reachable


def has_room(desk: Desk, inquiry: Inquiry) -> bool:
    """Whether the trip that was asked for is ahead, and has so many seats."""
    trip = inquiry.trip
    return (
        trip is not None
        and trip.is_ahead(desk.now)
        and free_seats(desk, trip, inquiry.client.id) >= inquiry.heads
    )


def usual_leader(desk: Desk, inquiry: Inquiry | None = None) -> StaffMember | None:
    """Who leads a deal when nobody says otherwise: the manager who opens it or took the inquiry, or the only one.

    Where there is no manager, whoever opens it and may. None: there are several.
    """
    able = leaders(desk)
    managers = [one for one in able if one.role is Role.MANAGER] or able
    first = (desk.actor.staff, inquiry.taken_by if inquiry else None)
    known = next((one for one in first if one in managers), None)
    return known or (managers[0] if len(managers) == 1 else None)


def span_asked_for(desk: Desk, when: Month | str | None) -> Span | None:
    """The days in what was asked for, where somebody named days."""
    if when is None or isinstance(when, Month):
        return None
    return read_span(when, Around(today=desk.today, first=desk.today))


def inquiry_of_deal(desk: Desk, deal: Deal) -> Inquiry | None:
    """What the deal was made of, for those who see inquiries."""
    if not desk.actor.may(Right.TAKE_INQUIRIES):
        return None
    asked = desk.repositories.inquiries.of(deal.client)
    return next((one for one in asked if one.deal is deal), None)

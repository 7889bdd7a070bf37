"""Who travels on a trip, and before it departs: who will be there, who knows of it, and who must still be called."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.entities.branches import within
from domain.entities.deals import Deal
from domain.entities.participants import ParticipantList
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.deals import too_early
from domain.queries.fields import fields_listed
from domain.queries.trips import TripLine, trip_lines
from domain.values.labels import Names


def participants(desk: Desk, number: int, stage: str | None = None) -> ParticipantList:
    """Who travels, with the fields of the list; no money for whoever may not see it. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_PARTICIPANTS)
    trip, fields = desk.repositories.trips.get(number), fields_listed(desk)
    found = desk.repositories.deals.participants(trip, stage, bool(fields)).with_fields(fields)
    found = replace(found, names=desk.agency.pipelines.names)
    return found if desk.actor.may(Right.SEE_MONEY) else found.without_money()


def trips_of_participants(
    desk: Desk, text: str = "", day: str | None = None, limit: int = 8, offset: int = 0
) -> Sequence[TripLine]:
    """Trips of this name and day; else, when the name is spelled otherwise, those of the day. Without text: those ahead.

    Raises Forbidden.
    """
    desk.must(Right.SEE_PARTICIPANTS)
    trips = desk.repositories.trips
    if not text:
        return trip_lines(desk, trips.upcoming(desk.now, limit, offset))
    found = trips.search(text, limit, offset)
    if not found and day and not trips.search(text, 1):
        found = trips.search(day, limit, offset)
    return trip_lines(desk, found)


@dataclass(frozen=True)
class Expected:
    """The client of one deal before the trip departs: whom to look for, and whom to call."""

    deal: int
    client: str
    phone: str | None
    seats: int
    step: str
    names: Names
    """What the owner calls the stages."""
    owes: bool
    """It is open and has not come as far as the voucher."""
    within_reach: bool
    """Whether the deal itself is the actor's to see."""


@dataclass(frozen=True)
class Attendance:
    """Where the clients of a trip stand before it departs."""

    trip: Trip
    confirmed: Sequence[Expected]
    told: Sequence[Expected]
    unreached: Sequence[Expected]
    waiting: Sequence[Expected]
    """To be told: it is not yet time, or the message is on its way."""


def attendance(desk: Desk, number: int) -> Attendance:
    """Who has confirmed, who was told, who could not be reached: on the coach there are no branches.

    Raises Forbidden, NotFound.
    """
    desk.must(Right.SEE_PARTICIPANTS)
    trip = desk.repositories.trips.get(number)
    deals = desk.archive.deals.of_trip(trip)
    untold = [deal for deal in deals if not deal.told_at and not deal.confirmed_at]
    return Attendance(
        trip,
        confirmed=[_expected(desk, deal) for deal in deals if deal.confirmed_at],
        told=[_expected(desk, deal) for deal in deals if deal.told_at and not deal.confirmed_at],
        unreached=[_expected(desk, deal) for deal in untold if deal.is_unreached],
        waiting=[_expected(desk, deal) for deal in untold if deal.client.reachable],
    )


def _expected(desk: Desk, deal: Deal) -> Expected:
    return Expected(
        deal.id,
        deal.client.name,
        deal.client.phone,
        deal.seats,
        deal.step_key,
        desk.agency.pipelines.names,
        owes=deal.is_open and too_early(desk, deal),
        within_reach=within(desk.actor.reach, deal.branch),
    )

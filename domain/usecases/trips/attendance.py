"""Before a trip departs: who will be there, who knows of it, and who must still be called."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.usecases.trips.departures import unreached_of


@dataclass(frozen=True)
class Muster:
    """Where the clients of a trip stand before it departs, deal by deal."""

    trip: Trip
    confirmed: Sequence[Deal]
    told: Sequence[Deal]
    unreached: Sequence[Deal]
    waiting: Sequence[Deal]
    """To be told: it is not yet time, or the message is on its way."""


def muster(desk: Desk, number: int) -> Muster:
    """Who has confirmed, who was told, who could not be reached: on the coach there are no branches.

    Raises Forbidden, NotFound.
    """
    desk.must(Right.SEE_PARTICIPANTS)
    trip = desk.repositories.trips.get(number)
    deals = desk.archive.deals.of_trip(trip)
    untold = [deal for deal in deals if not deal.told_at and not deal.confirmed_at]
    return Muster(
        trip,
        confirmed=[deal for deal in deals if deal.confirmed_at],
        told=[deal for deal in deals if deal.told_at and not deal.confirmed_at],
        unreached=unreached_of(untold),
        waiting=[deal for deal in untold if deal.client.reachable],
    )

"""Lists of clients: the newest, one's own, those with open deals, and those whom nothing reaches any more."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.entities.clients import Client
from domain.entities.people import Right
from domain.entities.trips import Trip
from domain.ports.client_lists import TagCounted
from domain.ports.desk import Desk
from domain.values.counts import MOST


class ClientsWho(StrEnum):
    """Which clients a list has."""

    NEWEST = "newest"
    MINE = "mine"
    OPEN = "open"
    UNREACHABLE = "unreachable"


def clients_who(desk: Desk, which: ClientsWho, limit: int = 8, offset: int = 0) -> Sequence[Client]:
    """Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    lists = desk.repositories.client_lists
    if which is ClientsWho.MINE:
        staff = desk.actor.staff
        return lists.of_member(staff, limit, offset) if staff else ()
    found = {
        ClientsWho.NEWEST: lists.newest,
        ClientsWho.OPEN: lists.with_open_deals,
        ClientsWho.UNREACHABLE: lists.unreachable,
    }
    return found[which](limit, offset)


@dataclass(frozen=True)
class ClientsOfTrip:
    """A trip, and some of the clients who have a deal on it."""

    trip: Trip
    clients: Sequence[Client]


def clients_of_trip(desk: Desk, number: int, limit: int = 8, offset: int = 0) -> ClientsOfTrip:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    trip = desk.repositories.trips.get(number)
    return ClientsOfTrip(trip, desk.repositories.client_lists.of_trip(trip, limit, offset))


def clients_tagged(desk: Desk, tag: str, limit: int = 8, offset: int = 0) -> Sequence[Client]:
    """Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.client_lists.tagged(tag, limit, offset)


def tags_of_clients(desk: Desk, limit: int = 8, offset: int = 0) -> Sequence[TagCounted]:
    """Each with as many of its clients as are counted. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.client_lists.tags(MOST + 1, limit, offset)

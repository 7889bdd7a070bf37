"""Clients to give away as a file: whose, how many, and what is told of each. Passports and needs never are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from domain.entities.branches import Branch
from domain.entities.client_exports import ClientFilter, GivenClient
from domain.entities.people import Right, StaffMember
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.queries.client_facts import may_look_after
from domain.values.refusals import NotFound, Refusal

MOST_IN_A_CHAT = 20_000
LATELY = timedelta(days=365)

T = TypeVar("T")


@dataclass(frozen=True)
class ChosenClients:
    """Whose files would be given, and how many, counted to one more than a chat takes.

    Colleague, branch and trip of the filter; None also for one that is out of reach.
    """

    count: int
    colleague: StaffMember | None
    branch: Branch | None
    trip: Trip | None


def clients_chosen(desk: Desk, wanted: ClientFilter) -> ChosenClients:
    """Raises Forbidden."""
    desk.must(Right.EXPORT_CLIENTS)
    records = desk.repositories
    return ChosenClients(
        records.given_clients.count(wanted, MOST_IN_A_CHAT + 1),
        _of(wanted.responsible, records.staff.get),
        _of(wanted.branch, records.branches.get),
        _of(wanted.trip, records.trips.get),
    )


def clients_to_give(desk: Desk, wanted: ClientFilter) -> Sequence[GivenClient]:
    """Raises Forbidden, Refusal: nobody_to_give, too_many_to_give."""
    desk.must(Right.EXPORT_CLIENTS)
    found = desk.repositories.given_clients.some(wanted, MOST_IN_A_CHAT + 1)
    if not found:
        raise Refusal("nobody_to_give")
    if len(found) > MOST_IN_A_CHAT:
        raise Refusal("too_many_to_give", most=MOST_IN_A_CHAT)
    return found


def must_export(desk: Desk) -> None:
    """Raises Forbidden."""
    desk.must(Right.EXPORT_CLIENTS)


def keepers_to_export(desk: Desk) -> Sequence[StaffMember]:
    """Whose clients may be asked for, the actor first. Raises Forbidden."""
    desk.must(Right.EXPORT_CLIENTS)
    able = [one for one in desk.repositories.staff.who_may(Right.SEE_DEALS) if may_look_after(desk, one)]
    return sorted(able, key=lambda one: one is not desk.actor.staff)


def branches_to_export(desk: Desk) -> Sequence[Branch]:
    """Raises Forbidden."""
    desk.must(Right.EXPORT_CLIENTS)
    return [one for one in desk.archive.branches.all() if desk.actor.reach in (None, one.id)]


def trips_to_export(desk: Desk, text: str = "", limit: int = 8, offset: int = 0) -> Sequence[Trip]:
    """Those that `text` names; without any those ahead, soonest first. Raises Forbidden."""
    desk.must(Right.EXPORT_CLIENTS)
    trips = desk.repositories.trips
    return trips.search(text, limit, offset) if text else trips.upcoming(desk.now, limit, offset)


def _of(number: int | None, get: Callable[[int], T]) -> T | None:
    if number is None:
        return None
    try:
        return get(number)
    except NotFound:
        return None

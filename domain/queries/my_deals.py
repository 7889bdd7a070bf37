"""Deals as their own clients read them, and as those who bring travellers and papers for them."""

from collections.abc import Sequence

from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.queries.late import is_over
from domain.values.refusals import Forbidden, NotFound


def mine(desk: Desk, number: int) -> Deal:
    """The actor's own deal. Raises NotFound: not_found, whether it is somebody else's or does not exist."""
    try:
        found = desk.archive.deals.get(number)
    except NotFound:
        raise NotFound("not_found") from None
    if desk.actor.client is None or found.client is not desk.actor.client:
        raise NotFound("not_found")
    return found


def all_mine(desk: Desk, *, only_open: bool = False) -> Sequence[Deal]:
    """The actor's own as a client: open ones first, newest first. Nobody's for whoever has no file."""
    client = desk.actor.client
    own = desk.archive.deals.of(client, only_open=only_open) if client else ()
    return sorted(own, key=lambda one: not one.is_open)


def nearest(desk: Desk, deals: Sequence[Deal]) -> Deal | None:
    """Of one client: the open one whose journey comes next; else one that has no day yet; else the newest."""
    ahead = [one for one in deals if one.is_open and not is_over(desk, one)]
    dated = sorted((one for one in ahead if one.first_day), key=lambda one: str(one.first_day))
    return next(iter([*dated, *ahead, *(one for one in deals if one.is_open), *deals]), None)


def next_of(desk: Desk, deals: Sequence[Deal]) -> Deal | None:
    """The one whose journey comes next, if there is one."""
    found = nearest(desk, [one for one in deals if one.is_open])
    return found if found is not None and not is_over(desk, found) else None


def mine_on(desk: Desk, trip: int) -> Deal | None:
    """The actor's own open deal on this trip."""
    return next((one for one in all_mine(desk, only_open=True) if one.trip and one.trip.id == trip), None)


def serves(desk: Desk) -> bool:
    """Whether the actor enters travellers and sends papers for clients."""
    return desk.actor.may(Right.OPEN_DEALS) or desk.actor.may(Right.MOVE_DEALS)


def within_reach(desk: Desk, number: int) -> Deal:
    """A deal whose papers the actor may bring: their own as client, any as staff who open or move deals.

    Raises NotFound, Forbidden.
    """
    if serves(desk):
        return desk.repositories.deals.get(number)
    try:
        return mine(desk, number)
    except NotFound:
        if desk.actor.is_staff:
            raise Forbidden("forbidden") from None
        raise

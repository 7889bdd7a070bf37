"""Deals as they are read: by stage, one with all its card shows, and one about to be moved, priced, closed or handed over."""

from dataclasses import dataclass

from domain.entities.deals import Deal
from domain.entities.people import Right, StaffMember
from domain.entities.requirements import Missing
from domain.entities.stages import Step
from domain.ports.desk import Desk
from domain.queries.deal_steps import stands_after, waits_for
from domain.values.refusals import NotFound


def deal(desk: Desk, number: int) -> Deal:
    """The whole of it: travellers, papers and payments. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.deals.get(number)


@dataclass(frozen=True)
class DealCard:
    """A deal, what its step waits for, and where it stands when the actor moves it on (None: no further, or not by them)."""

    deal: Deal
    gaps: tuple[Missing, ...]
    following: Step | None


def deal_card(desk: Desk, number: int) -> DealCard:
    """Raises Forbidden, NotFound."""
    found = deal(desk, number)
    return DealCard(found, tuple(waits_for(desk, found)), _following(desk, found))


def deal_numbered(desk: Desk, number: int) -> Deal | None:
    """For a search: None when there is none within reach. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    try:
        return desk.repositories.deals.get(number)
    except NotFound:
        return None


def _following(desk: Desk, found: Deal) -> Step | None:
    movable = found.is_open and desk.actor.may(Right.MOVE_DEALS)
    return stands_after(desk, found) if movable else None


def deal_to_lose(desk: Desk, number: int) -> Deal:
    """Raises Forbidden, NotFound, Refusal: deal_closed."""
    return _open(desk, number, Right.MOVE_DEALS)


def deal_to_override(desk: Desk, number: int, step: str) -> Deal:
    """`step` is where the mover saw it. Raises Forbidden, NotFound, Refusal: deal_closed, already_moved."""
    found = _open(desk, number, Right.OVERRIDE)
    found.must_stand_at(step, desk.agency.pipelines.names)
    return found


def deal_to_price(desk: Desk, number: int) -> Deal:
    """Raises Forbidden, NotFound, Refusal: deal_closed."""
    return _open(desk, number, Right.OPEN_DEALS)


def deal_to_change(desk: Desk, number: int) -> Deal:
    """Its seats or days. Raises Forbidden, NotFound, Refusal: deal_closed."""
    return _open(desk, number, Right.MOVE_DEALS)


def deal_for_early_voucher(desk: Desk, number: int) -> Deal:
    """A voucher before its stage, with a reason. Raises Forbidden, NotFound, Refusal: deal_closed."""
    return _open(desk, number, Right.OVERRIDE)


def _open(desk: Desk, number: int, right: Right) -> Deal:
    desk.must(right)
    found = desk.repositories.deals.get(number)
    found.must_be_open()
    return found


@dataclass(frozen=True)
class HandOver:
    """A deal, and the colleagues who could lead it instead of whoever does now."""

    deal: Deal
    able: tuple[StaffMember, ...]


def hand_over_choice(desk: Desk, number: int) -> HandOver:
    """From head office it may go to another branch. Raises Forbidden, NotFound, Refusal: deal_closed."""
    found = _open(desk, number, Right.MOVE_DEALS)
    able = desk.repositories.staff.who_may(Right.MOVE_DEALS)
    if desk.actor.reach is not None:
        able = [one for one in able if one.sees(found.branch)]
    return HandOver(found, tuple(one for one in able if one is not found.responsible))

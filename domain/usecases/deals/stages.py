"""The way of a deal: to the next step, past what is missing, to another colleague, or to its end."""

from domain.entities.deals import Deal
from domain.entities.people import Right
from domain.notices.deals import CLOSED_BY_COLLEAGUE, DEAL_ASSIGNED, DEAL_CLOSED
from domain.ports.desk import Desk
from domain.queries.deal_steps import step_fact, waits_for, waits_for_besides
from domain.queries.staff import branch_name
from domain.usecases.conversations.moving import deal_led_by
from domain.usecases.deals.changing import before, tell_leader
from domain.usecases.deals.passing import entered, pass_on
from domain.usecases.deals.waiting_line import offer_freed_seats
from domain.usecases.settling.opening import open_settlement
from domain.values.refusals import Refusal


def advance(desk: Desk, number: int, expected: str, reason: str | None = None) -> Deal:
    """The deal goes to its next step, and past those that wait for nothing; `expected` is the step the mover saw.

    A reason overrides what is missing.

    Raises Forbidden, NotFound, Refusal: deal_closed, already_moved, not_ready.
    """
    desk.must(Right.MOVE_DEALS)
    if reason is not None:
        desk.must(Right.OVERRIDE)
    deal = desk.repositories.deals.locked(number)
    left_open = waits_for(desk, deal)
    came_from = deal.step_key
    pipelines = desk.agency.pipelines
    deal.advance(pipelines.of(came_from), expected, desk.local_now, reason, waits_for_besides(desk, deal))
    moved = {"from": step_fact(desk, came_from), "to": step_fact(desk, deal.step_key)}
    if left_open:
        gaps = [gap.kind for gap in left_open]
        desk.note("deal", deal.id, "overridden", **moved, reason=reason, missing=gaps)
    else:
        desk.note("deal", deal.id, "advanced", **moved)
    entered(desk, deal)
    pass_on(desk, deal, taken_up=True)
    if not deal.is_open:
        open_settlement(desk, deal)
    return deal


def lose(desk: Desk, number: int, reason: str) -> Deal:
    """The deal ends without a journey; its client and who led it are told, its seats go to whoever waits for them.

    Raises Forbidden, NotFound, Refusal: deal_closed.
    """
    desk.must(Right.MOVE_DEALS)
    trip = desk.repositories.deals.get(number).trip
    if trip is not None:
        # The trip first, as everybody who counts its seats does: two who wait for each other would wait for ever.
        desk.repositories.trips.locked(trip.id)
    deal = desk.repositories.deals.locked(number)
    came_from = deal.step_key
    deal.lose(reason, desk.now)
    desk.note("deal", deal.id, "lost", **{"from": step_fact(desk, came_from)}, reason=reason)
    desk.notify(deal.client.person, DEAL_CLOSED, f"{deal.id}", deal=deal.id)
    leader = deal.leader
    if leader is not None and leader is not desk.actor.staff:
        by = desk.actor.name
        desk.notify(leader.person, CLOSED_BY_COLLEAGUE, f"{deal.id}", deal=deal.id, by=by)
    if trip is not None:
        offer_freed_seats(desk, trip)
    return deal


def hand_over(desk: Desk, number: int, staff: int) -> Deal:
    """A colleague is responsible from now on, and is told; handed over from head office, it goes to their branch.

    Raises Forbidden, NotFound, Refusal: deal_closed, cannot_lead.
    """
    desk.must(Right.MOVE_DEALS)
    deal = desk.repositories.deals.locked(number)
    deal.must_be_open()
    member = desk.repositories.staff.get(staff)
    stays = member.sees(deal.branch)
    if not member.may(Right.MOVE_DEALS) or not (stays or desk.actor.reach is None):
        raise Refusal("cannot_lead", name=member.name)
    if member is deal.responsible:
        return deal
    former = deal.leader
    was = deal.responsible.name if deal.responsible else None
    deal.responsible = member
    deal_led_by(desk, deal, former, member)
    desk.note("deal", deal.id, "handed_over", was=was, name=member.name)
    if former is not None:
        tell_leader(desk, deal, before(deal), former=former, leads=member.name)
    if not stays:
        _moves_to(desk, deal, member.branch)
    if member is not desk.actor.staff:
        key = f"{deal.id}:{desk.now.isoformat()}"
        desk.notify(member.person, DEAL_ASSIGNED, key, deal=deal.id, step=deal.step_key)
    return deal


def _moves_to(desk: Desk, deal: Deal, branch: int | None) -> None:
    was, deal.branch = branch_name(desk, deal.branch), branch
    desk.note("deal", deal.id, "branch_changed", was=was, name=branch_name(desk, branch))

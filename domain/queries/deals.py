"""Deals as they are read: by stage, one with all its card shows, and one about to be moved, priced, closed or handed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from domain.entities.deals import Deal
from domain.entities.field_needs import unfilled
from domain.entities.fields import FIELD, Fields
from domain.entities.people import Right, Role, StaffMember
from domain.entities.pipeline import Pipelines
from domain.entities.requirements import Missing, missing
from domain.entities.stages import Step
from domain.ports.desk import Desk
from domain.queries.late import is_undecided, overdue_of
from domain.values.labels import said
from domain.values.refusals import Forbidden, NotFound


@dataclass(frozen=True)
class StageCounts:
    """Open deals of each stage of a pipeline, in order, without its last one; `total` counts all of them."""

    pipeline: str
    stages: dict[str, int]
    total: int


def stage_counts(desk: Desk, *, mine: bool = False) -> list[StageCounts]:
    """Of each pipeline that has open deals: all within reach, or those that the actor leads. Raises Forbidden.

    Where there are none, those of the pipeline in which deals are opened on trips.
    """
    desk.must(Right.SEE_DEALS)
    counts = desk.repositories.deals.count_by_stage(_whose(desk, mine=mine))
    pipelines = desk.agency.pipelines
    has_deals = {pipelines.key_of(stage) for stage in counts}
    shown = [key for key in pipelines.all if key in has_deals] or [
        pipelines.key_of(pipelines.for_trip(None).first.key)
    ]
    return [_counted(pipelines, key, counts) for key in shown]


def _counted(pipelines: Pipelines, key: str, counts: Mapping[str, int]) -> StageCounts:
    pipeline = pipelines.all[key]
    own = {stage: count for stage, count in counts.items() if pipelines.key_of(stage) == key}
    shown = [stage for stage in pipeline.stages if stage != pipeline.last.stage]
    left = [stage for stage in own if stage not in shown]  # retired ones, at which deals still stand
    return StageCounts(key, {stage: own.get(stage, 0) for stage in (*shown, *left)}, sum(own.values()))


@dataclass(frozen=True)
class DealLine:
    """A deal in a list. `waits`: something keeps it at its step, where it has stood since that moment.

    `late`: something of it is overdue, or its journey is over and nobody has said what became of it.
    """

    number: int
    client: str
    title: str
    since: datetime
    waits: bool
    late: bool = False


@dataclass(frozen=True)
class DealPage:
    """Some of the `count` open deals of a stage."""

    lines: tuple[DealLine, ...]
    count: int


def deals_at(desk: Desk, stage: str, *, mine: bool = False, limit: int = 8, offset: int = 0) -> DealPage:
    """Those that have waited longest come first. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    whose = _whose(desk, mine=mine)
    found = desk.repositories.deals.at_stage(stage, whose, limit, offset)
    count = desk.repositories.deals.count_by_stage(whose).get(stage, 0)
    return DealPage(tuple(_line(desk, deal) for deal in found), count)


def _line(desk: Desk, deal: Deal) -> DealLine:
    since = deal.step_since or deal.created_at
    late = bool(overdue_of(desk, deal)) or is_undecided(desk, deal)
    return DealLine(deal.id, deal.client.name, deal.called, since, bool(waits_for(desk, deal)), late)


@dataclass(frozen=True)
class NextDeal:
    """The deal that comes next in a list, and its place there (0 is the first)."""

    number: int
    place: int


def next_in_list(desk: Desk, stage: str, place: int, number: int, *, mine: bool = False) -> NextDeal | None:
    """What comes after the deal `number`, which was opened at this place: when it has left it, whoever moved up.

    Raises Forbidden.
    """
    desk.must(Right.SEE_DEALS)
    found = desk.repositories.deals.at_stage(stage, _whose(desk, mine=mine), 2, place)
    others = ((deal.id, at) for at, deal in enumerate(found, place) if deal.id != number)
    return next((NextDeal(*other) for other in others), None)


def _whose(desk: Desk, *, mine: bool) -> StaffMember | None:
    return desk.actor.staff if mine else None


def deal(desk: Desk, number: int) -> Deal:
    """The whole of it: travellers, papers and payments. Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    return desk.repositories.deals.get(number)


@dataclass(frozen=True)
class DealCard:
    """A deal, what its step waits for, and the step the actor may take it to (None: no further, or not by them)."""

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
    pipeline = desk.agency.pipelines.of(found.step_key)
    return (pipeline.after(found.step_key) or pipeline.last) if movable else None


def waits_for(desk: Desk, deal: Deal) -> list[Missing]:
    """What must still happen before the deal may leave its step; nothing keeps a closed one."""
    if not deal.is_open:
        return []
    step = desk.agency.pipelines.of(deal.step_key).step(deal.step_key)
    return [*missing(deal, step, desk.local_now), *waits_for_besides(desk, deal)]


def goes_on_by_itself(desk: Desk, step: str) -> bool:
    """Whether deals leave this step as soon as it has what it waits for; one that waits for nothing is left by hand."""
    pipeline = desk.agency.pipelines.of(step)
    following = pipeline.after(step) if pipeline.has(step) else None
    here = pipeline.step(step)
    fields: Fields = desk.agency.definitions.all(FIELD)
    asked = any(one.stage == here.stage and not one.retired for one in fields.values())
    return bool(here.needs) or asked or (following is not None and following.told)


def waits_for_besides(desk: Desk, deal: Deal) -> list[Missing]:
    """Fields of the agency's own, and that the client is told of the departure before a step that says they are."""
    return [*unfilled(deal, desk.agency.definitions.all(FIELD)), *_to_be_told(desk, deal)]


def _to_be_told(desk: Desk, deal: Deal) -> list[Missing]:
    pipeline = desk.agency.pipelines.of(deal.step_key)
    following = pipeline.after(deal.step_key) if pipeline.has(deal.step_key) else None
    told_on = _told_on(desk, deal)
    if following is None or not following.told or deal.told_at or told_on is None:
        return []
    return [Missing("client_told", {"day": told_on})]


def _told_on(desk: Desk, deal: Deal) -> date | None:
    """The day on which the client is told of a departure that is still ahead."""
    trip = deal.trip
    if trip is not None:
        return trip.reminder_at.astimezone(trip.where).date() if trip.departs_at > desk.now else None
    ahead = timedelta(days=desk.agency.timing.departure_days)
    return deal.starts - ahead if deal.starts and deal.starts > desk.today else None


def step_fact(desk: Desk, step: str) -> Any:
    """A step as the history keeps it: by its key, or in the owner's words as they are now."""
    labels = desk.agency.pipelines.names.get(step)
    return said(labels).kept() if labels else step


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


def leaders(desk: Desk, branch: int | None = None) -> Sequence[StaffMember]:
    """Who may be responsible for a deal of this branch: the actor first if a manager, then managers, then the others.

    Whoever is bound to a branch opens its deals.
    """
    branch = desk.actor.reach if desk.actor.reach is not None else branch
    able = [one for one in desk.repositories.staff.who_may(Right.MOVE_DEALS) if one.sees(branch)]
    order = [Role.MANAGER, Role.OWNER, Role.OPERATOR]
    return sorted(able, key=lambda m: (order.index(m.role), m is not desk.actor.staff))


def leaders_to_choose(desk: Desk) -> Sequence[StaffMember]:
    """The same, for whoever opens a deal. Raises Forbidden."""
    desk.must(Right.OPEN_DEALS)
    return leaders(desk)


def leader_chosen(desk: Desk, number: int) -> StaffMember:
    """Raises Forbidden, NotFound."""
    desk.must(Right.OPEN_DEALS)
    return desk.repositories.staff.get(number)


def too_early(desk: Desk, deal: Deal) -> bool:
    """Whether a voucher would go out before its stage."""
    return not desk.agency.pipelines.of(deal.step_key).may_have_voucher(deal.step_key)


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

"""Deals as they stand at the stages: counted, listed, and one after the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.entities.deals import Deal
from domain.entities.people import Right, StaffMember
from domain.entities.pipeline import Pipelines
from domain.ports.desk import Desk
from domain.ports.routing import mine_and_stood_for
from domain.queries.deal_steps import waits_for
from domain.queries.late import is_undecided, overdue_of
from domain.values.counts import MOST


@dataclass(frozen=True)
class StageCounts:
    """Open deals of each stage of a pipeline, in order, without its last one, each counted to one more than `MOST`.

    There are `total` in all, or more than these where one of them was not counted to its end.
    """

    pipeline: str
    stages: dict[str, int]
    total: int

    @property
    def more(self) -> bool:
        return any(count > MOST for count in self.stages.values())


def stage_counts(desk: Desk, *, mine: bool = False) -> list[StageCounts]:
    """Of each pipeline that has open deals: all within reach, or those that the actor leads. Raises Forbidden.

    Where there are none, those of the pipeline in which deals are opened on trips.
    """
    desk.must(Right.SEE_DEALS)
    counts = desk.repositories.deals.count_by_stage(_whose(desk, mine=mine), MOST + 1)
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
    total = sum(min(count, MOST) for count in own.values())
    return StageCounts(key, {stage: own.get(stage, 0) for stage in (*shown, *left)}, total)


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
    """Some of the `count` open deals of a stage, which are counted to one more than `MOST`."""

    lines: tuple[DealLine, ...]
    count: int


def deals_at(desk: Desk, stage: str, *, mine: bool = False, limit: int = 8, offset: int = 0) -> DealPage:
    """Those that have waited longest come first. Raises Forbidden."""
    desk.must(Right.SEE_DEALS)
    whose = _whose(desk, mine=mine)
    found = desk.repositories.deals.at_stage(stage, whose, limit, offset)
    count = desk.repositories.deals.count_by_stage(whose, MOST + 1).get(stage, 0)
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


def _whose(desk: Desk, *, mine: bool) -> Sequence[StaffMember]:
    return mine_and_stood_for(desk) if mine else ()

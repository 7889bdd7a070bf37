"""Pipelines and kinds of trips, as whoever settles them sees them."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.entities.people import Right
from domain.entities.pipeline import PIPELINE, TRIP_KIND, Pipeline, Pipelines, TripKind
from domain.entities.stages import Step
from domain.entities.trips import Trip
from domain.ports.desk import Desk
from domain.values.labels import Labels
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class StepCard:
    """A step of a pipeline; `deals`: how many open ones stand at its stage. `revision` is that of the pipeline."""

    pipeline: Pipeline
    step: Step
    deals: int
    revision: int


@dataclass(frozen=True)
class Restored:
    """A pipeline as it was shipped: the stages that go, and how many open deals stand at which of them."""

    goes: tuple[str, ...]
    standing: Mapping[str, int]
    revision: int


def pipelines_to_see(desk: Desk) -> Pipelines:
    """Raises Forbidden."""
    desk.must(Right.CHANGE_SETTINGS)
    return desk.agency.pipelines


def pipeline_to_see(desk: Desk, key: str) -> tuple[Pipeline, int]:
    """With its revision. Raises Forbidden, NotFound: no_such_definition."""
    desk.must(Right.CHANGE_SETTINGS)
    settled = desk.agency.definitions
    return settled.one(PIPELINE, key), settled.revision(PIPELINE, key)


def pipeline_as_shipped(desk: Desk, key: str) -> Restored:
    """What would become of one that was shipped. Raises Forbidden, NotFound: no_such_definition."""
    pipeline, revision = pipeline_to_see(desk, key)
    if key not in PIPELINE.shipped:
        raise NotFound("no_such_definition")
    kept = {part.key for part in PIPELINE.shipped[key].parts}
    goes = tuple(part.key for part in pipeline.parts if part.key not in kept)
    counts = desk.archive.deals.count_by_stage() if goes else {}
    return Restored(goes, {stage: counts[stage] for stage in goes if counts.get(stage)}, revision)


def is_changed(key: str, revision: int) -> bool:
    """Whether it was shipped, and the owner has changed it since."""
    return key in PIPELINE.shipped and revision > 0


def step_to_see(desk: Desk, key: str, step: str) -> StepCard:
    """Raises Forbidden, NotFound: no_such_definition."""
    pipeline, revision = pipeline_to_see(desk, key)
    if not pipeline.has(step):
        raise NotFound("no_such_definition")
    found = pipeline.step(step)
    counts = desk.repositories.deals.count_by_stage()
    return StepCard(pipeline, found, counts.get(found.stage, 0), revision)


def labels_at(pipeline: Pipeline, at: str) -> Labels:
    """What the owner calls this stage or sub-stage by itself. Raises NotFound: no_such_definition."""
    named = {part.key: part.labels for part in pipeline.parts}
    named |= {f"{part.key}.{sub.key}": sub.labels for part in pipeline.parts for sub in part.substages}
    if at not in named:
        raise NotFound("no_such_definition")
    return named[at]


def kind_to_see(desk: Desk, key: str) -> tuple[TripKind, int]:
    """With its revision. Raises Forbidden, NotFound: no_such_definition."""
    desk.must(Right.CHANGE_SETTINGS)
    settled = desk.agency.definitions
    return settled.one(TRIP_KIND, key), settled.revision(TRIP_KIND, key)


def kinds_to_choose(desk: Desk, number: int) -> tuple[Trip, dict[str, TripKind]]:
    """A trip, and the kinds it may be of. Raises Forbidden, NotFound."""
    return desk.repositories.trips.get(number), kinds_to_plan(desk)


def kinds_to_plan(desk: Desk) -> dict[str, TripKind]:
    """Those a trip may be of that is put up now. Raises Forbidden."""
    desk.must(Right.PLAN_TRIPS)
    return {key: one for key, one in desk.agency.definitions.all(TRIP_KIND).items() if not one.retired}


def kind_of(desk: Desk, trip: Trip) -> TripKind | None:
    """None for a trip of no kind."""
    return desk.agency.definitions.all(TRIP_KIND).get(trip.kind or "")

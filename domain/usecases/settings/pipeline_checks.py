"""What every change of a pipeline has to pass, so that deals can be read, moved and brought to their end."""

import re
from collections.abc import Sequence

from domain.entities.pipeline import (
    MOST_STAGES,
    PIPELINE,
    PIPELINE_USE,
    TRIP_KIND,
    Pipeline,
    PipelineUse,
    TripKind,
)
from domain.entities.requirements import REQUIREMENTS
from domain.entities.stages import ENTERS, LONGEST_READ, LOST, Stage, SubStage
from domain.ports.desk import Desk
from domain.queries.deal_steps import step_fact
from domain.usecases.settings.defining import fits
from domain.values.labels import read_label, said
from domain.values.language import Language
from domain.values.refusals import Refusal
from domain.values.text import words

_KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,23}")


@fits(PIPELINE)
def pipeline_fits(desk: Desk, key: str, pipeline: Pipeline | None) -> None:
    """Raises Refusal: pipeline_without_end, too_many_stages, stage_twice, stage_key_taken, stage_left_out,
    need_unknown, stage_key_wrong, label_empty, label_too_long, nothing_written, too_long, told_waits, told_at_the_end,
    pipeline_used.
    """
    shipped = PIPELINE.shipped.get(key)
    becomes = pipeline or shipped
    if becomes is None:
        raise Refusal("pipeline_without_end")
    if len(becomes.steps) < 2 or any(not part.key or part.key == LOST for part in becomes.parts):
        raise Refusal("pipeline_without_end")
    if len(becomes.stages) > MOST_STAGES:
        raise Refusal("too_many_stages", most=MOST_STAGES)
    _must_be_well_named(becomes)
    _must_be_known(becomes)
    _must_end_after_departure(becomes)
    _must_be_told_apart(becomes)
    others = desk.agency.definitions.all(PIPELINE)
    keys = [step.key for step in becomes.all_steps]
    if len(set(keys)) < len(keys) or any(
        name != key and (one.has(step) or any(part.key == step for part in one.parts))
        for name, one in others.items()
        for step in {*keys, *(part.key for part in becomes.parts)}
    ):
        raise Refusal("stage_key_taken")
    if becomes.retired and key in _used(desk):
        raise Refusal("pipeline_used")
    _must_keep_deals(desk, others.get(key), becomes)


@fits(TRIP_KIND)
def kind_fits(desk: Desk, _key: str, kind: TripKind | None) -> None:
    """Raises Refusal: label_empty, label_too_long, pipeline_retired."""
    if kind is None or not kind.labels:
        raise Refusal("label_empty")
    for text in kind.labels.values():
        read_label(text)
    if not kind.retired:
        _must_be_in_use(desk, kind.pipeline)


@fits(PIPELINE_USE)
def use_fits(desk: Desk, _key: str, use: PipelineUse | None) -> None:
    """Raises Refusal: pipeline_retired."""
    for key in {use.tailor_made, use.trips} if use else ():
        _must_be_in_use(desk, key)


def _must_be_in_use(desk: Desk, key: str) -> None:
    """One that is not there cannot be used either."""
    found = desk.agency.definitions.all(PIPELINE).get(key)
    if found is None or found.retired:
        raise Refusal("pipeline_retired")


def _used(desk: Desk) -> set[str]:
    """The pipelines in which deals are opened."""
    settled = desk.agency.definitions
    use = settled.one(PIPELINE_USE)
    of_kinds = {kind.pipeline for kind in settled.all(TRIP_KIND).values() if not kind.retired}
    return {use.tailor_made, use.trips, *of_kinds}


def _must_be_well_named(pipeline: Pipeline) -> None:
    """Through whatever door a name comes, a button shows it; keys go into columns and buttons."""
    parts: list[Stage | SubStage] = [
        *pipeline.parts,
        *(sub for part in pipeline.parts for sub in part.substages),
    ]
    if wrong := sorted({part.key for part in parts if not _KEY.fullmatch(part.key)}):
        raise Refusal("stage_key_wrong", name=wrong[0])
    for labels in (pipeline.labels, *(part.labels for part in parts)):
        for text in labels.values():
            read_label(text)
    for text in (text for part in parts for text in part.reads.values()):
        words(text, LONGEST_READ)


def _must_end_after_departure(pipeline: Pipeline) -> None:
    """Where the client knows of the departure, deals go on by themselves when the trip is over: nobody is asked then."""
    told = [step for step in pipeline.all_steps if step.told]
    if any(set(step.needs) - {"departed"} for step in told):
        raise Refusal("told_waits")
    if pipeline.last.told:
        raise Refusal("told_at_the_end")


def _must_be_known(pipeline: Pipeline) -> None:
    needs = {need for step in pipeline.all_steps for need in step.needs}
    enters = {wanted for step in pipeline.all_steps for wanted in step.enters}
    if unknown := sorted((needs - REQUIREMENTS.keys()) | (enters - set(ENTERS))):
        raise Refusal("need_unknown", name=unknown[0])


def _must_be_told_apart(pipeline: Pipeline) -> None:
    """By what people read: two stages of one name in one language are one to them."""
    levels: list[Sequence[Stage | SubStage]] = [pipeline.parts, *(part.substages for part in pipeline.parts)]
    for among in levels:
        named = [one.labels for one in among if one.labels and not one.retired]
        for language in Language:
            names = [said(labels).said(language).casefold() for labels in named]
            if twice := next((name for name in names if names.count(name) > 1), None):
                raise Refusal("stage_twice", name=twice)


def _must_keep_deals(desk: Desk, was: Pipeline | None, becomes: Pipeline) -> None:
    if was is None:
        return
    left_out = {part.key for part in was.parts} - {part.key for part in becomes.parts}
    counts = desk.archive.deals.count_by_stage() if left_out else {}
    for stage in sorted(left_out):
        if counts.get(stage):
            raise Refusal("stage_left_out", step=step_fact(desk, stage), count=counts[stage])

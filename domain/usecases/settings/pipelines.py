"""Pipelines are settled: a change holds for what comes, and no deal is left where it could not be read."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from domain.entities.definitions import ONLY, numbered
from domain.entities.people import Right
from domain.entities.pipeline import (
    PIPELINE,
    PIPELINE_USE,
    Pipeline,
    Stage,
    SubStage,
)
from domain.ports.desk import Desk
from domain.queries.deals import step_fact
from domain.queries.pipelines import pipeline_to_see
from domain.usecases.settings.defining import define
from domain.values.labels import read_label, said
from domain.values.language import Language
from domain.values.refusals import NotFound

Part = Stage | SubStage
PORTION = 100
"""Deals moved at once."""


def make_pipeline(desk: Desk, language: Language, name: str, stages: Sequence[str]) -> str:
    """Its key. The stages are named in this language, one each, the last one the journey done.

    Raises Forbidden, Refusal: label_empty, label_too_long, and those of `pipeline_fits`.
    """
    desk.must(Right.CHANGE_SETTINGS)
    taken = desk.agency.definitions.all(PIPELINE)
    key = numbered("p", taken)
    parts = tuple(Stage(f"{key}-{place}", {language: read_label(one)}) for place, one in enumerate(stages, 1))
    pipeline = Pipeline(parts, {language: read_label(name)})
    define(desk, PIPELINE, pipeline, 0, "pipeline_made", key=key, label=said(pipeline.labels).kept())
    return key


def name_pipeline(desk: Desk, key: str, seen: int, language: Language, name: str) -> None:
    """Raises Forbidden, NotFound, Refusal."""
    pipeline, _revision = pipeline_to_see(desk, key)
    labels = {**pipeline.labels, language: read_label(name)}
    named = replace(pipeline, labels=labels)
    define(desk, PIPELINE, named, seen, "pipeline_named", key=key, label=said(labels).kept())


def add_stage(desk: Desk, key: str, seen: int, language: Language, name: str) -> str:
    """The key of a new stage, before the last one. Raises Forbidden, NotFound, Refusal."""
    pipeline, _revision = pipeline_to_see(desk, key)
    taken = {part.key for part in pipeline.parts}
    stage = numbered(f"{key}-", taken)
    labels = {language: read_label(name)}
    *before, last = pipeline.parts
    longer = replace(pipeline, parts=(*before, Stage(stage, labels), last))
    define(desk, PIPELINE, longer, seen, "stage_added", key=key, label=said(labels).kept())
    return stage


def name_step(desk: Desk, key: str, seen: int, step: str, language: Language, name: str) -> None:
    """Raises Forbidden, NotFound, Refusal."""
    label = read_label(name)
    was = step_fact(desk, step)

    def named(part: Part) -> Part:
        return replace(part, labels={**part.labels, language: label})

    _change(desk, key, seen, step, named, "stage_named", step=was, label=label)


def switch_need(desk: Desk, key: str, seen: int, step: str, need: str) -> None:
    """What a deal needs before it leaves this step: needed from now on, or no more. Raises Forbidden, NotFound, Refusal."""

    def switched(part: Part) -> Part:
        return replace(part, needs=_switched(part.needs, need))

    _change(desk, key, seen, step, switched, "stage_changed", step=step_fact(desk, step))


def switch_enter(desk: Desk, key: str, seen: int, step: str, wanted: str) -> None:
    """What the client is asked for when a deal comes here. Raises Forbidden, NotFound, Refusal."""

    def switched(part: Part) -> Part:
        return replace(part, enters=_switched(part.enters, wanted))

    _change(desk, key, seen, step, switched, "stage_changed", step=step_fact(desk, step))


def switch_flag(desk: Desk, key: str, seen: int, stage: str, flag: str) -> None:
    """ "vouchers": they go out from here on; "told": who is told of the departure comes here.

    Each is true of one stage at most. Raises Forbidden, NotFound, Refusal.
    """
    pipeline, _revision = pipeline_to_see(desk, key)
    if flag not in {"vouchers", "told"}:
        raise NotFound("no_such_definition")
    on = not getattr(pipeline.part(stage), flag)
    parts = tuple(_marked(part, flag, on=on and part.key == stage) for part in pipeline.parts)
    changed = replace(pipeline, parts=parts)
    define(desk, PIPELINE, changed, seen, "stage_changed", key=key, step=step_fact(desk, stage))


def move_stage(desk: Desk, key: str, seen: int, stage: str, by: int) -> None:
    """One place up (-1) or down (1) among the stages; at the end nothing happens. Raises Forbidden, NotFound, Refusal."""
    pipeline, _revision = pipeline_to_see(desk, key)
    parts = list(pipeline.parts)
    place = next((at for at, part in enumerate(parts) if part.key == stage), None)
    if place is None:
        raise NotFound("no_such_definition")
    other = place + (1 if by > 0 else -1)
    if 0 <= other < len(parts):
        parts[place], parts[other] = parts[other], parts[place]
    moved = replace(pipeline, parts=tuple(parts))
    define(desk, PIPELINE, moved, seen, "stage_moved", key=key, step=step_fact(desk, stage))


def retire_step(desk: Desk, key: str, seen: int, step: str, to: str | None = None) -> int:
    """No deal comes to it any more; those that stand there go to another step, where one is named. How many went.

    Raises Forbidden, NotFound, Refusal.
    """
    pipeline, _revision = pipeline_to_see(desk, key)
    if to is not None and (to == step or pipeline.step(to).retired):
        raise NotFound("no_such_definition")

    def retired(part: Part) -> Part:
        return replace(part, retired=True)

    _change(desk, key, seen, step, retired, "stage_retired", step=step_fact(desk, step))
    return _moved_away(desk, step, to) if to is not None else 0


def bring_back_step(desk: Desk, key: str, seen: int, step: str) -> None:
    """Raises Forbidden, NotFound, Refusal."""

    def back(part: Part) -> Part:
        return replace(part, retired=False)

    _change(desk, key, seen, step, back, "stage_brought_back", step=step_fact(desk, step))


def use_pipeline(desk: Desk, what: str, pipeline: str, seen: int) -> None:
    """For deals that are opened from now on: "tailor_made" ones, or those on "trips" of no kind.

    Raises Forbidden, NotFound, Refusal.
    """
    found, _revision = pipeline_to_see(desk, pipeline)
    if what not in {"tailor_made", "trips"}:
        raise NotFound("no_such_definition")
    use = replace(desk.agency.definitions.one(PIPELINE_USE), **{what: pipeline})
    define(desk, PIPELINE_USE, use, seen, "pipeline_used", key=ONLY, label=_name(found, pipeline))


def _change(
    desk: Desk, key: str, seen: int, at: str, change: Callable[[Part], Part], act: str, **facts: object
) -> None:
    """One stage or sub-stage becomes another. Raises Forbidden, NotFound, Refusal."""
    pipeline, _revision = pipeline_to_see(desk, key)
    if not pipeline.has(at):
        raise NotFound("no_such_definition")
    stage, _point, substage = at.partition(".")

    def changed(part: Stage) -> Stage:
        if part.key != stage:
            return part
        if not substage:
            became = change(part)
            assert isinstance(became, Stage)
            return became
        subs = tuple(change(sub) if sub.key == substage else sub for sub in part.substages)
        return replace(part, substages=tuple(sub for sub in subs if isinstance(sub, SubStage)))

    parts = tuple(map(changed, pipeline.parts))
    define(desk, PIPELINE, replace(pipeline, parts=parts), seen, act, key=key, **facts)


def _moved_away(desk: Desk, step: str, to: str) -> int:
    """All open deals that stand there, in order of number, each held."""
    pipeline, moved = desk.agency.pipelines.of(to), 0
    facts = {"from": step_fact(desk, step), "to": step_fact(desk, to)}
    stage, others = step.partition(".")[0], 0
    while page := desk.archive.deals.at_stage(stage, None, PORTION, others):
        there = [one.id for one in page if one.step_key == step]
        others += len(page) - len(there)
        for number in sorted(there):
            deal = desk.archive.deals.locked(number)
            if deal.is_open and deal.step_key == step:
                deal.move_to(pipeline.step(to), pipeline, desk.now)
                desk.note("deal", deal.id, "stage_gone", **facts)
                moved += 1
        desk.repositories.flush()
    return moved


def _marked(part: Stage, flag: str, *, on: bool) -> Stage:
    return replace(part, told=on) if flag == "told" else replace(part, vouchers=on)


def _switched(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name) if name in names else (*names, name)


def _name(pipeline: Pipeline, key: str) -> object:
    return said(pipeline.labels).kept() if pipeline.labels else key

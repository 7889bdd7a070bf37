"""Pipelines are settled: a change holds for what comes, and no deal is left where it could not be read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.entities.definitions import ONLY, numbered
from domain.entities.people import Right
from domain.entities.pipeline import PIPELINE, PIPELINE_USE, Pipeline
from domain.entities.stages import Stage, steps_of
from domain.ports.desk import Desk
from domain.queries.pipelines import pipeline_to_see
from domain.usecases.settings.defining import as_shipped, define
from domain.values.labels import Labels, read_label, said
from domain.values.language import Language
from domain.values.refusals import NotFound


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


def copy_pipeline(
    desk: Desk, of: str, language: Language, name: str, words: Mapping[str, Labels] | None = None
) -> str:
    """Another pipeline with the same stages, those that are retired apart; its key. Each stage has a key of its own.

    `words` are what stages and sub-stages are called that have no name of the owner's, by the keys of their steps.
    Raises Forbidden, NotFound, Refusal.
    """
    pipeline, _revision = pipeline_to_see(desk, of)
    key, called = numbered("p", desk.agency.definitions.all(PIPELINE)), words or {}
    kept = (part for part in pipeline.parts if any(not step.retired for step in steps_of(part)))
    parts = tuple(_copied(part, f"{key}-{place}", called) for place, part in enumerate(kept, 1))
    copy = Pipeline(parts, {language: read_label(name)})
    define(desk, PIPELINE, copy, 0, "pipeline_made", key=key, label=said(copy.labels).kept())
    return key


def _copied(part: Stage, key: str, words: Mapping[str, Labels]) -> Stage:
    def called(labels: Labels, step: str) -> Labels:
        return labels or words.get(step, {})

    subs = tuple(
        replace(sub, labels=called(sub.labels, f"{part.key}.{sub.key}"))
        for sub in part.substages
        if not sub.retired
    )
    return replace(part, key=key, labels=called(part.labels, part.key), substages=subs)


def retire_pipeline(desk: Desk, key: str, seen: int, *, retired: bool) -> None:
    """No deal is opened in it any more, and those in it go on; or it is used again.

    Raises Forbidden, NotFound, Refusal: pipeline_used.
    """
    pipeline, _revision = pipeline_to_see(desk, key)
    act = "pipeline_retired" if retired else "pipeline_brought_back"
    changed = replace(pipeline, retired=retired)
    define(desk, PIPELINE, changed, seen, act, key=key, label=_name(pipeline, key))


def pipeline_as_shipped(desk: Desk, key: str, seen: int) -> None:
    """Its stages, their order, names and what they wait for are those that came with the program.

    Raises Forbidden, NotFound, Refusal: stage_left_out while deals stand where there would be no stage.
    """
    pipeline, _revision = pipeline_to_see(desk, key)
    as_shipped(desk, PIPELINE, seen, "pipeline_as_shipped", key=key, label=_name(pipeline, key))


def use_pipeline(desk: Desk, what: str, pipeline: str, seen: int) -> None:
    """For deals that are opened from now on: "tailor_made" ones, or those on "trips" of no kind.

    Raises Forbidden, NotFound, Refusal.
    """
    found, _revision = pipeline_to_see(desk, pipeline)
    if what not in {"tailor_made", "trips"}:
        raise NotFound("no_such_definition")
    use = replace(desk.agency.definitions.one(PIPELINE_USE), **{what: pipeline})
    define(desk, PIPELINE_USE, use, seen, "pipeline_used", key=ONLY, label=_name(found, pipeline))


def _name(pipeline: Pipeline, key: str) -> object:
    return said(pipeline.labels).kept() if pipeline.labels else key

"""The steps of a pipeline are settled: added, named, moved, what they wait for and say to the client, retired."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from domain.entities.definitions import numbered
from domain.entities.pipeline import PIPELINE
from domain.entities.stages import LONGEST_READ, Stage, SubStage
from domain.ports.desk import Desk
from domain.queries.deal_steps import step_fact
from domain.queries.pipelines import pipeline_to_see
from domain.usecases.settings.defining import define
from domain.values.labels import read_label, said
from domain.values.language import Language
from domain.values.refusals import NotFound
from domain.values.text import words

Part = Stage | SubStage
P = TypeVar("P", bound=Part)
PORTION = 100
"""Deals moved at once."""


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


def add_substage(desk: Desk, key: str, seen: int, stage: str, language: Language, name: str) -> str:
    """The key of the step, behind the other sub-stages of this stage.

    The first one takes over what the stage waited for and asked; deals that stand at the stage go on to it.
    Raises Forbidden, NotFound, Refusal.
    """
    pipeline, _revision = pipeline_to_see(desk, key)
    part = next((one for one in pipeline.parts if one.key == stage), None)
    if part is None:
        raise NotFound("no_such_definition")
    substage = numbered("s", {sub.key for sub in part.substages})
    new = SubStage(substage, {language: read_label(name)})
    if not part.substages:
        new = replace(new, needs=part.needs, enters=part.enters, reads=part.reads)
        part = replace(part, needs=(), enters=(), reads={})
    longer = replace(part, substages=(*part.substages, new))
    parts = tuple(longer if one.key == stage else one for one in pipeline.parts)
    label = said(new.labels).kept()
    define(desk, PIPELINE, replace(pipeline, parts=parts), seen, "stage_added", key=key, label=label)
    return f"{stage}.{substage}"


def name_step(desk: Desk, key: str, seen: int, step: str, language: Language, name: str) -> None:
    """Raises Forbidden, NotFound, Refusal."""
    label = read_label(name)
    was = step_fact(desk, step)

    def named(part: Part) -> Part:
        return replace(part, labels={**part.labels, language: label})

    _change(desk, key, seen, step, named, "stage_named", step=was, label=label)


def say_to_client(desk: Desk, key: str, seen: int, step: str, language: Language, text: str | None) -> None:
    """What the client reads of their trip as long as the deal stands there; None: our own words, in this language.

    Raises Forbidden, NotFound, Refusal: nothing_written, too_long.
    """
    written = None if text is None else words(text, LONGEST_READ)

    def said_so(part: Part) -> Part:
        others = {one: kept for one, kept in part.reads.items() if one is not language}
        return replace(part, reads={**others, **({language: written} if written else {})})

    _change(desk, key, seen, step, said_so, "stage_reads", step=step_fact(desk, step), text=written)


def take_words_back(desk: Desk, key: str, seen: int, step: str) -> None:
    """The client reads our own words there again, in every language. Raises Forbidden, NotFound, Refusal."""

    def ours(part: Part) -> Part:
        return replace(part, reads={})

    _change(desk, key, seen, step, ours, "stage_reads_ours", step=step_fact(desk, step))


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


def move_step(desk: Desk, key: str, seen: int, step: str, by: int) -> None:
    """A stage goes one place up (-1) or down (1) among the stages, a sub-stage among those of its stage.

    At the end nothing happens. Raises Forbidden, NotFound, Refusal.
    """
    pipeline, _revision = pipeline_to_see(desk, key)
    stage, _point, substage = step.partition(".")
    if substage:
        part = pipeline.part(stage)
        ordered = replace(part, substages=_moved(part.substages, substage, by))
        parts = tuple(ordered if one.key == stage else one for one in pipeline.parts)
    else:
        parts = _moved(pipeline.parts, stage, by)
    moved = replace(pipeline, parts=parts)
    define(desk, PIPELINE, moved, seen, "stage_moved", key=key, step=step_fact(desk, step))


def _moved(among: tuple[P, ...], key: str, by: int) -> tuple[P, ...]:
    """It changes places with the next one that is not retired."""
    places = [at for at, one in enumerate(among) if not one.retired or one.key == key]
    place = next((nth for nth, at in enumerate(places) if among[at].key == key), None)
    if place is None:
        raise NotFound("no_such_definition")
    other = place + (1 if by > 0 else -1)
    if not 0 <= other < len(places):
        return among
    ordered, one, two = [*among], places[place], places[other]
    ordered[one], ordered[two] = ordered[two], ordered[one]
    return tuple(ordered)


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


def _change(
    desk: Desk, key: str, seen: int, at: str, change: Callable[[Part], Part], act: str, **facts: object
) -> None:
    """One stage or sub-stage becomes another. Raises Forbidden, NotFound, Refusal."""
    pipeline, _revision = pipeline_to_see(desk, key)
    if not pipeline.has(at) and all(part.key != at for part in pipeline.parts):
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
    while page := desk.archive.deals.at_stage(stage, (), PORTION, others):
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

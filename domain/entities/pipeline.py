"""Pipelines: the stages a deal goes through. One is shipped (`pipeline.toml`); the owner changes it and makes others.

A step's key is in one pipeline only, so that a deal needs nothing but its step. What deals may stand at is never removed: a
stage is retired, and its deals can still be read and moved on.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from domain.entities.definitions import ONLY, definition_kind
from domain.entities.requirements import REQUIREMENTS
from domain.entities.stages import LOST, Stage, Step, SubStage, steps_of
from domain.values.labels import Labels, Names

DEFAULT = Path(__file__).with_name("pipeline.toml")
SHIPPED = "journey"
"""The key of the pipeline that comes with the program."""
MOST_STAGES = 20

_OF_OLD = {
    "documents.data": "travellers_wanted",
    "documents.sent": "passports_wanted",
    "deposit": "deposit_wanted",
    "payment": "balance_wanted",
}
"""What files of stages meant by their keys before they could say it."""


@dataclass(frozen=True)
class Pipeline:
    """Its stages in order; the last one that is not retired is the journey done."""

    parts: tuple[Stage, ...]
    labels: Labels = field(default_factory=dict)
    retired: bool = False
    """No deal is opened in it any more."""

    @classmethod
    def read(cls, path: Path = DEFAULT) -> "Pipeline":
        """A file of stages. Raises ValueError, KeyError, TypeError or OSError for what is none."""
        told = tomllib.loads(path.read_text())["stage"]
        return cls(tuple(_stage(one) for one in told))

    def must_work(self) -> None:
        """Raises ValueError, and says why, when a file of stages could not be worked with."""
        keys = [step.key for step in self.all_steps]
        if not any(part.told for part in self.parts) or not any(part.vouchers for part in self.parts):
            raise ValueError("the file of stages lacks notified, voucher, or both")
        if twice := {key for key in keys if keys.count(key) > 1 or key == LOST}:
            raise ValueError(f"the file of stages cannot have, or have twice: {_listed(twice)}")
        if unknown := {str(need) for step in self.all_steps for need in step.needs} - REQUIREMENTS.keys():
            raise ValueError(f"the file of stages has needs nobody knows: {_listed(unknown)}")

    @cached_property
    def all_steps(self) -> tuple[Step, ...]:
        """In order, with those that are retired."""
        return tuple(step for part in self.parts for step in steps_of(part))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Those a deal can come to, in order."""
        return tuple(step for step in self.all_steps if not step.retired)

    @cached_property
    def names(self) -> Names:
        """What the owner calls its stages and steps, by their keys."""
        parts = {part.key: part.labels for part in self.parts if part.labels}
        return parts | {step.key: step.labels for step in self.all_steps if step.labels}

    @property
    def first(self) -> Step:
        return self.steps[0]

    @property
    def last(self) -> Step:
        return self.steps[-1]

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages' keys, each once, in order; of those a deal can come to."""
        return tuple(dict.fromkeys(step.stage for step in self.steps))

    def has(self, key: str) -> bool:
        """Whether this is one of its steps, retired or not; `lost` is not."""
        return any(step.key == key for step in self.all_steps)

    def part(self, stage: str) -> Stage:
        """Raises KeyError."""
        for part in self.parts:
            if part.key == stage:
                return part
        raise KeyError(stage)

    def step(self, key: str) -> Step:
        """The step of this key; one that nobody knows any more waits for nothing."""
        for step in self.all_steps:
            if step.key == key:
                return step
        stage, _point, substage = key.partition(".")
        return Step(stage, substage or None, retired=True)

    def after(self, key: str) -> Step | None:
        """The next step a deal can come to, None after the last.

        A step nobody knows any more is left for the first one of its stage, since there are sub-stages, say; or of all.
        """
        keys = [step.key for step in self.all_steps]
        stages = [step.stage for step in self.all_steps]
        stage = key.partition(".")[0]
        begins = stages.index(stage) if stage in stages else 0
        place = keys.index(key) + 1 if key in keys else begins
        return next((step for step in self.all_steps[place:] if not step.retired), None)

    @cached_property
    def needs(self) -> frozenset[str]:
        """All that its steps wait for, one or another."""
        return frozenset(need for step in self.steps for need in step.needs)

    def may_have_voucher(self, key: str) -> bool:
        """Whether a deal at step `key` has come as far as where vouchers go out, or there is no such place."""
        order = [part.key for part in self.parts]
        first = next((place for place, part in enumerate(self.parts) if part.vouchers), None)
        stage = key.partition(".")[0]
        return key != LOST and (first is None or (stage in order and order.index(stage) >= first))


@dataclass(frozen=True)
class TripKind:
    """A kind of trip, like pilgrimages: which pipeline the deals on such a trip go through."""

    labels: Labels
    pipeline: str = SHIPPED
    retired: bool = False


@dataclass(frozen=True)
class PipelineUse:
    """Which pipeline deals go through that are on no trip, or on one of no kind."""

    tailor_made: str = SHIPPED
    trips: str = SHIPPED


class Pipelines:
    """All pipelines of an agency, and which of them a deal goes through."""

    def __init__(self, all_: Mapping[str, Pipeline], kinds: Mapping[str, TripKind], use: PipelineUse) -> None:
        self.all = all_
        self._kinds, self._use = kinds, use
        self._of = {step.key: name for name, one in all_.items() for step in one.all_steps}
        self._of |= {part.key: name for name, one in all_.items() for part in one.parts}

    def of(self, step: str) -> Pipeline:
        """The pipeline this step or stage is in; the shipped one for what is in none."""
        return self.all[self.key_of(step)]

    def key_of(self, step: str) -> str:
        """The key of the pipeline this step or stage is in; of the shipped one for what is in none."""
        return self._of.get(step) or self._of.get(step.partition(".")[0], SHIPPED)

    def for_trip(self, kind: str | None) -> Pipeline:
        """Of deals that are opened on a trip of this kind."""
        found = self._kinds.get(kind or "")
        name = found.pipeline if found else self._use.trips
        return self.all.get(name, self.all[SHIPPED])

    def for_tailor_made(self) -> Pipeline:
        return self.all.get(self._use.tailor_made, self.all[SHIPPED])

    @cached_property
    def names(self) -> Names:
        """What the owner calls stages and steps; where nothing stands, the shipped words hold."""
        return {key: labels for one in self.all.values() for key, labels in one.names.items()}

    @cached_property
    def told_stages(self) -> tuple[str, ...]:
        """The keys of all stages whose clients know of the departure."""
        return tuple(part.key for one in self.all.values() for part in one.parts if part.told)

    @cached_property
    def without_vouchers(self) -> tuple[str, ...]:
        """The keys of all stages at which no deal waits for a voucher: it knows of the departure, or its pipeline has none."""
        have_none = [one for one in self.all.values() if not any(part.vouchers for part in one.parts)]
        return (*self.told_stages, *(part.key for one in have_none for part in one.parts if not part.told))


def _stage(told: dict[str, Any]) -> Stage:
    key = str(told["key"])
    subs = tuple(
        SubStage(
            str(sub["key"]),
            needs=tuple(sub.get("needs", ())),
            enters=_enters(f"{key}.{sub['key']}", sub),
        )
        for sub in told.get("substages", ())
    )
    return Stage(
        key,
        needs=tuple(told.get("needs", ())),
        enters=() if subs else _enters(key, told),
        substages=subs,
        vouchers=bool(told.get("vouchers", key == "voucher")),
        told=bool(told.get("told", key == "notified")),
    )


def _enters(key: str, told: dict[str, Any]) -> tuple[str, ...]:
    of_old = (_OF_OLD[key],) if key in _OF_OLD else ()
    return tuple(told.get("enters", of_old))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


PIPELINE = definition_kind("pipeline", Pipeline, {SHIPPED: Pipeline.read()})
TRIP_KIND = definition_kind("trip_kind", TripKind)
PIPELINE_USE = definition_kind("pipeline_use", PipelineUse, {ONLY: PipelineUse()})

"""The pipeline: the stages a deal goes through, read from `pipeline.toml`, which an agency may replace by its own."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from domain.entities.requirements import REQUIREMENTS

DEFAULT = Path(__file__).with_name("pipeline.toml")
LOST = "lost"
"""The stage of a deal that was closed without a journey; it stands beside the pipeline, not in it."""
VOUCHER = "voucher"
"""The stage from which on a voucher may go out without a reason."""
NOTIFIED = "notified"
"""The stage of deals whose client knows time and place of departure."""


@dataclass(frozen=True)
class Step:
    """A place in the pipeline: a stage, or one sub-stage of it."""

    stage: str
    substage: str | None = None
    needs: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """ "documents.sent" or "deposit": how a step is written in the database and in buttons."""
        return f"{self.stage}.{self.substage}" if self.substage else self.stage


@dataclass(frozen=True)
class Pipeline:
    """All steps in order; the last one is the journey done."""

    steps: tuple[Step, ...]

    @classmethod
    def read(cls, path: Path = DEFAULT) -> "Pipeline":
        return cls(
            tuple(step for stage in tomllib.loads(path.read_text())["stage"] for step in _steps(stage))
        )

    def must_work(self) -> None:
        """Raises ValueError, and says why, when the trade could not work with it."""
        keys = [step.key for step in self.steps]
        if absent := [stage for stage in (VOUCHER, NOTIFIED) if stage not in self.stages]:
            raise ValueError(f"the file of stages lacks {_listed(absent)}")
        if twice := {key for key in keys if keys.count(key) > 1 or key == LOST}:
            raise ValueError(f"the file of stages cannot have, or have twice: {_listed(twice)}")
        if unknown := {str(need) for step in self.steps for need in step.needs} - REQUIREMENTS.keys():
            raise ValueError(f"the file of stages has needs nobody knows: {_listed(unknown)}")

    @property
    def first(self) -> Step:
        return self.steps[0]

    @property
    def last(self) -> Step:
        return self.steps[-1]

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages' keys, each once, in order."""
        return tuple(dict.fromkeys(step.stage for step in self.steps))

    def has(self, key: str) -> bool:
        """Whether this is one of its steps; `lost` is not."""
        return any(step.key == key for step in self.steps)

    def step(self, key: str) -> Step:
        """The step of this key. Raises KeyError for `lost` and for keys of another pipeline."""
        for step in self.steps:
            if step.key == key:
                return step
        raise KeyError(key)

    def after(self, key: str) -> Step | None:
        """The next step, None after the last."""
        place = self.steps.index(self.step(key))
        return self.steps[place + 1] if place + 1 < len(self.steps) else None

    def reached(self, key: str, stage: str) -> bool:
        """Whether a deal at step `key` has come to `stage` or past it."""
        return key != LOST and self.stages.index(self.step(key).stage) >= self.stages.index(stage)


def _steps(stage: dict[str, Any]) -> list[Step]:
    key = str(stage["key"])
    if "substages" not in stage:
        return [Step(key, None, tuple(stage.get("needs", ())))]
    return [Step(key, str(sub["key"]), tuple(sub.get("needs", ()))) for sub in stage["substages"]]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))

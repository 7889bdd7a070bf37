"""The pipeline: the stages a deal goes through, read from `pipeline.toml`, which an agency may replace by its own."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).with_name("pipeline.toml")
LOST = "lost"
"""The stage of a deal that was closed without a journey; it stands beside the pipeline, not in it."""


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
    if "substages" not in stage:
        return [Step(stage["key"], None, tuple(stage.get("needs", ())))]
    return [Step(stage["key"], sub["key"], tuple(sub.get("needs", ()))) for sub in stage["substages"]]

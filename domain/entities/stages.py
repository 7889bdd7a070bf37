"""Stages and their sub-stages, and the steps that a deal goes through: each of them, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from domain.values.labels import Labels, said
from domain.values.language import Language

LOST = "lost"
"""The stage of a deal that was closed without a journey; it stands beside the pipelines, not in one."""
ENTERS = ("travellers_wanted", "passports_wanted", "deposit_wanted", "balance_wanted")
"""What the client can be asked for when a step is entered."""
LONGEST_READ = 300
"""Characters of what the client reads at a stage."""


@dataclass(frozen=True)
class SubStage:
    """A part of a stage. `key` is a word of its own; without labels people know it by the shipped words of its step."""

    key: str
    labels: Labels = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    enters: tuple[str, ...] = ()
    reads: Labels = field(default_factory=dict)
    """What the client reads of their trip as long as the deal stands here; without, our own words hold."""
    retired: bool = False


@dataclass(frozen=True)
class Stage:
    """`needs`: what must be true before a deal leaves it. `enters`: what the client is asked for when a deal comes to it."""

    key: str
    labels: Labels = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    enters: tuple[str, ...] = ()
    substages: tuple[SubStage, ...] = ()
    vouchers: bool = False
    """From here on a voucher goes out without a reason."""
    told: bool = False
    """The client knows time and place of departure: who is told comes here, and goes on when the trip is over."""
    reads: Labels = field(default_factory=dict)
    retired: bool = False
    """No deal comes to it any more."""


@dataclass(frozen=True)
class Step:
    """A place in a pipeline: a stage, or one sub-stage of it."""

    stage: str
    substage: str | None = None
    needs: tuple[str, ...] = ()
    enters: tuple[str, ...] = ()
    labels: Labels = field(default_factory=dict)
    reads: Labels = field(default_factory=dict)
    told: bool = False
    retired: bool = False

    @property
    def key(self) -> str:
        """ "documents.sent" or "deposit": how a step is written in the database and in buttons."""
        return f"{self.stage}.{self.substage}" if self.substage else self.stage


def steps_of(part: Stage) -> Iterator[Step]:
    """The stage itself, or its sub-stages; what they are called tells of both."""
    if not part.substages:
        yield _step(part, None)
    for sub in part.substages:
        yield _step(part, sub)


def _step(part: Stage, sub: SubStage | None) -> Step:
    here = sub or part
    labels = _together(part.labels, sub.labels) if sub else part.labels
    return Step(
        part.key,
        sub.key if sub else None,
        here.needs,
        here.enters,
        labels,
        here.reads,
        told=part.told,
        retired=part.retired or here.retired,
    )


def _together(stage: Labels, substage: Labels) -> Labels:
    """ "Visa: asked for", in each language in which the sub-stage has a name."""
    if not stage:
        return substage
    sign = {Language.CHINESE: "："}
    return {
        language: f"{said(stage).said(language)}{sign.get(language, ': ')}{text}"
        for language, text in substage.items()
    }

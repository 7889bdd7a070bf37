"""What is left to say after the dust has settled."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Flight:
    """How much was under way, looked at twice a second while processes were killed."""

    updates: list[int] = field(default_factory=list)
    notices: list[int] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"under way: updates median {_middle(self.updates)}, most {max(self.updates, default=0)}, "
            f"notices median {_middle(self.notices)}, most {max(self.notices, default=0)}"
        )


@dataclass
class Report:
    """`remarks` tell the story of whatever was lost, doubled or out of order, update by update."""

    kills: int
    updates: int
    may_repeat: int
    lost: int = 0
    twice: int = 0
    half: int = 0
    out_of_order: int = 0
    once_more: int = 0
    """How many were shown where things stand, because their answer was lost between commit and sending."""
    asked_again: int = 0
    """How often somebody heard nothing for as long as their patience lasts, and asked again."""
    unanswered: int = 0
    """Answers still owed when all had come to rest."""
    notices: int = 0
    notices_lost: int = 0
    notices_repeated: int = 0
    orphans: int = 0
    unsound: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    waits: list[tuple[float, str]] = field(default_factory=list)
    """For an answer, and after which kill."""
    flight: Flight = field(default_factory=Flight)
    story: str = ""

    @property
    def held(self) -> bool:
        """Nothing lost, nothing twice, nothing half, and no more said twice than was under way."""
        wrong = self.lost + self.twice + self.half + self.out_of_order + self.notices_lost + self.orphans
        wrong += self.unanswered
        return wrong == 0 and not self.unsound and self.notices_repeated <= self.may_repeat

    def __str__(self) -> str:
        waits = sorted(wait for wait, _after in self.waits) or [0.0]
        return (
            f"crash: kills {self.kills}{self.story}, updates {self.updates}, lost {self.lost}, "
            f"applied twice {self.twice}, half effects {self.half}, out of order {self.out_of_order}, "
            f"answered once more {self.once_more}, asked again {self.asked_again}, unanswered {self.unanswered}, "
            f"notices {self.notices}, lost {self.notices_lost}, "
            f"repeated {self.notices_repeated} (at most {self.may_repeat}), orphan files {self.orphans}, "
            f"first answer after a kill: median {median(waits):.1f} s, longest {waits[-1]:.1f} s; {self.flight}"
            + "".join(f"\n  unsound: {words}" for words in self.unsound)
        )


def _middle(counted: Sequence[int]) -> int:
    return int(median(counted)) if counted else 0

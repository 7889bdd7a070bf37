"""Inline mode: what the bot answered to words typed behind its name, who sees it, and how long it is kept."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sandbox.world import Json


@dataclass(frozen=True, slots=True)
class InlineResult:
    """`content` is what a message holds when this is chosen."""

    id: str
    kind: str
    title: str
    description: str
    content: "Json"
    markup: "Json | None"


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    query: str
    results: tuple[InlineResult, ...]
    next_offset: str = ""
    button: "Json | None" = None

    def as_json(self) -> "Json":
        return {
            "query": self.query,
            "results": [
                {"id": one.id, "type": one.kind, "title": one.title, "description": one.description}
                for one in self.results
            ],
            "next_offset": self.next_offset,
            "button": self.button,
        }


@dataclass
class Inline:
    """`newest` is by person the query they typed last, `shown` the answer they have before them."""

    newest: dict[int, str] = field(default_factory=dict)
    shown: dict[int, InlineAnswer] = field(default_factory=dict)
    _kept: dict[tuple[str, str, int], tuple[datetime, InlineAnswer]] = field(default_factory=dict)

    def keep(self, answer: InlineAnswer, offset: str, person: int, until: datetime) -> None:
        """For everybody (`person` is 0) or for one."""
        self._kept[answer.query, offset, person] = until, answer

    def kept(self, query: str, offset: str, person: int, now: datetime) -> InlineAnswer | None:
        for whose in (person, 0):
            until, answer = self._kept.get((query, offset, whose), (now, None))
            if answer is not None and now < until:
                return answer
        return None

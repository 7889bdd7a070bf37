"""The morning message: when each colleague is told what waits for them, and whether also when nothing does."""

from dataclasses import dataclass
from datetime import time, timedelta

from domain.entities.definitions import definition_kind

USEFUL = timedelta(hours=4)
"""So long after its hour it still tells of the morning."""


@dataclass(frozen=True)
class Morning:
    """Of one colleague, by the agency's clock."""

    at: time | None = time(8, 30)
    """None: they are told nothing."""
    when_empty: bool = False
    """Whether they are told that nothing waits."""


MORNING = definition_kind("morning", Morning, is_own=True)
"""By the colleague's number."""

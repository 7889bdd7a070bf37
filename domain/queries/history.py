"""The history of a thing as it is read: who did what and when, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.history import SUBJECTS, HistoryEntry
from domain.ports.desk import Desk
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class HistoryPage:
    """Some of what was done to a thing; `more`: earlier changes come after it."""

    entries: Sequence[HistoryEntry]
    more: bool


def history_page(desk: Desk, subject: str, number: int, limit: int = 10, offset: int = 0) -> HistoryPage:
    """Empty for what is out of reach. Raises Forbidden, NotFound: not_found for things without a readable history."""
    right = SUBJECTS[subject].right if subject in SUBJECTS else None
    if right is None:
        raise NotFound("not_found")
    desk.must(right)
    found = desk.repositories.history.of(subject, number, limit + 1, offset)
    return HistoryPage(found[:limit], len(found) > limit)

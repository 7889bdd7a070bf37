"""The history of a thing as it is read: who did what and when, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.entities.history import HistoryEntry
from domain.entities.people import Right
from domain.ports.desk import Desk
from domain.values.refusals import NotFound

READERS: dict[str, Right] = {
    "deal": Right.SEE_DEALS,
    "client": Right.SEE_DEALS,
    "trip": Right.PLAN_TRIPS,
    "inquiry": Right.TAKE_INQUIRIES,
    "staff": Right.INVITE_STAFF,
    "branch": Right.INVITE_STAFF,
}
"""Whose history can be read, and by whom."""


@dataclass(frozen=True)
class HistoryPage:
    """Some of what was done to a thing; `more`: earlier changes come after it."""

    entries: Sequence[HistoryEntry]
    more: bool


def history_of(desk: Desk, subject: str, number: int, limit: int = 10, offset: int = 0) -> HistoryPage:
    """Empty for what is out of reach. Raises Forbidden, NotFound: not_found for things without a readable history."""
    if subject not in READERS:
        raise NotFound("not_found")
    desk.must(READERS[subject])
    found = desk.repositories.history.of(subject, number, limit + 1, offset)
    return HistoryPage(found[:limit], len(found) > limit)

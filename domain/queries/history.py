"""The history of a thing as it is read: who did what and when, newest first."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.history import SUBJECTS, HistoryEntry
from domain.ports.desk import Desk
from domain.queries.taken_back import may_be_taken_back, taken_back_among
from domain.values.refusals import NotFound


@dataclass(frozen=True)
class HistoryPage:
    """Some of what was done to a thing; `more`: earlier changes come after it."""

    entries: Sequence[HistoryEntry]
    more: bool
    taken_back: Set[int] = frozenset()
    """The numbers of the entries whose words the client has taken back."""


def history_page(desk: Desk, subject: str, number: int, limit: int = 10, offset: int = 0) -> HistoryPage:
    """Empty for what is out of reach. Raises Forbidden, NotFound: not_found for things without a readable history."""
    right = SUBJECTS[subject].right if subject in SUBJECTS else None
    if right is None:
        raise NotFound("not_found")
    desk.must(right)
    found = desk.repositories.history.of(subject, number, limit + 1, offset)
    shown = found[:limit]
    client = _client_of(desk, subject, number) if may_be_taken_back(shown) else None
    hidden = taken_back_among(desk, client, shown) if client is not None else frozenset[int]()
    return HistoryPage(shown, len(found) > limit, hidden)


def _client_of(desk: Desk, subject: str, number: int) -> Client | None:
    """Who writes to us about such a thing."""
    match subject:
        case "client":
            return desk.repositories.clients.get(number)
        case "deal":
            return desk.repositories.deals.get(number).client
        case "inquiry":
            return desk.repositories.inquiries.get(number).client
        case _:
            return None

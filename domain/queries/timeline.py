"""The timeline of a client as staff read it: page by page in both directions, all of it or one kind."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from domain.entities.clients import Client
from domain.entities.history import HistoryEntry
from domain.entities.people import Right
from domain.entities.timeline import KINDS
from domain.ports.desk import Desk
from domain.queries.taken_back import taken_back_among
from domain.values.refusals import NotFound

SIZE = 5


@dataclass(frozen=True)
class TimelinePage:
    """Some entries, newest first. `newer` and `older` lead to the pages beside it; None: there is none."""

    client: Client
    kinds: Sequence[str]
    """Those that the actor reads."""
    entries: Sequence[HistoryEntry]
    taken_back: Set[int] = frozenset()
    """The numbers of the entries whose words the client has taken back."""
    newer: int | None = None
    older: int | None = None


def timeline(desk: Desk, number: int, kind: str = "", place: int = 0, limit: int = SIZE) -> TimelinePage:
    """`place` 0 is the newest page; a number tells of the entries before the one that has it, a negative one after it.

    Raises Forbidden, NotFound.
    """
    desk.must(Right.SEE_DEALS)
    client = desk.repositories.clients.get(number)
    kinds = kinds_read(desk)
    if kind and kind not in kinds:
        raise NotFound("not_found")
    wanted = (kind,) if kind else kinds
    history = desk.repositories.history
    if place < 0:
        found = history.timeline(client, wanted, None, -place, limit + 1)
        if len(found) > limit:
            shown = found[:limit][::-1]
            hidden = taken_back_among(desk, client, shown)
            return TimelinePage(client, kinds, shown, hidden, -shown[0].id, shown[-1].id)
    found = history.timeline(client, wanted, place if place > 0 else None, None, limit + 1)
    shown, more = found[:limit], len(found) > limit
    newer = -shown[0].id if place > 0 and shown else None
    hidden = taken_back_among(desk, client, shown)
    return TimelinePage(client, kinds, shown, hidden, newer, shown[-1].id if more else None)


@dataclass(frozen=True)
class TimelineEntry:
    """One entry of it."""

    client: Client
    entry: HistoryEntry
    taken_back: bool = False
    """The client has taken its words back."""


def timeline_entry(desk: Desk, number: int, entry: int) -> TimelineEntry:
    """Raises Forbidden, NotFound."""
    desk.must(Right.SEE_DEALS)
    client = desk.repositories.clients.get(number)
    found = desk.repositories.history.timeline(client, kinds_read(desk), entry + 1, None, 1)
    if not found or found[0].id != entry:
        raise NotFound("not_found")
    return TimelineEntry(client, found[0], bool(taken_back_among(desk, client, found)))


def kinds_read(desk: Desk) -> Sequence[str]:
    """In the order in which they are offered."""
    return [key for key, kind in KINDS.items() if kind.right is None or desk.actor.may(kind.right)]

"""The outbox: which notices are due, who is delivering them just now, and how each of them ended."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, false, func, not_, or_, select, text, update

from domain.entities.notices import NoticeState
from domain.notices import KINDS
from storage.mapping import notices
from storage.mapping.client_topics import client_topics
from storage.session import Session

# Spelled out as in the index, so that SQLite knows it may use it.
_UNDELIVERED = text("notices.state IN ('waiting', 'sending')")
_EARLIER_UNDELIVERED = text("earlier.state IN ('waiting', 'sending')")

_IN_ORDER = text(
    "SELECT set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)"
)

# While versions overlap, a later program's notices are its own to say.
_KNOWN = text(f"notices.kind IN ({', '.join(map(repr, KINDS))})")


@dataclass(frozen=True)
class Lease:
    """Notices that are one sender's alone until then. The time is also the proof that they still are."""

    until: datetime
    notices: tuple[int, ...]


class NoticeRows:
    """Within one transaction. Every ending is refused (False) when the lease was lost in between."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lease(self, now: datetime, limit: int, for_seconds: float, besides: Collection[int] = ()) -> Lease:
        """The earliest that are due, one per person; nobody is written to by two senders at once.

        `besides` are in the caller's hands, whatever became of their lease.
        """
        self._drop_useless(now)
        self._walk_in_order()
        until = now + timedelta(seconds=for_seconds)
        free = _next(now).where(notices.c.id.not_in(besides)) if besides else _next(now)
        numbers = tuple(self._session.scalars(free.limit(limit)))
        if numbers:
            taken = update(notices).where(notices.c.id.in_(numbers))
            self._session.execute(
                taken.values(state=NoticeState.SENDING, leased_until=until, attempts=notices.c.attempts + 1)
            )
        return Lease(until, numbers)

    def release_stale_leases(self) -> int:
        """Where there is but one process, at its start: whoever had letters or a topic in hand is gone; how many letters."""
        topics = update(client_topics).where(client_topics.c.leased_until.is_not(None))
        self._session.execute(topics.values(leased_until=None))
        in_hand = update(notices).where(_UNDELIVERED, notices.c.state == NoticeState.SENDING)
        return len(tuple(self._session.scalars(in_hand.values(leased_until=None).returning(notices.c.id))))

    def mark_sent(
        self,
        number: int,
        message_id: int | None,
        now: datetime,
        lease: datetime,
        error: str | None = None,
        copy: int | None = None,
    ) -> bool:
        """`error` is what is worth remembering of the way there; `copy` what was sent after it."""
        sent: dict[str, Any] = {"sent_at": now, "message_id": message_id, "copy_id": copy, "error": error}
        return self._end(number, lease, state=NoticeState.SENT, **sent)

    def mark_unreached(self, number: int, error: str, lease: datetime) -> bool:
        return self._end(number, lease, state=NoticeState.UNREACHED, error=error)

    def mark_failed(self, number: int, error: str, lease: datetime) -> bool:
        return self._end(number, lease, state=NoticeState.FAILED, error=error)

    def postpone(self, number: int, until: datetime, lease: datetime, error: str | None = None) -> bool:
        """Waits again, until then."""
        return self._end(number, lease, state=NoticeState.WAITING, due_at=until, error=error)

    def mark_dropped(self, number: int, error: str, lease: datetime) -> bool:
        """What it was about is gone: there is nothing left to say."""
        return self._end(number, lease, state=NoticeState.DROPPED, error=error)

    def hold(self, number: int, until: datetime, lease: datetime, error: str | None = None) -> bool:
        """Waits again, until then, in its place: nothing later overtakes it on the way to the same person."""
        return self._end(number, lease, state=NoticeState.WAITING, held_until=until, error=error)

    def anything_due(self, now: datetime) -> bool:
        """Whether any is due and free to be delivered: asked every second, so it looks no further than the first."""
        return self._session.scalar(select(notices.c.id).where(_due(now)).limit(1)) is not None

    def unfinished(self) -> int:
        """How many still have to be delivered, now or later."""
        return self._session.scalar(select(func.count()).select_from(notices).where(_UNDELIVERED)) or 0

    def _walk_in_order(self) -> None:
        """PostgreSQL believes that nothing waits, as a moment ago, and would sort and compare all of a mailing for a few."""
        if self._session.dialect == "postgresql":
            self._session.execute(_IN_ORDER)

    def _drop_useless(self, now: datetime) -> None:
        late = and_(_UNDELIVERED, notices.c.useless_after < now)
        free = not_(_held(notices, now))
        self._session.execute(update(notices).where(late, free).values(state=NoticeState.DROPPED))

    def _end(self, number: int, lease: datetime, held_until: datetime | None = None, **values: Any) -> bool:
        ended = _ending(("leased_until", *values))
        wanted = {"number": number, "mine_until": lease, "new_leased_until": held_until}
        wanted |= {f"new_{name}": value for name, value in values.items()}
        return self._session.connection().execute(ended, wanted).scalar() is not None


@cache
def _ending(changed: tuple[str, ...]) -> Any:
    """Made once: to build a statement costs more than to run it."""
    mine = and_(
        notices.c.id == bindparam("number"),
        notices.c.state == NoticeState.SENDING,
        notices.c.leased_until == bindparam("mine_until"),
    )
    values = {name: bindparam(f"new_{name}", type_=notices.c[name].type) for name in changed}
    return update(notices).where(mine).values(values).returning(notices.c.id)


def _due(now: datetime) -> ColumnElement[bool]:
    """Due and free."""
    return and_(_UNDELIVERED, notices.c.due_at <= now, not_(_held(notices, now)))


def _next(now: datetime) -> Any:
    """Due, free, and nothing earlier for the same person is due or on its way."""
    earlier = notices.alias("earlier")
    before = or_(
        earlier.c.due_at < notices.c.due_at,
        and_(earlier.c.due_at == notices.c.due_at, earlier.c.id < notices.c.id),
        _held(earlier, now),
    )
    other = select(earlier.c.id).where(
        earlier.c.person_id == notices.c.person_id,
        earlier.c.id != notices.c.id,
        _EARLIER_UNDELIVERED,
        earlier.c.due_at <= now,
        before,
    )
    # Looked for once a row and by the person, never joined: its limit forbids that.
    nothing_earlier = other.limit(1).scalar_subquery().is_(None)
    return (
        select(notices.c.id)
        .where(_due(now), _KNOWN, nothing_earlier)
        .order_by(notices.c.due_at, notices.c.id)
        .with_for_update(skip_locked=True, of=notices)
    )


def _held(table: Any, now: datetime) -> ColumnElement[bool]:
    """With a sender just now, or told to wait in its place."""
    return func.coalesce(table.c.leased_until > now, false())

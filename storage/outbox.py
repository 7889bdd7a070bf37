"""The outbox: which notices are due, who is delivering them just now, and how each of them ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, func, not_, or_, select, text, update
from sqlalchemy.orm import Session

from domain.notices import NoticeState
from storage.tables import notices

# Spelled out as in the index, so that SQLite knows it may use it.
_UNDELIVERED = text("notices.state IN ('waiting', 'sending')")
_EARLIER_UNDELIVERED = text("earlier.state IN ('waiting', 'sending')")


@dataclass(frozen=True)
class Lease:
    """Notices that are one sender's alone until then. The time is also the proof that they still are."""

    until: datetime
    notices: tuple[int, ...]


class NoticeRows:
    """Within one transaction. Every ending is refused (False) when the lease was lost in between."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def lease(self, now: datetime, limit: int, for_seconds: float) -> Lease:
        """The earliest that are due, one per person; nobody is written to by two senders at once."""
        self._drop_useless(now)
        until = now + timedelta(seconds=for_seconds)
        numbers = tuple(self._session.scalars(_next(now).limit(limit)))
        if numbers:
            taken = update(notices).where(notices.c.id.in_(numbers))
            self._session.execute(
                taken.values(state=NoticeState.SENDING, leased_until=until, attempts=notices.c.attempts + 1)
            )
        return Lease(until, numbers)

    def mark_sent(self, number: int, message_id: int | None, now: datetime, lease: datetime) -> bool:
        return self._end(
            number, lease, state=NoticeState.SENT, sent_at=now, message_id=message_id, error=None
        )

    def mark_unreached(self, number: int, error: str, lease: datetime) -> bool:
        return self._end(number, lease, state=NoticeState.UNREACHED, error=error)

    def mark_failed(self, number: int, error: str, lease: datetime) -> bool:
        return self._end(number, lease, state=NoticeState.FAILED, error=error)

    def postpone(self, number: int, until: datetime, lease: datetime, error: str | None = None) -> bool:
        """Waits again, until then."""
        return self._end(number, lease, state=NoticeState.WAITING, due_at=until, error=error)

    def waiting_count(self, now: datetime) -> int:
        """How many are due and not yet with anybody."""
        due = and_(_UNDELIVERED, notices.c.state == NoticeState.WAITING, notices.c.due_at <= now)
        return self._session.scalar(select(func.count()).select_from(notices).where(due)) or 0

    def _drop_useless(self, now: datetime) -> None:
        late = and_(_UNDELIVERED, notices.c.due_at <= now, notices.c.useless_after < now)
        free = not_(_with_somebody(notices, now))
        self._session.execute(update(notices).where(late, free).values(state=NoticeState.DROPPED))

    def _end(self, number: int, lease: datetime, **values: Any) -> bool:
        mine = and_(
            notices.c.id == number,
            notices.c.state == NoticeState.SENDING,
            notices.c.leased_until == lease,
        )
        ended = update(notices).where(mine).values(leased_until=None, **values).returning(notices.c.id)
        return self._session.scalar(ended) is not None


def _next(now: datetime) -> Any:
    """Due, free, and nothing earlier for the same person is due or on its way."""
    earlier = notices.alias("earlier")
    before = or_(
        earlier.c.due_at < notices.c.due_at,
        and_(earlier.c.due_at == notices.c.due_at, earlier.c.id < notices.c.id),
        _with_somebody(earlier, now),
    )
    other = select(earlier.c.id).where(
        earlier.c.person_id == notices.c.person_id,
        earlier.c.id != notices.c.id,
        _EARLIER_UNDELIVERED,
        earlier.c.due_at <= now,
        before,
    )
    return (
        select(notices.c.id)
        .where(_UNDELIVERED, notices.c.due_at <= now, not_(_with_somebody(notices, now)), ~other.exists())
        .order_by(notices.c.due_at, notices.c.id)
        .with_for_update(skip_locked=True, of=notices)
    )


def _with_somebody(table: Any, now: datetime) -> ColumnElement[bool]:
    return and_(table.c.state == NoticeState.SENDING, table.c.leased_until > now)

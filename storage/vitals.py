"""How the program does, as its tables show it: what waits, since when, and what was set aside. Only looks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, case, func, or_, select, text

from storage.mapping import inbox, notices
from storage.session import Session

# Spelled out as in the indexes, so that SQLite knows it may use them.
_WAITING = text("inbox.state = 'waiting'")
_QUARANTINED = text("inbox.state = 'quarantined'")
_UNDELIVERED = text("notices.state IN ('waiting', 'sending')")


@dataclass(frozen=True)
class Waiting:
    """How many wait, and since when the one that has waited longest."""

    count: int
    since: datetime | None

    def seconds(self, now: datetime) -> float:
        return 0.0 if self.since is None else max(0.0, (now - self.since).total_seconds())


class Vitals:
    """Within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def inbox(self, crowded: int | None = None) -> Waiting:
        """Updates that are not answered yet; without people of whom more than `crowded` wait: they are slowed down."""
        counted = select(func.count().label("count"), func.min(inbox.c.received_at).label("since"))
        lanes = counted.where(_WAITING).group_by(inbox.c.lane)
        if crowded is not None:
            lanes = lanes.having(func.count() <= crowded)
        of = lanes.subquery()
        return self._waiting(select(func.coalesce(func.sum(of.c.count), 0), func.min(of.c.since)))

    def post(self, now: datetime) -> Waiting:
        """Notices that could be on their way; one that waits for another try waits since it may be tried."""
        free_since = case(
            (notices.c.leased_until > notices.c.due_at, notices.c.leased_until), else_=notices.c.due_at
        )
        free = or_(notices.c.leased_until.is_(None), notices.c.leased_until <= now)
        useful = or_(notices.c.useless_after.is_(None), notices.c.useless_after >= now)
        due = (_UNDELIVERED, notices.c.due_at <= now, free, useful)
        return self._waiting(select(func.count(), func.min(free_since)).where(*due))

    def quarantined(self, after: datetime) -> list[datetime]:
        """When the updates came that were set aside since then; the thousand newest at most."""
        rows = select(inbox.c.received_at).where(_QUARANTINED, inbox.c.received_at > after)
        return list(self._session.scalars(rows.order_by(inbox.c.received_at.desc()).limit(1000)))

    def schema(self) -> str | None:
        """The revision the tables have."""
        revision: str | None = self._session.scalar(text("SELECT max(version_num) FROM alembic_version"))
        return revision

    def _waiting(self, counted: Select[*tuple[Any, ...]]) -> Waiting:
        count, since = self._session.execute(counted).one()
        return Waiting(int(count), since)

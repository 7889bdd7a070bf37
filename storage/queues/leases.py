"""Leases: what one process does at a time is held by it for some seconds of the database's clock, and then by any other.

On SQLite there is one process only, and every lease is its own.
"""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete, func, or_, select, text

from storage.mapping import duties
from storage.session import Session

LONGEST_AHEAD = timedelta(minutes=1)


class LeaseRows:
    """Within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._shared = session.dialect == "postgresql"

    def take(self, name: str, holder: str, seconds: float) -> bool:
        """Takes it, or keeps it for so many seconds more; False while it is somebody else's."""
        if not self._shared:
            return True
        from sqlalchemy.dialects.postgresql import insert

        until = func.clock_timestamp() + timedelta(seconds=seconds)
        mine = insert(duties).values(name=name, holder=holder, held_until=until)
        free = or_(duties.c.holder == holder, duties.c.held_until < func.clock_timestamp())
        taken = mine.on_conflict_do_update(
            index_elements=["name"], set_={"holder": holder, "held_until": until}, where=free
        ).returning(duties.c.name)
        return self._session.connection().execute(taken).scalar() is not None

    def leave(self, name: str, holder: str) -> None:
        """Whoever waits for it may have it at once."""
        if self._shared:
            theirs = (duties.c.name == name) & (duties.c.holder == holder)
            self._session.connection().execute(delete(duties).where(theirs))

    def book(self, name: str, seconds: float, late: float = 0.0) -> float:
        """Takes the next so many seconds of something that one at a time may have: until they begin.

        What was not taken is lost but for the last `late` seconds: then they have begun already. A booking far ahead
        is a clock that was set back: no more than a minute of it is waited out.
        """
        from sqlalchemy.dialects.postgresql import insert

        now, mine = func.clock_timestamp(), timedelta(seconds=seconds)
        first = insert(duties).values(name=name, holder="", held_until=now + mine)
        until = func.least(duties.c.held_until, now + LONGEST_AHEAD)
        booked = first.on_conflict_do_update(
            index_elements=["name"],
            set_={"held_until": func.greatest(until, now - timedelta(seconds=late)) + mine},
        ).returning(func.extract("epoch", duties.c.held_until - now))
        return float(self._session.connection().execute(booked).scalar_one()) - seconds

    def alone_at(self, name: str) -> bool:
        """Whether nobody else does this until the end of this transaction; what they have done is seen from here on."""
        if not self._shared:
            return True
        lock = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
        return bool(self._session.connection().execute(lock, {"name": name}).scalar())

    def now(self) -> datetime:
        """What the database's clock shows."""
        shown = func.clock_timestamp() if self._shared else func.strftime("%Y-%m-%d %H:%M:%f", "now")
        told: datetime | str = self._session.connection().execute(select(shown)).scalar_one()
        return datetime.fromisoformat(told).replace(tzinfo=UTC) if isinstance(told, str) else told

"""The inbox: updates as Telegram sent them, from "stored" to "done" or "quarantined"."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import case, delete, select, text, update
from sqlalchemy.orm import Session

from storage.insertion import insert_new
from storage.tables import inbox

WAITING, DONE, QUARANTINED = "waiting", "done", "quarantined"

# Spelled out as in the index, so that SQLite knows it may use it.
_IS_WAITING = inbox.c.state == text("'waiting'")
_IS_DONE = inbox.c.state == text("'done'")


class InboxRows:
    """Within one transaction. A lane is whoever's updates must be handled one at a time and in order."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def store(self, updates: Sequence[tuple[int, int, str]], now: datetime) -> list[int]:
        """Keeps (update_id, lane, payload); gives back the ids that were not there yet, in order."""
        if not updates:
            return []
        fresh = {"received_at": now, "attempts": 0, "state": WAITING}
        rows = [
            {"update_id": number, "lane": lane, "payload": payload, **fresh}
            for number, lane, payload in updates
        ]
        new = insert_new(self._session, inbox, ["update_id"]).returning(inbox.c.update_id)
        return sorted(self._session.scalars(new, rows))

    def payload(self, update_id: int) -> str | None:
        """What was stored; None when it is not waiting any more. Only looks."""
        return self._session.scalar(
            select(inbox.c.payload).where(inbox.c.update_id == update_id, inbox.c.state == WAITING)
        )

    def take(self, update_id: int) -> str | None:
        """The payload, held until the transaction ends; None when it is not waiting any more."""
        mine = select(inbox.c.payload).where(inbox.c.update_id == update_id, inbox.c.state == WAITING)
        return self._session.scalar(mine.with_for_update())

    def done(self, update_id: int) -> None:
        """The id stays, so that a second delivery is recognised; what was said in it does not."""
        self._session.execute(
            update(inbox).where(inbox.c.update_id == update_id).values(state=DONE, payload="", error=None)
        )

    def failed(self, update_id: int, error: str, quarantine_after: int = 3) -> bool:
        """Counts the attempt; True when that was the last one and the update is set aside."""
        tries = inbox.c.attempts + 1
        state = case((tries >= quarantine_after, QUARANTINED), else_=inbox.c.state)
        counted = (
            update(inbox)
            .where(inbox.c.update_id == update_id, inbox.c.state == WAITING)
            .values(attempts=tries, error=error, state=state)
            .returning(inbox.c.state)
        )
        return bool(self._session.scalar(counted) == QUARANTINED)

    def waiting(self) -> list[tuple[int, int]]:
        """(update_id, lane) of all that is still to be handled, oldest first."""
        rows = select(inbox.c.update_id, inbox.c.lane).where(_IS_WAITING).order_by(inbox.c.update_id)
        return [(number, lane) for number, lane in self._session.execute(rows)]

    def purge(self, before: datetime) -> int:
        """Forgets what was done and received before then; says how many."""
        old = delete(inbox).where(_IS_DONE, inbox.c.received_at < before)
        return self._session.connection().execute(old).rowcount

"""The inbox: updates as Telegram sent them, from "stored" to "done" or "quarantined"."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, delete, func, select, text, update
from sqlalchemy.orm import Session

from storage.insertion import insert_new
from storage.tables import inbox

WAITING, DONE, QUARANTINED = "waiting", "done", "quarantined"


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
        return sorted(self._session.connection().execute(new, rows).scalars())

    def payload(self, update_id: int) -> str | None:
        """What was stored; None when it is not waiting any more. Only looks."""
        payload: str | None = self._scalar(_PAYLOAD, number=update_id)
        return payload

    def take(self, update_id: int) -> str | None:
        """The payload, held until the transaction ends; None when it is not waiting any more."""
        payload: str | None = self._scalar(_HELD_PAYLOAD, number=update_id)
        return payload

    def done(self, update_id: int) -> None:
        """The id stays, so that a second delivery is recognised; what was said in it does not."""
        self._session.connection().execute(_FINISH, {"number": update_id})

    def failed(self, update_id: int, error: str, quarantine_after: int = 3) -> bool:
        """Counts the attempt; True when that was the last one and the update is set aside."""
        state = self._scalar(_FAIL, number=update_id, words=error, most=quarantine_after)
        return bool(state == QUARANTINED)

    def waiting(self) -> list[tuple[int, int]]:
        """(update_id, lane) of all that is still to be handled, oldest first."""
        rows = select(inbox.c.update_id, inbox.c.lane).where(_IS_WAITING).order_by(inbox.c.update_id)
        return [(number, lane) for number, lane in self._session.execute(rows)]

    def quarantined(self) -> int:
        """How many were set aside."""
        aside = select(func.count()).select_from(inbox).where(inbox.c.state == QUARANTINED)
        return self._session.scalar(aside) or 0

    def purge(self, before: datetime) -> int:
        """Forgets what was done and received before then; says how many."""
        old = delete(inbox).where(_IS_DONE, inbox.c.received_at < before)
        return self._session.connection().execute(old).rowcount

    def _scalar(self, statement: Any, **wanted: Any) -> Any:
        return self._session.connection().execute(statement, wanted).scalar()


# Spelled out as in the indexes, so that SQLite knows it may use them.
_IS_WAITING = inbox.c.state == text("'waiting'")
_IS_DONE = inbox.c.state == text("'done'")

# Made once: to build a statement costs more than to run it.
_THIS = inbox.c.update_id == bindparam("number")
_TRIES = inbox.c.attempts + 1
_PAYLOAD = select(inbox.c.payload).where(_THIS, _IS_WAITING)
_HELD_PAYLOAD = _PAYLOAD.with_for_update()
_FINISH = update(inbox).where(_THIS).values(state=DONE, payload="", error=None)
_FAIL = (
    update(inbox)
    .where(_THIS, _IS_WAITING)
    .values(
        attempts=_TRIES,
        error=bindparam("words"),
        state=case((bindparam("most") <= _TRIES, QUARANTINED), else_=inbox.c.state),
    )
    .returning(inbox.c.state)
)

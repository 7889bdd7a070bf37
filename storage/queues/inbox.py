"""The inbox: updates as Telegram sent them, from "stored" to "done", "quarantined" or "flooded".

Several processes may take from it: one takes an update by locking it, when no older one of its user queue (the column
`lane`) is undone.
"""

from collections.abc import Container, Sequence
from datetime import datetime
from enum import Enum

from sqlalchemy import bindparam, case, delete, func, select, text, update

from storage.engine.compiled import Compiled
from storage.engine.insertion import insert_new, one_new
from storage.mapping import inbox
from storage.session import Session

WAITING, DONE, QUARANTINED, FLOODED = "waiting", "done", "quarantined", "flooded"


class Turn(Enum):
    """Whether an update may be taken."""

    MINE = "mine"
    LATER = "later"
    """An older one of its user queue comes first."""
    GONE = "gone"
    """Done, set aside, or in somebody else's hands just now."""


class InboxRows:
    """Within one transaction. A `lane` is the number of a user queue: its updates are handled one at a time and in order."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def store(
        self, updates: Sequence[tuple[int, int, str]], now: datetime, flooded: Container[int] = ()
    ) -> list[int]:
        """Keeps (update_id, lane, payload); gives back the ids that were not there yet, in order.

        The `flooded` among them are kept, but nobody will take them.
        """
        if not updates:
            return []
        fresh = {"received_at": now, "attempts": 0}
        rows = [
            {
                "update_id": number,
                "lane": lane,
                "payload": payload,
                "state": FLOODED if number in flooded else WAITING,
                **fresh,
            }
            for number, lane, payload in updates
        ]
        if len(rows) == 1:
            new = one_new(self._session, inbox, "update_id", returning="update_id")
            return [number for [number] in self._session.rows(new, **rows[0])]
        several = insert_new(self._session, inbox, "update_id", returning="update_id")
        return sorted(self._session.scalars(several, rows))

    def payload(self, update_id: int) -> str | None:
        """What was stored; None when it is not waiting any more. Only looks."""
        for [payload] in self._session.rows(_PAYLOAD, number=update_id):
            return str(payload)
        return None

    def finish(self, update_id: int, owed_since: datetime | None) -> Turn:
        """Takes it and marks it as done in one, when it is the caller's; its effects belong into the same transaction.

        Its answer may be owed from then on.
        """
        mine = self._session.rows(_TAKE, number=update_id, since=owed_since)
        if mine:
            return Turn.MINE
        turn = self.take(update_id)
        # The older one was done between the two statements: it is free now, but not marked.
        return Turn.LATER if turn is Turn.MINE else turn

    def take(self, update_id: int) -> Turn:
        """Whether it is the caller's, until the transaction ends."""
        for [older] in self._session.rows(_TURN, number=update_id):
            return Turn.LATER if older else Turn.MINE
        return Turn.GONE

    def oldest(self, lane: int) -> tuple[int, str] | None:
        """(update_id, payload) of what comes next in this queue, whoever may be at it. Only looks."""
        for number, payload in self._session.rows(_OLDEST, whose=lane):
            return number, payload
        return None

    def lanes(self, most: int) -> dict[int, int]:
        """Lanes in which something waits, and what comes next in each."""
        rows = self._session.connection().execute(_LANES, {"most": most})
        return {row.lane: row.first for row in rows}

    def done(self, update_id: int) -> None:
        """The id stays, so that a second delivery is recognised; what was said in it does not."""
        self._session.rows(_FINISH, number=update_id)

    def failed(self, update_id: int, error: str, quarantine_after: int = 3) -> bool:
        """Counts the attempt; True when that was the last one and the update is set aside."""
        wanted = {"number": update_id, "words": error, "most": quarantine_after}
        state = self._session.scalar(_FAIL, wanted)
        return bool(state == QUARANTINED)

    def waiting(self) -> list[tuple[int, int]]:
        """(update_id, lane) of all that is still to be handled, oldest first."""
        rows = select(inbox.c.update_id, inbox.c.lane).where(_IS_WAITING).order_by(inbox.c.update_id)
        return [(number, lane) for number, lane in self._session.execute(rows)]

    def quarantined(self) -> int:
        """How many were set aside."""
        aside = select(func.count()).select_from(inbox).where(inbox.c.state == QUARANTINED)
        return self._session.scalar(aside) or 0

    def flooded(self) -> int:
        """How many nobody will take: they were too many at once."""
        aside = select(func.count()).select_from(inbox).where(_IS_FLOODED)
        return self._session.scalar(aside) or 0

    def purge(self, before: datetime) -> int:
        """Forgets what was done, or flooded, and received before then; says how many."""
        connection = self._session.connection()
        return sum(
            connection.execute(delete(inbox).where(state, inbox.c.received_at < before)).rowcount
            for state in (_IS_DONE, _IS_FLOODED)
        )


# Spelled out as in the indexes, so that SQLite knows it may use them.
_IS_WAITING = inbox.c.state == text("'waiting'")
_IS_DONE = inbox.c.state == text("'done'")
_IS_FLOODED = inbox.c.state == text("'flooded'")

# Made once: to build a statement costs more than to run it.
_THIS = inbox.c.update_id == bindparam("number")
_TRIES = inbox.c.attempts + 1
_PAYLOAD = Compiled(select(inbox.c.payload).where(_THIS, _IS_WAITING))
_elder = inbox.alias("elder")
_OLDER = select(_elder.c.update_id).where(
    _elder.c.lane == inbox.c.lane, _elder.c.update_id < inbox.c.update_id, text("elder.state = 'waiting'")
)
_TURN = Compiled(
    select(_OLDER.exists()).where(_THIS, _IS_WAITING).with_for_update(skip_locked=True, of=inbox)
)
_FREE = select(inbox.c.update_id).where(_THIS, _IS_WAITING, ~_OLDER.exists())
_DONE = {"state": DONE, "payload": "", "error": None}
_TAKE = Compiled(
    update(inbox)
    .where(inbox.c.update_id == _FREE.with_for_update(skip_locked=True, of=inbox).scalar_subquery())
    .values(_DONE | {"owed_since": bindparam("since")})
    .returning(inbox.c.update_id)
)
_OLDEST = Compiled(
    select(inbox.c.update_id, inbox.c.payload)
    .where(inbox.c.lane == bindparam("whose"), _IS_WAITING)
    .order_by(inbox.c.update_id)
    .limit(1)
)
_LANES = (
    select(inbox.c.lane, func.min(inbox.c.update_id).label("first"))
    .where(_IS_WAITING)
    .group_by(inbox.c.lane)
    .limit(bindparam("most"))
)
_FINISH = Compiled(update(inbox).where(_THIS).values(_DONE))
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

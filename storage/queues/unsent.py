"""Answers that are owed: updates that are done, while nobody has written down that their answer went out.

Whoever answers says so later, for many at once. What stays owed was done by a process that died before it could answer.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, select, text, update

from storage.mapping import inbox
from storage.session import Session


class UnsentRows:
    """Within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def given(self, updates: Collection[int]) -> None:
        """These are owed no more."""
        self._session.execute(_GIVEN, {"numbers": list(updates)})

    def being_given(self, updates: Collection[int], now: datetime) -> None:
        """These take their time: they are nobody else's to answer yet."""
        self._session.execute(_BEING_GIVEN, {"numbers": list(updates), "now": now})

    def owed(self, after: datetime, before: datetime, most: int) -> set[int]:
        """Lanes with an answer owed since some moment between the two."""
        found = self._session.execute(_FOUND, {"after": after, "before": before, "most": most})
        return set(found.scalars())

    def take(self, lane: int, before: datetime, now: datetime) -> int | None:
        """The newest update of the lane whose answer is owed since before then; what is older is answered with it.

        It stays owed until it is given. None when there is none any more: somebody else is at it.
        """
        taken = sorted(self._session.scalars(_TAKE, {"whose": lane, "before": before, "now": now}))
        if taken[:-1]:
            self.given(taken[:-1])
        return taken[-1] if taken else None

    def overtaken(self, lane: int, number: int) -> bool:
        """Whether something newer has come in this lane since: whoever deals with it answers it."""
        return self._session.scalar(_NEWER, {"whose": lane, "number": number}) is not None


# Spelled out as in the index, so that SQLite knows it may use it.
_IS_OWED = text("owed_since IS NOT NULL")
_THESE = inbox.c.update_id.in_(bindparam("numbers", expanding=True))
_GIVEN = update(inbox).where(_THESE).values(owed_since=None)
_BEING_GIVEN = update(inbox).where(_THESE, _IS_OWED).values(owed_since=bindparam("now"))
_FOUND = (
    select(inbox.c.lane)
    .where(_IS_OWED, inbox.c.owed_since > bindparam("after"), inbox.c.owed_since < bindparam("before"))
    .order_by(inbox.c.update_id)
    .limit(bindparam("most"))
)
_TAKE = (
    update(inbox)
    .where(inbox.c.lane == bindparam("whose"), _IS_OWED, inbox.c.owed_since < bindparam("before"))
    .values(owed_since=bindparam("now"))
    .returning(inbox.c.update_id)
)
_NEWER = (
    select(inbox.c.update_id)
    .where(inbox.c.update_id > bindparam("number"), inbox.c.lane == bindparam("whose"))
    .limit(1)
)

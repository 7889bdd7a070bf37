"""Turns: of many processes that could do something now and then, one does it."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage.insertion import insert_new
from storage.tables import turns


class Turns:
    """Within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def mine(self, name: str, now: datetime, every: timedelta) -> bool:
        """Whether it is this caller's turn: nobody's has been since `now - every`. A clock put back gives one too."""
        row = {"name": name, "taken_at": now}
        fresh = insert_new(self._session, turns, ["name"]).returning(turns.c.name)
        if self._session.connection().execute(fresh, row).scalar() is not None:
            return True
        due = (turns.c.taken_at <= now - every) | (turns.c.taken_at > now)
        taken = update(turns).where(turns.c.name == name, due).values(taken_at=now).returning(turns.c.name)
        return self._session.connection().execute(taken).scalar() is not None

"""Failed links: by whom they were opened, and when."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, insert, select

from domain.entities.people import Person
from storage.mapping import wrong_links
from storage.session import Session


class SqlFailedLinks:
    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, person: Person, now: datetime) -> None:
        self._session.flush()  # the person may be as new as the link they opened
        self._session.execute(insert(wrong_links).values(person_id=person.id, at=now))

    def latest(self, person: Person, limit: int) -> Sequence[datetime]:
        times = select(wrong_links.c.at).where(wrong_links.c.person_id == person.id)
        return self._session.scalars(times.order_by(wrong_links.c.at.desc()).limit(limit)).all()

    def count(self, since: datetime) -> int:
        recent = select(func.count()).select_from(wrong_links).where(wrong_links.c.at > since)
        return self._session.scalar(recent) or 0

    def forget(self, before: datetime) -> int:
        old = delete(wrong_links).where(wrong_links.c.at < before)
        return self._session.connection().execute(old).rowcount

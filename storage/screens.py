"""Screens open in chats: what is shown, the actions behind its buttons, the draft of an open flow."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.orm import Session

from storage.tables import screens


@dataclass
class StoredScreen:
    """One message of ours. `message_id` is None until Telegram has told it; `state` is a flow's draft."""

    person_id: int
    chat_id: int
    message_id: int | None
    revision: int
    view: Any
    actions: list[Any]
    state: dict[str, Any] | None
    opened_at: datetime
    updated_at: datetime
    id: int = field(default=0)


class ScreenRows:
    """Within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, number: int) -> StoredScreen | None:
        return self._newest(screens.c.id == number)

    def current(self, person_id: int, chat_id: int) -> StoredScreen | None:
        """The one that was changed last."""
        return self._newest(screens.c.person_id == person_id, screens.c.chat_id == chat_id)

    def open_flow(self, person_id: int, chat_id: int) -> StoredScreen | None:
        """The newest one with a draft."""
        return self._newest(
            screens.c.person_id == person_id, screens.c.chat_id == chat_id, screens.c.state.is_not(None)
        )

    def save(self, screen: StoredScreen) -> None:
        """A new screen gets its number."""
        row = asdict(screen)
        number = row.pop("id")
        if number:
            self._session.execute(update(screens).where(screens.c.id == number), row)
        else:
            screen.id = self._session.scalars(insert(screens).returning(screens.c.id), row).one()

    def purge(self, before: datetime) -> int:
        """Forgets screens untouched since then; says how many."""
        old = delete(screens).where(screens.c.updated_at < before)
        return self._session.connection().execute(old).rowcount

    def _newest(self, *wanted: ColumnElement[bool]) -> StoredScreen | None:
        newest = screens.c.updated_at.desc(), screens.c.id.desc()
        row = self._session.execute(select(screens).where(*wanted).order_by(*newest).limit(1)).first()
        return None if row is None else StoredScreen(**cast("Mapping[str, Any]", row._mapping))

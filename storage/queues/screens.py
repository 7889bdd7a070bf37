"""Screens open in chats: what is shown, the actions behind its buttons, the draft of an open flow."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, delete, insert, select, update

from storage.engine.compiled import Compiled
from storage.mapping import screens
from storage.session import Session


@dataclass
class StoredScreen:
    """One message of ours. `message_id` is None until Telegram has told it; `state` is a flow's draft.

    `trail` are the views it was reached through, the last one first to go back to.
    """

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
    trail: list[Any] | None = None


class ScreenRows:
    """Within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, number: int) -> StoredScreen | None:
        return self._one(_BY_NUMBER, number=number)

    def current(self, person_id: int, chat_id: int) -> StoredScreen | None:
        """The one that was changed last."""
        return self._one(_CURRENT, person=person_id, chat=chat_id)

    def open_flow(self, person_id: int, chat_id: int) -> StoredScreen | None:
        """The newest one with a draft."""
        return self._one(_OPEN_FLOW, person=person_id, chat=chat_id)

    def save(self, screen: StoredScreen) -> None:
        """A new screen gets its number."""
        row = dict(vars(screen))
        number = row.pop("id")
        if number:
            self._session.rows(_CHANGE, number=number, **row)
        else:
            self._session.flush()  # the person may be as new as the screen
            [[screen.id]] = self._session.rows(_OPEN, **row)

    def purge(self, before: datetime) -> int:
        """Forgets screens untouched since then; says how many."""
        old = delete(screens).where(screens.c.updated_at < before)
        return self._session.connection().execute(old).rowcount

    def _one(self, statement: Compiled, **wanted: Any) -> StoredScreen | None:
        for row in self._session.rows(statement, **wanted):
            return StoredScreen(**dict(zip(screens.c.keys(), row, strict=True)))
        return None


def _newest(*wanted: ColumnElement[bool]) -> Compiled:
    in_order = select(screens).order_by(screens.c.updated_at.desc(), screens.c.id.desc())
    return Compiled(in_order.where(*wanted).limit(1))


# Made once: to build a statement costs more than to run it.
_MINE = (screens.c.person_id == bindparam("person")) & (screens.c.chat_id == bindparam("chat"))
_BY_NUMBER = _newest(screens.c.id == bindparam("number"))
_CURRENT = _newest(_MINE)
_OPEN_FLOW = _newest(_MINE, screens.c.state.is_not(None))
_OPEN = Compiled(insert(screens).returning(screens.c.id))
_CHANGE = Compiled(update(screens).where(screens.c.id == bindparam("number")))

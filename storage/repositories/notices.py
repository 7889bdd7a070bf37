"""Notices that are due to people, and what became of them."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, func, or_, select, text, update

from domain.entities.deals import Deal
from domain.entities.notices import Notice, NoticeKind, NoticeState
from domain.entities.people import Person
from ops.trace import TRACE
from storage.engine.insertion import one_new
from storage.mapping import notices
from storage.repositories.loads import one
from storage.repositories.reach import of_reached_deal
from storage.repositories.repository import Repository

# Spelled out as in the index, so that SQLite knows it may use it.
_UNDELIVERED = text("notices.state IN ('waiting', 'sending')")
_UNCERTAIN = text("state = 'uncertain'")
_TOLD = [
    column.key
    for column in notices.c
    if column.key not in {"id", "person_id", "deal_id", "trace", "message_id", "copy_id"}
]


class SqlNotices(Repository[Notice]):
    kind, table, missing = Notice, notices, "no_such_notice"
    loads = (one("person"),)

    def get(self, number: int) -> Notice:
        if self.reach is None:
            return super().get(number)
        return self._found(self._first(self._seen().where(notices.c.id == number)))

    def add(self, thing: Notice, /) -> bool:  # type: ignore[override]
        """Inserted at once, so that a key that is there already is no failure. The notice gets its number."""
        if not thing.person.id:
            self.session.add(thing.person)
            self.session.flush()
        row = {name: getattr(thing, name) for name in _TOLD}
        row |= {"person_id": thing.person.id, "deal_id": thing.facts.get("deal"), "trace": TRACE.get()}
        for [number] in self.session.rows(one_new(self.session, notices, "key", returning="id"), **row):
            thing.id = number
            return True
        return False

    def by_key(self, key: str) -> Notice | None:
        return self._first(self._held(self._seen().where(notices.c.key == key)))

    def about(self, deals: Sequence[Deal], kinds: Collection[NoticeKind]) -> Sequence[Notice]:
        numbers = [deal.id for deal in deals]
        written = self._seen().where(notices.c.deal_id.in_(numbers), notices.c.kind.in_(kinds))
        return self._list(written.order_by(notices.c.id.desc()))

    def sent_as(self, number: int, keys: Collection[str]) -> Notice | None:
        if not keys:
            return None
        sent = self._seen().where(notices.c.key.in_(keys), _came_as(number))
        return self._first(sent)

    def told_under(self, keys: Collection[str]) -> Sequence[Notice]:
        return self._list(self._seen().where(notices.c.key.in_(keys)).order_by(notices.c.id)) if keys else ()

    def undelivered_to(self, person: Person) -> Sequence[Notice]:
        waiting = self._all().where(notices.c.person_id == person.id, _UNDELIVERED)
        return self._list(self._held(waiting.order_by(notices.c.due_at, notices.c.id)))

    def decide(self, becomes: NoticeState) -> int:
        decided = update(notices).where(_UNCERTAIN).values(state=becomes)
        return self.session.connection().execute(decided).rowcount

    def count_uncertain(self) -> int:
        return self.session.scalar(select(func.count()).select_from(notices).where(_UNCERTAIN)) or 0

    def _seen(self) -> Select[Notice]:
        return self._all().where(*of_reached_deal(notices.c.deal_id, self.reach))


def _came_as(number: int) -> ColumnElement[bool]:
    """As this message, or with this copy after it."""
    return or_(notices.c.message_id == number, notices.c.copy_id == number)
